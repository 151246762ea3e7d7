import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const fraction: ReportRule = {
  id: 'form.fraction',
  family: 'form',
  title: '件数为整数',
  source: '以件、项、个计数的格，数字是整数；只有金额可以有小数。',
  severity: 'error',
  *check({ report, numbers }) {
    for (const [{ id, column }, { value, raw, unit }] of numbers) {
      if (!value?.includes('.') || column.unit === '元' || column.unit === '万元') continue;
      // 1.2万件 is twelve thousand, not a fraction.
      if (unit?.startsWith('万')) continue;
      yield {
        message: `${nameCell(id)}填的是 ${raw}，以${column.unit}计数的格不能有小数。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: '整数',
        found: value,
      };
    }
  },
};
