import type { OutlineLine } from './outline-line.ts';
import { squeeze } from './squeeze.ts';

/** 统计期限：2020年1月1日至2020年12月31日, in its many forms; the end tells the year. */
const period =
  /(20\d{2})年1月(?:1日|份)?(?:起|开始)?[至到—\-~～－]+(?:(20\d{2})年)?(?:12月(?:31日|底)?|年底)/;
const spoken = /(20\d{2})年度?[，,]/g;
const reported = /(20\d{2})年度?(?:本?[局市区县省委厅办]|政府信息公开|政务公开|信息公开)/g;

/**
 * The year a report is about, where its title does not say: the period it states, else the year that its
 * text speaks of most often. Years of laws and of documents (〔2019〕60号) do not count.
 */
export const findYear = (lines: readonly OutlineLine[]): number | null => {
  const votes = new Map<number, number>();
  for (const line of lines) {
    if (line.inTable || !line.text.includes('20')) continue;
    const text = squeeze(line.text);
    const match = period.exec(text);
    if (match) return Number(match[2] ?? match[1]);
    for (const pattern of [spoken, reported])
      for (const found of text.matchAll(pattern)) {
        const year = Number(found[1]);
        votes.set(year, (votes.get(year) ?? 0) + 1);
      }
  }
  let best: number | null = null;
  for (const [year, count] of votes) if (count > (best === null ? 0 : (votes.get(best) ?? 0))) best = year;
  // Next year's plans are spoken of as often as this year's work.
  return best !== null && votes.get(best) === votes.get(best - 1) ? best - 1 : best;
};
