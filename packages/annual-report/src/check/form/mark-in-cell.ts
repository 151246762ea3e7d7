import { cellEvidence } from '../evidence.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';
import { isNoneMark } from '../sums/check-relation.ts';

export const markInCell: ReportRule = {
  id: 'form.markInCell',
  family: 'form',
  title: '数字格不填“无”和斜线、横线',
  source: '各地审核口径：没有的事项填 0，不填“无”“-”“/”“\\”。',
  severity: 'warning',
  *check({ report, numbers }) {
    const cells = numbers
      .filter(([, cell]) => cell.value === null && cell.status === 'printed' && isNoneMark(cell.raw))
      .map(([{ id }]) => id);
    if (cells.length === 0) return;
    const list = cells.slice(0, 6).map((id) => `${nameCell(id)}填的是“${report.cells.get(id)?.raw}”`);
    yield {
      message: `${list.join('，')}${cells.length > 6 ? `等 ${cells.length} 格` : ''}；没有的事项应当填 0。`,
      cells,
      places: cells.map((id) => cellEvidence(report, id)),
      expected: '0',
      found: report.cells.get(cells[0] ?? '')?.raw ?? null,
    };
  },
};
