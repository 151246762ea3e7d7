/**
 * The Typst program that sets sheets of a case: A4, title in the middle, the form in hairlines, page `n / m` at the
 * foot. Words are values of `sys.inputs.document`, never source text.
 */
export const sheetProgram = `
#let it = json(bytes(sys.inputs.document))
#let ink = rgb("#1b222b")
#let hair = 0.5pt + ink
#set document(title: it.title, author: it.organ, date: none)
#set page(
  paper: "a4",
  margin: if it.kind == "cover" { (top: 45mm, bottom: 30mm, x: 28mm) } else { (top: 25mm, bottom: 22mm, left: 25mm, right: 20mm) },
  footer: if it.kind == "cover" { none } else {
    context {
      set text(size: 9pt)
      align(center, [#it.title　第 #counter(page).display() 页，共 #counter(page).final().first() 页])
    }
  },
)
#set text(font: ("Noto Serif SC",), fallback: false, lang: "zh", region: "cn", size: 10.5pt, fill: ink)
#set par(leading: 0.62em, spacing: 0.8em, justify: false, linebreaks: "simple")
#show regex("[!-~]{20,}"): run => run.text.clusters().map(sign => box(sign)).join()
#let words(text) = text.split("\\n").join(linebreak())
#let label(text) = strong(words(text))

#let fields(block) = table(
  columns: (2.4fr, 5fr, 2.4fr, 5fr),
  stroke: hair,
  inset: (x: 6pt, y: 7pt),
  align: (x, _) => if calc.even(x) { center + horizon } else { left + horizon },
  ..block.rows.map(row => if row.len() == 1 {
    (label(row.at(0).at(0)), table.cell(colspan: 3, words(row.at(0).at(1))))
  } else {
    row.map(field => (label(field.at(0)), words(field.at(1)))).flatten()
  }).flatten()
)

#let grid-of(block) = table(
  columns: block.columns.map(column => column.width * 1fr),
  stroke: hair,
  inset: (x: 5pt, y: 6pt),
  align: (x, y) => if y == 0 { center + horizon } else {
    (left: left, center: center, right: right).at(block.columns.at(x).at("align", default: "left")) + horizon
  },
  table.header(..block.columns.map(column => label(column.head))),
  ..block.rows.flatten().map(words)
)

#let set-block(entry) = {
  if entry.kind == "fields" { fields(entry) }
  else if entry.kind == "table" { grid-of(entry) }
  else if entry.kind == "heading" { block(above: 1.4em, below: 0.8em, sticky: true, text(size: 12pt, weight: "bold", words(entry.text))) }
  else if entry.kind == "note" { block(above: 0.8em, below: 0.8em, text(size: 9pt, words(entry.text))) }
  else { block(above: 0.8em, below: 0.8em, words(entry.text)) }
}

#if it.kind == "cover" {
  align(center, {
    text(size: 20pt, weight: "bold", tracking: 0.1em, words(it.organ))
    v(20mm)
    text(size: 30pt, weight: "bold", tracking: 0.25em, words(it.title))
    v(30mm)
  })
  set text(size: 14pt)
  for entry in it.blocks {
    if entry.kind == "fields" {
      grid(
        columns: (38mm, 1fr), row-gutter: 6mm, align: left + bottom,
        ..entry.rows.map(row => row.map(field => (
          block(inset: (bottom: 5pt), label(field.at(0))),
          block(width: 100%, stroke: (bottom: hair), inset: (x: 4pt, bottom: 5pt), if field.at(1) == "" { sym.space.nobreak } else { words(field.at(1)) }),
        ))).flatten()
      )
    } else { set-block(entry) }
  }
} else {
  align(center, text(size: 11pt, words(it.organ)))
  align(center, block(above: 0.6em, below: 1.1em, text(size: 18pt, weight: "bold", words(it.title))))
  if it.number != none { block(below: 0.6em, text(size: 10pt, words(it.number))) }
  for entry in it.blocks { set-block(entry) }
}
`;
