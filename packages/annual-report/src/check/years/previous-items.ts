import { sum } from '../../decimal.ts';
import { nameCell } from '../name-cell.ts';
import type { YearsRule } from '../rule.ts';
import { evidenceIn, figure } from './pairs.ts';

const rows = [
  'proactive.20-5.licensing',
  'proactive.20-5.otherServices',
  'proactive.20-6.penalties',
  'proactive.20-6.coercion',
  'proactive.20-8.charges',
];

export const previousItems: YearsRule = {
  id: 'years.previousItems',
  family: 'years',
  title: '2019 年格式：上一年项目数量与上一年报告相符',
  source:
    '2019 年格式表二：“上一年项目数量”应当就是上一年度报告的年末数（上一年项目数量加增/减；有的机关以处理决定数量计）。',
  severity: 'notice',
  *checkYears({ pairs }) {
    for (const { year, before, after } of pairs)
      for (const row of rows) {
        const previous = `${row}.previousItems`;
        const found = figure(after, previous);
        const last = figure(before, previous);
        const change = figure(before, `${row}.change`);
        if (found === null || last === null || change === null) continue;
        const expected = sum([last, change]);
        if (found === expected || found === figure(before, `${row}.decisions`)) continue;
        yield {
          message: `${year} 年度报告${nameCell(previous)}为 ${found}；按 ${year - 1} 年度报告，上一年 ${last}、增/减 ${change}，年末应为 ${expected}。`,
          cells: [previous],
          places: [
            evidenceIn(before, previous),
            evidenceIn(before, `${row}.change`),
            evidenceIn(after, previous),
          ],
          expected,
          found,
        };
      }
  },
};
