import stringWidth from 'string-width';

/** Columns that a text takes in a terminal; Chinese characters take two. */
export const widthOf = (text: string): number => stringWidth(text);

/** Fills a text up to a width; longer texts stay as they are. */
export const pad = (text: string, width: number, side: 'left' | 'right' = 'right'): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? gap + text : text + gap;
};

/** Cuts a text to a width, with `…` where something was cut off. */
export const cut = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
};

/** Breaks a text into lines of at most `width` columns; Chinese text may break anywhere. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const size = widthOf(character);
    if (character === '\n' || used + size > width) {
      lines.push(line);
      line = '';
      used = 0;
      if (character === '\n') continue;
    }
    line += character;
    used += size;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
};

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
  readonly inverse: (text: string) => string;
}

const sgr =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

const same = (text: string): string => text;

/** The few ways in which the program marks text; without colour the text stays plain. */
export const styleFor = (color: boolean): Style =>
  color
    ? {
        bold: sgr(1, 22),
        dim: sgr(2, 22),
        red: sgr(31, 39),
        yellow: sgr(33, 39),
        blue: sgr(34, 39),
        green: sgr(32, 39),
        inverse: sgr(7, 27),
      }
    : { bold: same, dim: same, red: same, yellow: same, blue: same, green: same, inverse: same };

/** Colour where the output is a terminal, unless NO_COLOR (no-color.org) or an option says otherwise. */
export const wantsColor = (options: { readonly color?: boolean; readonly 'no-color'?: boolean }): boolean => {
  if (options['no-color']) return false;
  if (options.color) return true;
  return process.stdout.isTTY === true && !process.env.NO_COLOR;
};
