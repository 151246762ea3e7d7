/**
 * The Typst program that sets a report. It reads everything from `sys.inputs.report` (see
 * pdf-input.ts): words of a report are values, never source text, so nothing in them is run.
 * The look is that of the Word document: GB/T 9704-2012.
 */
export const template = `
#let report = json(bytes(sys.inputs.report))
#let family = "Noto Serif SC"

#set document(title: report.title, date: none, author: report.author)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm),
  binding: left,
  footer: context {
    let number = counter(page).get().first()
    set text(size: 14pt)
    align(if calc.odd(number) { right } else { left }, pad(x: 14pt)[— #number —])
  },
  footer-descent: 7mm,
)
#set text(
  font: (family,), fallback: false, lang: "zh", region: "cn",
  size: 16pt, top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(justify: true, leading: 12pt, spacing: 12pt, first-line-indent: (amount: 2em, all: true))

#let lines(texts) = texts.join(linebreak())

#show heading: it => block(
  above: if it.level == 1 { 24pt } else { 14pt },
  below: if it.level == 1 { 18pt } else { 12pt },
  sticky: true,
  pad(left: 32pt, text(size: 16pt, weight: "bold", it.body)),
)
#show title: it => block(width: 100%, above: 0pt, below: 36pt, align(center, {
  set text(size: 22pt, weight: "bold")
  set par(leading: 12pt, justify: false)
  it.body
}))

#let cell(entry) = table.cell(
  x: entry.x, y: entry.y, colspan: entry.columns, rowspan: entry.rows,
  breakable: entry.rows > 1,
  align: (if entry.left { left } else { center }) + horizon,
  fill: if entry.band { rgb("#e6ecf3") },
  text(size: entry.size * 1pt, weight: if entry.band { "bold" } else { "regular" }, box(entry.whole) + lines(entry.lines)),
)

#let statutory(entry) = block(above: 12pt, below: 18pt, {
  set text(size: 9pt)
  set par(leading: 4pt, justify: false, first-line-indent: 0pt)
  table(
    columns: entry.widths.map(width => width * 1fr),
    inset: (x: 3pt, y: 5pt),
    stroke: 0.5pt,
    ..entry.parts.map(part => (table.header(..part.head.map(cell)), ..part.body.map(cell))).flatten(),
  )
})

#if report.titleLines.len() > 0 { title(lines(report.titleLines)) }

#for block in report.blocks {
  if block.kind == "table" { statutory(block) }
  else if block.kind == "heading" { heading(level: 1, lines(block.lines)) }
  else if block.kind == "subheading" { heading(level: 2, lines(block.lines)) }
  else if block.kind == "hint" { par(text(fill: rgb("#6b7480"), lines(block.lines))) }
  else { par(lines(block.lines)) }
}

#pdf.attach(
  sys.inputs.attachment,
  bytes(sys.inputs.data),
  relationship: "data",
  mime-type: "application/json",
  description: "政府信息公开工作年度报告的数据",
)
`;
