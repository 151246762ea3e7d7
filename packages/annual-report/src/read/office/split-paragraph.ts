/** A number or numeral with its mark, as typed in front of a heading and followed by a tab. */
const itemMark = /^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]*$/u;
const marked = /[）)、.．]$/u;

/**
 * The lines of a paragraph outside tables, each as its pieces: a manual line break (软回车) ends a line,
 * tabs part pieces. Empty lines are left out; a tab that only indents or follows an item mark parts nothing.
 */
export const splitParagraph = (text: string): readonly (readonly string[])[] => {
  if (!/[\n\t]/.test(text)) {
    const whole = text.trim();
    return whole === '' ? [] : [[whole]];
  }
  return text
    .split('\n')
    .map((line) =>
      rejoinMark(
        line
          .split('\t')
          .map((piece) => piece.trim())
          .filter((piece) => piece !== ''),
      ),
    )
    .filter((pieces) => pieces.length > 0);
};

const rejoinMark = (pieces: readonly string[]): readonly string[] => {
  const [mark = '', second, ...rest] = pieces;
  if (second === undefined || !itemMark.test(mark) || !marked.test(mark)) return pieces;
  return [`${mark} ${second}`, ...rest];
};
