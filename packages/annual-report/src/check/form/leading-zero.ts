import { toDecimal } from '../../decimal.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import { standsAlone } from '../number-cells.ts';
import type { ReportRule } from '../rule.ts';

export const leadingZero: ReportRule = {
  id: 'form.leadingZero',
  family: 'form',
  title: '数字前没有多余的 0',
  source: '多余的 0 常是漏填、错位或两格相连留下的痕迹。',
  severity: 'notice',
  *check({ report, numbers }) {
    for (const [{ id }, { value, raw, status }] of numbers) {
      // Marks of footnotes (0¹, 0①) would become digits.
      const digits = raw
        .replaceAll(/[^\x20-\x7e\uff01-\uff5e]/gu, ' ')
        .normalize('NFKC')
        .trim();
      if (!/^[+-]?0\d/u.test(digits)) continue;
      // Digits that ran together are the file's fault, not a figure written so; they stand in several cells.
      if (status === 'solved' || status === 'byArithmetic' || !standsAlone(numbers, raw)) continue;
      // The reader takes no side on 020; up to four digits it is still one figure.
      if (value === null && !(status === 'unreadable' && /^0\d{1,3}$/u.test(digits))) continue;
      yield {
        message: `${nameCell(id)}填的是“${raw}”，数字前有多余的 0，请核对是否错位。`,
        cells: [id],
        places: [cellEvidence(report, id)],
        expected: value ?? toDecimal(digits),
        found: raw,
      };
    }
  },
};
