import type { Row, TableId } from '../../form/form.ts';
import { cellId, getTable } from '../../form/forms.ts';
import type { Place } from '../../place.ts';
import type { Report } from '../../report.ts';
import { nameRow, nameTable } from '../name-cell.ts';
import type { ReportRule } from '../rule.ts';

/** How far down a cell stands, where its source has rows or lines; a page's boxes tell it less surely. */
const depthOf = (place: Place | null): readonly [part: string, depth: number] | null => {
  if (place?.kind === 'table') return [`${place.sheet ?? ''} ${place.table}`, place.row];
  return place?.kind === 'line' ? ['lines', place.line] : null;
};

interface Standing {
  readonly row: Row;
  readonly part: string;
  readonly depth: number;
}

/** The first row that stands above the one that the form prints before it. */
const firstMisplaced = (report: Report, id: TableId) => {
  const reading = report.tables[id];
  const table = reading?.found ? getTable(reading.form, id) : undefined;
  if (!table) return null;
  let before: Standing | undefined;
  for (const row of table.rows) {
    const cell = report.cells.get(cellId(id, row.id, table.columns[0]?.id ?? ''));
    // Only a figure found by its own label says where the row is.
    const depth = cell?.status === 'printed' ? depthOf(cell.place) : null;
    if (!depth) continue;
    if (before?.part === depth[0] && depth[1] < before.depth) return { early: row, late: before.row, cell };
    before = { row, part: depth[0], depth: depth[1] };
  }
  return null;
};

export const rowOrder: ReportRule = {
  id: 'form.rowOrder',
  family: 'form',
  title: '表格各行的顺序与格式一致',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式规定了各表的行和顺序；各行的数字按行名核对。',
  severity: 'warning',
  *check({ report }) {
    for (const id of Object.keys(report.tables) as TableId[]) {
      // Table four prints its three groups side by side.
      const misplaced = id === 'reviews' ? null : firstMisplaced(report, id);
      if (!misplaced) continue;
      const { early, late, cell } = misplaced;
      yield {
        message: `${nameTable(id)}“${nameRow(early)}”一行排在“${nameRow(late)}”之前，与格式规定的顺序不同；请核对行名和数字是否对应。`,
        places: [{ what: `${nameTable(id)}“${nameRow(early)}”`, value: null, place: cell?.place ?? null }],
        expected: `${nameRow(late)}、${nameRow(early)}`,
        found: `${nameRow(early)}、${nameRow(late)}`,
      };
    }
  },
};
