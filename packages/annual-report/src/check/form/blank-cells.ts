import type { CellId } from '../../form/form.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

const printedTable = (id: string): string =>
  id.startsWith('proactive') ? '表二' : id === 'requests' ? '表三' : '表四';

export const blankCells: ReportRule = {
  id: 'form.blankCells',
  family: 'form',
  title: '数字格不留空白',
  source: '各地审核口径：没有的事项填 0。空白分不清是没有、没有统计还是遗漏。',
  severity: 'warning',
  *check({ report, numbers }) {
    const blanks = new Map<string, CellId[]>();
    const counts = new Map<string, number>();
    for (const [{ id, table }, { status }] of numbers) {
      const name = printedTable(table.id);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (status !== 'blank') continue;
      const list = blanks.get(name);
      if (list) list.push(id);
      else blanks.set(name, [id]);
    }
    for (const [name, cells] of blanks) {
      const examples = cells.slice(0, 3).map(nameCell).join('、');
      yield {
        message: `${name}有 ${cells.length} 格空白（共 ${counts.get(name)} 格），如${examples}；没有的事项应当填 0。`,
        cells,
        places: cells.map((id) => ({
          what: nameCell(id),
          value: null,
          cell: id,
          place: report.cells.get(id)?.place ?? null,
        })),
        expected: '0',
        found: null,
      };
    }
  },
};
