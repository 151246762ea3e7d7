import { pressFor } from '../write/pdf/press.ts';
import { formAddressee, formColumns, formNotes, formParts, formTitle } from './form-parts.ts';

/** Draws the form from `sys.inputs.document`: one page, hairlines, the titles of its parts at the left. */
const program = `
#let it = json(bytes(sys.inputs.document))
#set document(title: it.title, date: none)
#set page(paper: "a4", margin: (top: 15mm, bottom: 12mm, x: 18mm))
#set text(font: ("Noto Serif SC",), fallback: false, lang: "zh", region: "cn", size: 10.5pt)
#set par(leading: 0.55em)
#show title: it => align(center, text(size: 18pt, weight: "bold", it.body))
#title(it.title)
#v(1mm)
#it.addressee
#v(0.5mm)
#let room(cell) = table.cell(
  colspan: cell.span,
  align: if cell.isLabel { center + horizon } else if cell.text.starts-with("（") { left + top } else { left + horizon },
  if cell.text.starts-with("（") { text(size: 9pt, cell.text) } else { cell.text },
)
#table(
  columns: (14mm,) + (1fr,) * it.columns,
  rows: it.parts.map(part => part.rows.map(row => row.height * 1mm)).flatten(),
  stroke: 0.5pt,
  inset: (x: 1.5mm, y: 1mm),
  ..it.parts.map(part => part.rows.enumerate().map(((at, row)) => (
    ..if at == 0 { (table.cell(rowspan: part.rows.len(), align: center + horizon, part.title),) } else { () },
    ..row.cells.map(room),
  ))).flatten(),
)
#v(0.5mm)
#set text(size: 9pt)
#strong[填表说明]
#enum(tight: true, ..it.notes)
`;

/**
 * The blank form (申请表) as a PDF of one page; the same bytes each time.
 *
 * @param fonts as `writePdf` takes them
 */
export const writeFormPdf = (fonts: readonly Uint8Array[]): Promise<Uint8Array> =>
  pressFor(fonts).print(program, {
    title: formTitle,
    addressee: formAddressee,
    columns: formColumns,
    parts: formParts,
    notes: formNotes,
  });
