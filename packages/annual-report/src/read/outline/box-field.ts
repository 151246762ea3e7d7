import type { Source } from '../source.ts';
import type { OutlineLine } from './outline-line.ts';
import { squeeze } from './squeeze.ts';

/**
 * The value of a field in the box that web pages put around a document (索引号、发布机构、发布日期…): behind the
 * label in the same text, in the next cell of the row, or in the next line.
 *
 * @param label matches the label alone, squeezed, without its colon
 * @param accept turns a squeezed value into what is wanted; null where it is none
 */
export const boxField = <T>(
  source: Source,
  lines: readonly OutlineLine[],
  label: RegExp,
  accept: (value: string) => T | null,
): T | null => {
  for (const [at, line] of lines.entries()) {
    if (line.inTable || line.text.length > 300) continue;
    const cells = source.lines[line.index]?.cells ?? [];
    for (const [column, cell] of cells.entries()) {
      if (cell.text.length > 160) continue;
      const text = squeeze(cell.text);
      const match = label.exec(text);
      if (!match) continue;
      const behind = text.slice(match.index + match[0].length);
      const inText = /^[:：】\]]?./.test(behind) ? accept(behind.replace(/^[:：】\]]+/, '')) : null;
      if (inText !== null) return inText;
      if (match.index > 0 || !/^[:：】\]]*$/.test(behind)) continue;
      const next =
        cells.slice(column + 1).find((other) => other.text.trim() !== '')?.text ?? lines[at + 1]?.text;
      const value = next === undefined ? null : accept(squeeze(next));
      if (value !== null) return value;
    }
  }
  return null;
};
