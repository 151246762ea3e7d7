import type { Table } from '../../form/form.ts';
import { cellId, getTable } from '../../form/forms.ts';
import type { Report } from '../../report.ts';
import { nameCell, nameRow, nameTable } from '../name-cell.ts';
import type { FindingDraft, ReportRule } from '../rule.ts';

const absentIn = (report: Report, table: Table): FindingDraft | null => {
  const absent = table.rows.flatMap((row) =>
    table.columns
      .map((column) => cellId(table.id, row.id, column.id))
      .filter((id) => (report.cells.get(id)?.status ?? 'absent') === 'absent'),
  );
  if (absent.length === 0) return null;
  const isAbsent = new Set(absent);
  const rows = table.rows.filter((row) =>
    table.columns.every((column) => isAbsent.has(cellId(table.id, row.id, column.id))),
  );
  const single = absent.filter((id) => !rows.some((row) => id.startsWith(`${table.id}.${row.id}.`)));
  const everything = absent.length === table.rows.length * table.columns.length;
  const parts = [
    ...(rows.length > 0 ? [`缺少“${rows.map(nameRow).join('”“')}”${rows.length} 行`] : []),
    ...(single.length > 0
      ? [`缺少 ${single.length} 格：${single.slice(0, 8).map(nameCell).join('、')}`]
      : []),
  ];
  return {
    message: everything
      ? `${nameTable(table.id)}只有表头，没有数据行（也可能整行都是空白）。`
      : `${nameTable(table.id)}${parts.join('；')}${single.length > 8 ? '等' : ''}。`,
    cells: absent,
    places: [{ what: nameTable(table.id), value: null, place: report.tables[table.id]?.place ?? null }],
    expected: `${table.rows.length * table.columns.length} 格`,
    found: `${table.rows.length * table.columns.length - absent.length} 格`,
    // A column, a few cells or a wholly blank line of figures may be lost in the file's conversion; a labelled
    // row that is not there is missing from the form.
    ...(rows.length === 0 || everything ? { severity: 'warning' as const } : {}),
  };
};

/** Whether the report states something for every cell of the tables found; a reader gives each its status. */
const isWhole = (report: Report, count: number): boolean => {
  let expected = 0;
  for (const [id, { form, found }] of Object.entries(report.tables))
    if (found) expected += sizeOf(getTable(form, id as Table['id']));
  return count >= expected;
};

const sizeOf = (table: Table | undefined): number => (table ? table.rows.length * table.columns.length : 0);

export const rowMissing: ReportRule = {
  id: 'form.rowMissing',
  family: 'form',
  title: '表格的行列齐全',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各表的行、列不得增减。',
  severity: 'error',
  *check({ report, numbers }) {
    if (numbers.every(([, { status }]) => status !== 'absent') && isWhole(report, numbers.length)) return;
    for (const reading of Object.entries(report.tables)) {
      const [id, { form, found }] = reading as [Table['id'], { form: '2019' | '2021'; found: boolean }];
      const table = found ? getTable(form, id) : undefined;
      const finding = table ? absentIn(report, table) : null;
      if (finding) yield finding;
    }
  },
};
