import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const remarkInCell: ReportRule = {
  id: 'form.remarkInCell',
  family: 'form',
  title: '数字格内不写说明',
  source: '格式各格只填数字；需要说明的，写入“六、其他需要报告的事项”。',
  severity: 'notice',
  *check({ report, numbers }) {
    for (const [{ id }, { value, remark, raw }] of numbers) {
      if (value === null || !remark) continue;
      yield {
        message: `${nameCell(id)}除数字 ${value} 外还写有“${remark}”，宜移到“六、其他需要报告的事项”。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: value,
        found: raw,
      };
    }
  },
};
