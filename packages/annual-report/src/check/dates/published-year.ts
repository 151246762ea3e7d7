import type { ReportRule } from '../rule.ts';
import { dayInWords } from './in-words.ts';

export const publishedYear: ReportRule = {
  id: 'dates.publishedYear',
  family: 'dates',
  title: '发布年份是报告年度的次年',
  source: '条例第四十九条：每年公布上一年度的报告。',
  severity: 'warning',
  years: [2019, null],
  *check({ report: { year, published } }) {
    if (year === null || published === null || published < `${year + 2}-01-01`) return;
    yield {
      message: `报告年度是 ${year}，发布日期却是 ${dayInWords(published)}；请核对报告年度，或是否补发、改版后重新发布。`,
      places: [{ what: '发布日期', value: published, place: null }],
      expected: `${year + 1} 年`,
      found: published,
    };
  },
};
