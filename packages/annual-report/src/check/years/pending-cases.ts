import { compare } from '../../decimal.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { evidenceIn, figure } from './pairs.ts';

export const pendingCases: YearsRule = {
  id: 'years.pendingCases',
  family: 'years',
  title: '上年尚未审结的案件在本年有下落',
  source:
    '两版格式表四：上年末尚未审结的复议、诉讼，本年或者审结，或者仍未审结，一般计入本年总计；各地口径不尽相同。',
  severity: 'notice',
  *checkYears({ pairs }) {
    for (const { year, before, after } of pairs)
      for (const row of ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration']) {
        const pending = figure(before, `reviews.${row}.pending`);
        const total = figure(after, `reviews.${row}.total`);
        if (pending === null || total === null || compare(pending, total) <= 0) continue;
        yield {
          message: `${year - 1} 年度报告${nameCell(`reviews.${row}.pending`)}为 ${pending}，${year} 年度报告${nameCell(`reviews.${row}.total`)}只有 ${total}，上年未审结的案件没有下落。`,
          cells: [`reviews.${row}.total`],
          places: [evidenceIn(before, `reviews.${row}.pending`), evidenceIn(after, `reviews.${row}.total`)],
          expected: `不小于 ${pending}`,
          found: total,
        };
      }
  },
};
