/** Below this no one reads a figure any more, but it still does not run into its neighbour. */
const smallest = 2;

/**
 * The size in points at which a figure and its unit stand on one line of a column: as set, or smaller
 * where it is too long. A figure broken over two lines would be read as two. A remark in brackets may
 * stand on lines of its own.
 */
export const figureSize = (text: string, columnWidth: number, size: number): number => {
  const [figure = ''] = text.split(/[（(\n]/, 1);
  const ems = Array.from(figure).reduce((sum, sign) => sum + emsOf(sign), 0);
  return Math.max(smallest, Math.min(size, Math.floor((columnWidth / ems) * 10) / 10));
};

const emsOf = (sign: string): number => (sign > '\u2000' ? 1 : /[.,]/.test(sign) ? 0.32 : 0.58);
