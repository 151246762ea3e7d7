import type { ReportRule } from '../rule.ts';
import { dayInWords } from './in-words.ts';

export const publishedInFuture: ReportRule = {
  id: 'dates.publishedInFuture',
  family: 'dates',
  title: '发布日期不晚于今天',
  source: '已公布的报告，发布日期不会在将来；只在给出检查日期时检查。',
  severity: 'warning',
  *check({ report: { published }, options: { today } }) {
    if (published === null || today === undefined || published <= today) return;
    yield {
      message: `报告的发布日期是 ${dayInWords(published)}，晚于今天（${dayInWords(today)}）。`,
      places: [{ what: '发布日期', value: published, place: null }],
      expected: `不晚于 ${today}`,
      found: published,
    };
  },
};
