import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const negative: ReportRule = {
  id: 'form.negative',
  family: 'form',
  title: '数量和金额不为负数',
  source: '数量、件数和金额不会小于 0；只有 2019 年格式的“本年增/减”可以为负数。',
  severity: 'error',
  *check({ report, numbers }) {
    for (const [{ id, column }, { value, raw }] of numbers) {
      if (!value?.startsWith('-') || column.id === 'change') continue;
      yield {
        message: `${nameCell(id)}填的是 ${raw}，数量和金额不能是负数。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: '不小于 0',
        found: value,
      };
    }
  },
};
