/** Stands for a line break that the page really makes; a line feed in the source is only white space. */
export const hardBreak = '\u2028';

/** Stands for a tab inside `<pre>`, where white space is kept. */
const keptTab = '\u001f';

/** Wide characters (CJK and its punctuation), between which a line break in the source is no space. */
const wide = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2026\u2014]/;

const foldable = /[\t\n\r\f]| {2}/;

/** Protects the white space of preformatted text from folding. */
export const keepSpace = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, hardBreak)
    .replaceAll('\t', keptTab)
    .replaceAll(' ', '\u00a0');

/**
 * Folds white space as a browser does (CSS Text 3, 4.1); a source line break between two wide
 * characters goes altogether (4.1.3), since nobody means a space there.
 */
const fold = (text: string): string =>
  foldable.test(text)
    ? text.replace(/[ \t\n\r\f]+/g, (run, at: number) =>
        run.includes('\n') && wide.test(text[at - 1] ?? '') && wide.test(text[at + run.length] ?? '')
          ? ''
          : ' ',
      )
    : text;

/** The lines of a piece of flowing text, folded and trimmed, empty ones left out. */
export const foldLines = (text: string): readonly string[] => {
  const lines: string[] = [];
  for (const piece of fold(text).split(hardBreak)) {
    const kept = piece.includes(keptTab);
    const line = kept ? piece.replaceAll(keptTab, '\t').trimEnd() : piece.trim();
    if (line.trim() !== '') lines.push(line);
  }
  return lines;
};
