/**
 * Text without what neither XML 1.0 (2.2 Characters) nor HTML allows: control characters but tab and
 * line ends, half surrogate pairs, noncharacters. Zero-width and bidirectional controls go too: they would
 * show a letter otherwise than it reads.
 */
export const printable = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(
      /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu,
      '',
    );

/** In the midst of a sentence: line ends and tabs become spaces. */
export const oneLine = (text: string): string =>
  printable(text)
    .trim()
    .replaceAll(/[\s\u2028\u2029]+/g, ' ');

/** Where a text stands alone: its lines, the empty ones dropped. */
export const linesOf = (text: string): readonly string[] =>
  printable(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');
