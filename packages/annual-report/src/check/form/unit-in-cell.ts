import { multiply } from '../../decimal.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const unitInCell: ReportRule = {
  id: 'form.unitInCell',
  family: 'form',
  title: '数字格内不写单位',
  source: '格式在表头规定计量单位，格内只填数字；2019 年格式的采购总金额各地有元、万元两种填法，须核对。',
  severity: 'notice',
  *check({ report, numbers }) {
    for (const [{ id, column }, { value, unit, raw }] of numbers) {
      if (value === null || unit === undefined) continue;
      // form.feeUnit converts an amount in 元 where 万元 is asked for.
      if (unit === '元' && column.unit === '万元') continue;
      const converted =
        unit.startsWith('万') && column.unit === '元'
          ? `，即 ${multiply(value, '10000')} 元，与以元为单位的报告比较时须换算`
          : '';
      yield {
        message: `${nameCell(id)}填的是“${raw}”，格内写有单位“${unit}”${converted}。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: value,
        found: raw,
      };
    }
  },
};
