/**
 * The Typst program that sets a document. It reads everything from `sys.inputs.document`: words of a
 * document are values, never source text, so nothing in them is run.
 *
 * The look: GB/T 9704-2012, 10.1 信函格式: the organ's name 30 mm from the edge, a red double line 4 mm under
 * it and another 20 mm from the lower edge, each 170 mm long; number right under the first; no page number
 * on the first page. Body size 3 (28 characters a line, 22 lines a page), title size 2.
 */
export const typstProgram = `
#let it = json(bytes(sys.inputs.document))
#let red = rgb("#c00000")
#let double-line(upper, lower) = box(width: 170mm, height: 4pt, {
  place(top, line(length: 170mm, stroke: upper + red))
  place(bottom, line(length: 170mm, stroke: lower + red))
})

#set document(title: it.title, author: it.organ, date: none)
#set page(
  paper: "a4",
  margin: (top: 37mm, bottom: 35mm, inside: 28mm, outside: 26mm),
  binding: left,
  background: context if here().page() == 1 {
    place(bottom + center, dy: -20mm, double-line(0.75pt, 2pt))
  },
  footer: context {
    let number = counter(page).get().first()
    if number > 1 {
      set text(size: 14pt)
      align(if calc.odd(number) { right } else { left }, pad(x: 14pt)[— #number —])
    }
  },
  footer-descent: 7mm,
)
#set text(
  font: ("Noto Serif SC",), fallback: false, lang: "zh", region: "cn",
  size: 15.75pt, top-edge: 0.88em, bottom-edge: -0.12em,
)
#let pitch = 28.9pt
#let leading = pitch - 15.75pt
#set par(justify: true, linebreaks: "simple", leading: leading, spacing: leading, first-line-indent: (amount: 2em, all: true))
// What has no space in it would run over the margin: an address of a web page, a row of digits.
#show regex("[!-~]{24,}"): run => run.text.clusters().map(sign => box(sign)).join()

#let flush(content) = par(first-line-indent: 0pt, justify: false, content)
#let blank(lines) = v(lines * pitch, weak: false)

#show title: it => block(width: 100%, above: 0pt, below: 0pt, align(center, {
  set text(size: 22pt, weight: "bold")
  set par(leading: 12pt, justify: false, first-line-indent: 0pt)
  it.body
}))

#show heading: it => block(width: 100%, above: 0pt, below: 0pt, align(center, {
  set text(size: 22pt, weight: "bold")
  it.body
}))

#let letterhead = {
  v(-7mm)
  block(width: 100%, above: 0pt, below: 0pt, align(center, {
    set text(size: it.letterheadSize * 1pt, weight: "bold", fill: red)
    set par(leading: 0.35em, justify: false, first-line-indent: 0pt)
    it.letterhead.join(linebreak())
  }))
  block(above: 4mm, below: 0pt, height: 4pt, move(dx: -8mm, double-line(2pt, 0.75pt)))
}

#let closing = {
  set par(first-line-indent: 0pt, justify: false)
  v(2 * pitch)
  for entry in it.signature {
    block(width: 100%, above: leading, below: leading, align(right, pad(right: entry.right * 1em, entry.text)))
  }
  block(width: 100%, above: leading, below: 0pt, par(first-line-indent: (amount: 2em, all: true), it.contact))
}

#let enclosure(entry) = block(width: 100%, above: leading, below: leading, pad(left: 2em, grid(
  columns: if entry.number == "" { (3em, 1fr) } else { (3em, 1.5em, 1fr) },
  entry.lead,
  ..if entry.number == "" { () } else { (entry.number,) },
  { set par(first-line-indent: 0pt); entry.name },
)))

#letterhead
#if it.number != none {
  v(14pt)
  block(width: 100%, above: 0pt, below: 0pt, align(right, flush(it.number)))
}
#blank(2)
#title(it.title)
#blank(1)
#flush(it.salutation)

// Organ and date are the last line of the last paragraph, so to speak: as no last line of a paragraph stands
// alone on a page, they don't either.
#for (index, text) in it.body.enumerate() {
  if index + 1 == it.body.len() and it.enclosures.len() == 0 {
    par({ text; linebreak(); box(width: 100%, closing) })
  } else if text.ends-with("：") {
    // What announces a list stays with it.
    block(sticky: true, above: leading, below: leading, par(text))
  } else { par(text) }
}
#if it.enclosures.len() > 0 {
  blank(1)
  for entry in it.enclosures.slice(0, -1) { enclosure(entry) }
  block(breakable: false, width: 100%, above: leading, { enclosure(it.enclosures.last()); closing })
}
#if it.slip != none {
  pagebreak()
  blank(1)
  heading(level: 1, outlined: false, it.slip.title)
  blank(1)
  flush(it.slip.salutation)
  for text in it.slip.body { par(justify: false, text) }
  blank(1)
  for text in it.slip.signature {
    block(width: 100%, above: leading, below: leading, pad(left: 10em, flush(text)))
  }
}
`;
