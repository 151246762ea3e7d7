import type { ReportRule } from '../rule.ts';
import { dayInWords } from './in-words.ts';

export const publishedBeforeEnd: ReportRule = {
  id: 'dates.publishedBeforeEnd',
  family: 'dates',
  title: '报告期结束之后发布',
  source: '条例第四十九条：公布的是上一年度的报告；年度结束以前，全年数据尚未产生。',
  severity: 'error',
  years: [2019, null],
  *check({ report: { year, published } }) {
    if (year === null || published === null || published >= `${year + 1}-01-01`) return;
    yield {
      message: `报告的发布日期是 ${dayInWords(published)}，${year} 年度尚未结束，全年数据不可能已经产生；请核对发布日期或报告年度。`,
      places: [{ what: '发布日期', value: published, place: null }],
      expected: `${year + 1}-01-01 以后`,
      found: published,
    };
  },
};
