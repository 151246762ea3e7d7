import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import { standsAlone } from '../number-cells.ts';
import type { ReportRule } from '../rule.ts';
import { isNoneMark } from '../sums/check-relation.ts';

/** 二十, 312余, 20+3, 100%, 1,31, O: somebody wrote this into the cell; bare digits that ran together are the file's doing. */
const isWritten = (raw: string): boolean => raw.length <= 12 && /[^\d\s.]/u.test(raw);

export const wordInCell: ReportRule = {
  id: 'form.wordInCell',
  family: 'form',
  title: '数字格填的是数字',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各格填报数量或金额；“增/减”须写出数量。',
  severity: 'error',
  *check({ report, numbers }) {
    // Characters recognised from a picture are the recogniser's, not the report's.
    const scanned = numbers.some(([, { status }]) => status === 'recognised');
    for (const [{ id, column }, { value, status, raw }] of numbers) {
      if (value !== null || raw === '' || isNoneMark(raw)) continue;
      const unclear = status === 'unreadable';
      if (status !== 'printed' && !(unclear && !scanned && isWritten(raw) && standsAlone(numbers, raw)))
        continue;
      const advice =
        column.id === 'change' && /^[增减加少升降+-]+$/u.test(raw)
          ? '，没有写出增减的数量；减少用负数表示'
          : '，不是确切的数字，应当只填阿拉伯数字';
      yield {
        message: `${nameCell(id)}填的是“${raw}”${advice}。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: '数字',
        found: raw,
        ...(unclear ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
