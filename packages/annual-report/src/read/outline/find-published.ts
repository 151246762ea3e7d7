import type { CivilDate } from '../../report.ts';
import type { Source } from '../source.ts';
import { boxField } from './box-field.ts';
import { arabicDate, findDate, findStatedDate, isDateLine } from './civil-date.ts';
import type { OutlineLine } from './outline-line.ts';
import { squeeze } from './squeeze.ts';

/** Best first: when the report was put before the public, then when it was made. */
const labels = [
  /(?:发布|公开|刊登|上网|发稿)(?:时间|日期)|^发布于/,
  /(?:发文|印发|成文|生成|形成)(?:时间|日期)|^(?:日期|时间)/,
];

const statedIn =
  /^(?:pub-?date|publish-?(?:date|time)|publication-?date|article:published_time|release-?date|date)$/i;

/** A date right behind the label; 发布时间 in running text is about something else. */
const dateOf = (value: string): CivilDate | null => {
  const compact = /^20\d{6}(?!\d)/.test(value) ? findStatedDate(value.slice(0, 8)) : null;
  const at = arabicDate.exec(value)?.index ?? 0;
  return compact ?? (at <= 2 ? findDate(value.slice(0, 24)) : null);
};

const closing = 14;

/** The date under the report: in a line of its own, or behind the agency's name. */
const closingDate = (lines: readonly OutlineLine[]): CivilDate | null => {
  for (let at = lines.length - 1, seen = 0; at >= 0 && seen < closing; at -= 1, seen += 1) {
    const line = lines[at];
    if (!line || line.inTable || line.text.length > 60) continue;
    const text = squeeze(line.text);
    const date = findDate(text);
    if (date === null) continue;
    if (isDateLine(text) || /^[\u4e00-\u9fff（）()]{3,30}20\d{2}年\d{1,2}月\d{1,2}日$/.test(text))
      return date;
  }
  return null;
};

/**
 * When the report was published: the page's box (发布时间, 公开日期), the page's own statement, 成文日期, the
 * date under the text, a date of its own above it.
 *
 * @param around the lines outside tables and sections, where a box can stand
 * @param head the lines before the first section
 * @param year the report's; what was made long before or after its end is another document
 */
export const findPublished = (
  source: Source,
  lines: readonly OutlineLine[],
  around: readonly OutlineLine[],
  head: readonly OutlineLine[],
  year: number | null,
): CivilDate | null => {
  const boxed = boxField(source, around, labels[0] as RegExp, dateOf);
  if (boxed !== null) return boxed;
  for (const [name, value] of Object.entries(source.metadata)) {
    const date = statedIn.test(name) ? findStatedDate(squeeze(value)) : null;
    if (date !== null) return date;
  }
  const late = (date: CivilDate | null): CivilDate | null =>
    date !== null && (year === null || (date >= `${year}-10-01` && date <= `${year + 1}-12-31`))
      ? date
      : null;
  const made = late(boxField(source, around, labels[1] as RegExp, dateOf)) ?? late(closingDate(lines));
  if (made !== null) return made;
  for (const line of head) {
    if (line.text.length > 40) continue;
    const text = squeeze(line.text);
    const date = isDateLine(text) ? late(findDate(text)) : null;
    if (date !== null) return date;
  }
  return null;
};
