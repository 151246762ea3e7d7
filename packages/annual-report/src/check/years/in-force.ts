import { subtract, sum } from '../../decimal.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { amountOf, evidenceIn, figure } from './pairs.ts';

export const inForce: YearsRule = {
  id: 'years.inForce',
  family: 'years',
  title: '现行有效件数等于上年现行有效加本年制发减本年废止',
  source: '2021 年格式表二第（一）项三列的含义；修改、重新认定和清理口径变化也会造成差异，须核对并说明。',
  severity: 'warning',
  *checkYears({ pairs }) {
    for (const { year, before, after } of pairs)
      for (const row of ['regulations', 'normativeDocuments']) {
        const [force = '', issued = '', repealed = ''] = ['inForce', 'issued', 'repealed'].map(
          (column) => `proactive.20-1.${row}.${column}`,
        );
        const last = figure(before, force);
        const found = figure(after, force);
        const made = amountOf(after, issued);
        const gone = amountOf(after, repealed);
        if (last === null || found === null || made === null || gone === null) continue;
        const expected = subtract(sum([last, made]), gone);
        if (expected === found) continue;
        yield {
          message: `${year} 年度报告${nameCell(force)}为 ${found}；按 ${year - 1} 年度的 ${last} 加本年制发 ${made} 减本年废止 ${gone}，应为 ${expected}。`,
          cells: [force],
          places: [
            evidenceIn(before, force),
            evidenceIn(after, issued),
            evidenceIn(after, repealed),
            evidenceIn(after, force),
          ],
          expected,
          found,
        };
      }
  },
};
