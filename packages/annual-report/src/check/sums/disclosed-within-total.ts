import { compare } from '../../decimal.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const disclosedWithinTotal: ReportRule = {
  id: 'sums.disclosedWithinTotal',
  family: 'sums',
  title: '2019 年格式：本年新公开数量不大于对外公开总数量',
  source: '2019 年格式表二第（一）项：“对外公开总数量”包含“本年新公开数量”。',
  severity: 'warning',
  forms: ['2019'],
  *check({ report }) {
    if (report.tables['proactive.20-1']?.form !== '2019') return;
    for (const row of ['regulations', 'normativeDocuments']) {
      const part = `proactive.20-1.${row}.disclosed`;
      const whole = `proactive.20-1.${row}.publicTotal`;
      const disclosed = report.cells.get(part)?.value;
      const total = report.cells.get(whole)?.value;
      if (!disclosed || !total || compare(disclosed, total) <= 0) continue;
      yield {
        message: `${nameCell(part)}为 ${disclosed}，大于${nameCell(whole)} ${total}。`,
        cells: [part, whole],
        places: [cellEvidence(report, part), cellEvidence(report, whole)],
        expected: `不大于 ${total}`,
        found: disclosed,
      };
    }
  },
};
