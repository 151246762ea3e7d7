import { quoteEvidence } from '../evidence.ts';
import type { ReportRule } from '../rule.ts';
import { findPeriods } from './find-dates.ts';
import { dayInWords } from './in-words.ts';

/** Words that say that a span is the report's own period, not some campaign's. */
const isStatement = (text: string): boolean =>
  /统计期限|统计时限|统计时间|统计周期|统计起止|统计区间|统计数据|统计期|数据统计|所列数据|报告期|时限为|期限自|期限为|期限是/u.test(
    text,
  );

export const period: ReportRule = {
  id: 'dates.period',
  family: 'dates',
  title: '统计期限为报告年度 1 月 1 日至 12 月 31 日',
  source:
    '条例第四十九条、第五十条：报告的是上一年度的工作；各地通行写法为“统计期限自×年1月1日至×年12月31日”。',
  severity: 'error',
  years: [2019, null],
  *check({ report, paragraphs }) {
    if (report.year === null) return;
    const from = `${report.year}-01-01`;
    const to = `${report.year}-12-31`;
    for (const stated of findPeriods(paragraphs)) {
      const { paragraph, start, end } = stated;
      if (!isStatement(paragraph.text) || (stated.from === from && stated.to === to)) continue;
      // Some other span may share the paragraph: blame only the one right behind the statement's words.
      if (!isStatement(paragraph.text.slice(Math.max(0, start - 24), start))) continue;
      // The period is right and the year in the title is not: both are possible where the period is a whole year.
      const wholeYear = stated.from.endsWith('-01-01') && stated.to === `${stated.from.slice(0, 4)}-12-31`;
      const otherwise = wholeYear ? '；如统计期限无误，则是报告标题的年度有误' : '';
      yield {
        message: `统计期限写的是 ${dayInWords(stated.from)}至${dayInWords(stated.to)}，与报告年度 ${report.year} 年不符，应为 ${dayInWords(from)}至${dayInWords(to)}${otherwise}。`,
        places: [quoteEvidence(paragraph, start, end)],
        expected: `${from} 至 ${to}`,
        found: `${stated.from} 至 ${stated.to}`,
      };
    }
  },
};
