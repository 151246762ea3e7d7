import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';
import { isNoneMark } from '../sums/check-relation.ts';

export const wordInCell: ReportRule = {
  id: 'form.wordInCell',
  family: 'form',
  title: '数字格填的是数字',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各格填报数量或金额；“增/减”须写出数量。',
  severity: 'error',
  *check({ report, numbers }) {
    for (const [{ id, column }, { value, status, raw }] of numbers) {
      if (value !== null || status !== 'printed' || raw === '' || isNoneMark(raw)) continue;
      const advice =
        column.id === 'change' && /^[增减加少升降+-]+$/u.test(raw)
          ? '，没有写出增减的数量；减少用负数表示'
          : '，不是数字';
      yield {
        message: `${nameCell(id)}填的是“${raw}”${advice}。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: '数字',
        found: raw,
      };
    }
  },
};
