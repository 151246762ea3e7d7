import { compare, sum } from '../../decimal.ts';
import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

export const issuedWithinForce: ReportRule = {
  id: 'sums.issuedWithinForce',
  family: 'sums',
  title: '2021 年格式：本年制发件数不大于现行有效与本年废止件数之和',
  source: '2021 年格式表二第（一）项：本年制发的文件，到年末或者现行有效，或者已在本年废止。',
  severity: 'warning',
  forms: ['2021'],
  *check({ report }) {
    if (report.tables['proactive.20-1']?.form !== '2021') return;
    for (const row of ['regulations', 'normativeDocuments']) {
      const cells = ['issued', 'inForce', 'repealed'].map((column) => `proactive.20-1.${row}.${column}`);
      const [issued, inForce, repealed] = cells.map((id) => report.cells.get(id)?.value);
      const [made = '', force = '', gone = ''] = cells;
      // Repealed may be blank; the other two must be printed.
      if (!issued || !inForce) continue;
      const most = sum([inForce, repealed ?? '0']);
      if (compare(issued, most) <= 0) continue;
      yield {
        message: `${nameCell(made)}为 ${issued}，大于${nameCell(force)} ${inForce} 与${nameCell(gone)} ${repealed ?? '空白'} 之和 ${most}。`,
        cells,
        places: cells.map((id) => cellEvidence(report, id)),
        expected: `不大于 ${most}`,
        found: issued,
      };
    }
  },
};
