import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { withoutTimes } from '../write/docx/without-times.ts';
import { type FormCell, formAddressee, formColumns, formNotes, formParts, formTitle } from './form-parts.ts';

const mm = convertMillimetersToTwip;
const titleWidth = 14;
const columnWidth = 20;

const font = {
  eastAsia: '宋体',
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
} as const;

const words = (text: string, size = 21, bold = false): TextRun => new TextRun({ text, size, bold, font });

const margins = { top: mm(0.8), bottom: mm(0.8), left: mm(1.5), right: mm(1.5) };

const labelCell = (text: string, width: number, rowSpan = 1): TableCell =>
  new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    rowSpan,
    margins,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [words(text)] })],
  });

const cellOf = ({ text, span, isLabel }: FormCell): TableCell =>
  isLabel
    ? labelCell(text, columnWidth)
    : new TableCell({
        width: { size: mm(span * columnWidth), type: WidthType.DXA },
        columnSpan: span,
        margins,
        verticalAlign: text.startsWith('（') ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
        children: [new Paragraph({ children: [words(text, text.startsWith('（') ? 18 : 21)] })],
      });

/** The blank form (申请表) as a Word document of one page; the same bytes each time. */
export const writeFormDocx = async (): Promise<Uint8Array> => {
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(titleWidth + formColumns * columnWidth), type: WidthType.DXA },
    columnWidths: [mm(titleWidth), ...Array.from({ length: formColumns }, () => mm(columnWidth))],
    rows: formParts.flatMap(({ title, rows }) =>
      rows.map(
        ({ height, cells }, at) =>
          new TableRow({
            cantSplit: true,
            height: { value: mm(height), rule: HeightRule.ATLEAST },
            children: [
              ...(at === 0 ? [labelCell(title, titleWidth, rows.length)] : []),
              ...cells.map(cellOf),
            ],
          }),
      ),
    ),
  });
  const made = new Document({
    title: formTitle,
    creator: '政府信息公开',
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(15), bottom: mm(12), left: mm(18), right: mm(18) },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: mm(3) },
            children: [words(formTitle, 36, true)],
          }),
          new Paragraph({ spacing: { after: mm(2) }, children: [words(formAddressee)] }),
          table,
          new Paragraph({ spacing: { before: mm(2) }, children: [words('填表说明', 18, true)] }),
          ...formNotes.map((note, at) => new Paragraph({ children: [words(`${at + 1}. ${note}`, 18)] })),
        ],
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(made));
};
