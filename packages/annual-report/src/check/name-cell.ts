import type { CellId, Row, TableId } from '../form/form.ts';
import { findCell } from '../form/forms.ts';
import type { Relation } from '../form/relations.ts';

const tableNames: Readonly<Record<TableId, string>> = {
  'proactive.20-1': '表二第（一）项',
  'proactive.20-5': '表二第（五）项',
  'proactive.20-6': '表二第（六）项',
  'proactive.20-8': '表二第（八）项',
  'proactive.20-9': '表二第（九）项',
  requests: '表三',
  reviews: '表四',
};

/** 表二第（一）项, 表三, 表四: short, as examiners say it. */
export const nameTable = (table: TableId): string => tableNames[table];

/** The row's label without the group all results share and without its remark in brackets: `（三）不予公开 1.属于国家秘密`. */
export const nameRow = (row: Row): string =>
  row.label
    .replace('三、本年度办理结果/', '')
    .replace(/（区分处理的.*?）$/, '')
    .replaceAll('/', ' ');

const names = new Map<CellId, string>();

/** `表三“（七）总计”自然人`; the id itself where no form prints such a cell. */
export const nameCell = (id: CellId): string => {
  const known = names.get(id);
  if (known !== undefined) return known;
  const cell = findCell(id);
  if (!cell) return id;
  const table = cell.table.id.startsWith('proactive') ? '表二' : nameTable(cell.table.id);
  const name = `${table}“${nameRow(cell.row)}”${cell.column.label.replace(/（.*?）/, '')}`;
  names.set(id, name);
  return name;
};

/** Names the side of a relation that is a sum: `表三“一”与“二”自然人之和`. */
export const nameSum = (relation: Relation, cells: readonly CellId[]): string => {
  const [first = ''] = cells;
  if (cells.length === 1) return nameCell(first);
  const cell = findCell(first);
  if (!cell) return first;
  const column = cell.column.label;
  if (relation.kind === 'outcomes') return `表三（一）至（六）各行${column}之和`;
  if (relation.kind === 'balance')
    return relation.left === cells
      ? `表三第一项加第二项（${column}）`
      : `表三第三项（七）总计加第四项（${column}）`;
  return relation.table === 'requests'
    ? `表三“${nameRow(cell.row)}”六类申请人之和`
    : `表四“${nameRow(cell.row)}”四种结果之和`;
};
