import type { ReportRule } from '../rule.ts';
import { findPeriods } from './find-dates.ts';

export const periodMissing: ReportRule = {
  id: 'dates.periodMissing',
  family: 'dates',
  title: '写明统计期限',
  source: '各地通行写法：“本报告所列数据的统计期限自×年1月1日至×年12月31日”。',
  severity: 'notice',
  years: [2019, null],
  *check({ report, paragraphs, text }) {
    if (paragraphs.length === 0) return;
    if (/统计期限|统计时限|统计时间|统计周期|统计起止|统计区间|统计期|报告期/u.test(text)) return;
    if (findPeriods(paragraphs).some(({ from, to }) => from.endsWith('-01-01') && to.endsWith('-12-31')))
      return;
    // 截至2023年12月31日, of the data: the year's end says it all.
    if (/(?:数据|统计|报告)[^。]{0,16}截(?:至|止)[^。]{0,6}(?:\d{4}年)?(?:12月31日|年底)/u.test(text)) return;
    const year = report.year ?? '×';
    yield {
      message: `报告没有写明统计期限（${year} 年 1 月 1 日至 12 月 31 日）。`,
      places: [{ what: '统计期限', value: null, place: null }],
      expected: `${year}年1月1日至${year}年12月31日`,
      found: null,
    };
  },
};
