import type { CellId } from '../../form/form.ts';
import { nameCell } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';
import type { Diagnosis } from '../sums/diagnose.ts';

const printedTable = (id: string): string =>
  id.startsWith('proactive') ? '表二' : id === 'requests' ? '表三' : '表四';

/** Blank totals beside parts that are not 0: there, 0 would be wrong. */
const toBeFilled = ({ hypotheses, complete }: Diagnosis): readonly CellId[] =>
  complete ? hypotheses.flatMap(({ corrections }) => corrections.map(({ cell }) => cell)) : [];

export const blankCells: ReportRule = {
  id: 'form.blankCells',
  family: 'form',
  title: '数字格不留空白',
  source: '各地审核口径：没有的事项填 0。空白分不清是没有、没有统计还是遗漏。',
  severity: 'warning',
  *check({ report, numbers, diagnoses }) {
    const totals = new Set(diagnoses.flatMap(toBeFilled));
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
      const sums = cells.filter((id) => totals.has(id));
      const advice =
        sums.length === 0
          ? '没有的事项应当填 0'
          : sums.length === cells.length
            ? '合计应当按各项之和填写'
            : `没有的事项应当填 0，其中 ${sums.length} 格合计应当按各项之和填写`;
      yield {
        message: `${name}有 ${cells.length} 格空白（共 ${counts.get(name)} 格），如${examples}；${advice}。`,
        cells,
        places: cells.map((id) => ({
          what: nameCell(id),
          value: null,
          cell: id,
          place: report.cells.get(id)?.place ?? null,
        })),
        expected: sums.length === 0 ? '0' : null,
        found: null,
      };
    }
  },
};
