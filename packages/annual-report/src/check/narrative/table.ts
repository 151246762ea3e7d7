import { type Decimal, multiply, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { findCell, forms, getTable } from '../../form/forms.ts';
import type { Cell, Report } from '../../report.ts';
import type { Count, Quantity } from './claim.ts';

/** One legitimate meaning of a claim: the cells it may speak of, and what they add up to. */
export interface Reading {
  /** In words, for the message: 新收, 新收加上年结转. */
  readonly name: string;
  readonly value: Decimal;
  readonly cells: readonly CellId[];
  /** False where a cell was not simply printed (recognised, solved) or is blank. */
  readonly firm: boolean;
}

export interface Figures {
  /** What the cells add up to; null where one of them says nothing certain. Blank counts as 0 but is not firm. */
  readonly total: (name: string, cells: readonly CellId[]) => Reading | null;
  /** A row of table 三, or the rows of a group (不予公开), as far as this report's form has them. */
  readonly cellsUnder: (row: string, column: string) => readonly CellId[];
}

const allRows = [
  ...new Set(forms.flatMap((form) => getTable(form.id, 'requests')?.rows.map(({ id }) => id) ?? [])),
];

const known = new Map<string, readonly CellId[]>();

/** The cells of a row of table 三, or of all rows of a group (不予公开), in one column; of both forms. */
const cellsUnder = (row: string, column: string): readonly CellId[] => {
  const key = `${row} ${column}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const cells = allRows
    .filter((id) => id === row || id.startsWith(`${row}.`))
    .map((id) => `requests.${id}.${column}`);
  known.set(key, cells);
  return cells;
};

const usable = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && cell.status !== 'absent' && cell.status !== 'unreadable';

const firmly = (cell: Cell): boolean =>
  cell.value !== null && (cell.status === 'printed' || cell.status === 'byOrder');

export const figuresOf = (report: Report): Figures => ({
  total: (name, cells) => {
    const found = cells.map((id) => report.cells.get(id));
    if (found.length === 0 || !found.every(usable)) return null;
    // 减, 少量: a word in the cell's place may mean any number.
    if (found.some((cell) => cell.value === null && cell.raw !== '' && !/^[-—\\/无零]+$/.test(cell.raw)))
      return null;
    return {
      name,
      value: sum(found.map((cell) => cell.value ?? '0')),
      cells,
      firm: found.every(firmly),
    };
  },
  cellsUnder: (row, column) => cellsUnder(row, column).filter((id) => report.cells.has(id)),
});

const present = (readings: readonly (Reading | null)[]): readonly Reading[] =>
  readings.filter((reading): reading is Reading => reading !== null);

const groupNames: Readonly<Record<string, string>> = {
  refused: '不予公开各行之和',
  unavailable: '无法提供各行之和',
  notProcessed: '不予处理各行之和',
  otherHandling: '其他处理各行之和',
};

const outcomePrefixes = ['disclosed', 'partial', 'refused', 'unavailable', 'notProcessed', 'otherHandling'];

/** The same row or rows over all kinds of applicant or one of them. */
const columnOf = (applicant: string | undefined): readonly string[] =>
  applicant === undefined
    ? ['total']
    : applicant === 'organisations'
      ? ['business', 'research', 'publicInterest', 'legalService', 'other']
      : [applicant];

const requestReadings = (
  figures: Figures,
  quantity: Quantity,
  { acts, ofAll }: Pick<Count, 'acts' | 'ofAll'>,
  zero: boolean,
): readonly Reading[] => {
  const [row = '', applicant] = quantity.split('@');
  const cells = (...rows: readonly string[]): readonly CellId[] =>
    columnOf(applicant).flatMap((column) => rows.flatMap((name) => figures.cellsUnder(name, column)));
  const received = figures.total('新收', cells('received'));
  const carriedIn = figures.total('上年结转', cells('carriedIn'));
  const both = figures.total('新收与上年结转之和', cells('received', 'carriedIn'));
  const concluded = figures.total('办理结果总计', cells('concluded'));
  // The row of totals is itself wrong in many reports; the rows above it tell what was concluded, too.
  const outcomes = figures.total('办理结果各行之和', cells(...outcomePrefixes));
  if (row === 'received') {
    const kinds =
      applicant === 'business'
        ? [
            figures.total(
              '法人或其他组织新收',
              columnOf('organisations').flatMap((column) => figures.cellsUnder('received', column)),
            ),
          ]
        : [];
    if (received === null) return [];
    // 未收到 can only mean the new ones: that nothing was concluded does not bear it out.
    if (zero) return [received];
    // 新收 is the first row alone; every other verb may take in what was carried over, or what was done.
    const strict = acts.length > 0 && acts.every((act) => act === 'new');
    return present(strict ? [received, ...kinds] : [received, both, concluded, outcomes, ...kinds]);
  }
  if (row === 'concluded') {
    if (concluded === null && outcomes === null) return [];
    const without = (name: string, ...left: readonly string[]): Reading | null =>
      figures.total(name, cells(...outcomePrefixes.filter((prefix) => !left.includes(prefix))));
    return present([
      concluded,
      outcomes,
      both,
      received,
      without('办理结果（不含其他处理）', 'otherHandling'),
      without('办理结果（不含不予处理）', 'notProcessed'),
      without('办理结果（不含不予处理和其他处理）', 'notProcessed', 'otherHandling'),
      answeredOfNew(figures, received, cells('carriedOut')),
    ]);
  }
  if (row === 'carriedIn') return present([carriedIn]);
  // 同意公开 was, before 2019, what is now 予以公开 with or without 部分公开.
  if (row === 'agreed')
    return present([
      figures.total('予以公开', cells('disclosed')),
      figures.total('予以公开与部分公开之和', cells('disclosed', 'partial')),
    ]);
  const own = figures.total(groupNames[row] ?? labelOf(cells(row)[0]), cells(row));
  if (!ofAll || row === 'carriedOut' || applicant !== undefined) return present([own]);
  // 收到3件，均予以公开: of the new ones only, of all, or of those that were due.
  const shifted = (name: string, by: Reading | null, sign: '' | '-'): Reading | null =>
    own === null || by === null
      ? null
      : {
          name,
          value: sum([own.value, by.value === '0' ? '0' : `${sign}${by.value}`]),
          cells: [...own.cells, ...by.cells],
          firm: own.firm && by.firm,
        };
  return present([
    own,
    shifted(`${own?.name}减上年结转`, carriedIn, '-'),
    shifted(`${own?.name}加结转下年度`, figures.total('', cells('carriedOut')), ''),
  ]);
};

const answeredOfNew = (
  figures: Figures,
  received: Reading | null,
  carriedOut: readonly CellId[],
): Reading | null => {
  const left = figures.total('结转下年度', carriedOut);
  if (received === null || left === null) return null;
  return {
    name: '新收减结转下年度',
    value: sum([received.value, left.value === '0' ? '0' : `-${left.value}`]),
    cells: [...received.cells, ...left.cells],
    firm: received.firm && left.firm,
  };
};

export const labelOf = (cell: CellId | undefined): string => {
  const found = cell === undefined ? undefined : findCell(cell);
  if (found === undefined) return '';
  const label = found.row.label.split('/').at(-1) as string;
  return found.table.id === 'requests' && found.column.id === 'total'
    ? label
    : `${label}${found.column.label}`;
};

const results = ['upheld', 'corrected', 'other', 'pending'];

/** 其他1件 behind 维持, 纠正 may hold what is pending, too. */
const otherOrOpen: readonly (readonly string[])[] = [['other'], ['other', 'pending']];

const reviewReadings = (figures: Figures, quantity: Quantity, zero: boolean): readonly Reading[] => {
  const [topic, ...rest] = quantity.split('.');
  const last = rest.at(-1);
  const settled = last === 'concluded';
  const result =
    last !== undefined && (results.includes(last) || settled || last === 'rest') ? last : undefined;
  const path = rest[0] === 'direct' || rest[0] === 'afterReconsideration' ? rest[0] : undefined;
  const direct = 'litigation.direct';
  const after = 'litigation.afterReconsideration';
  const rowSets: readonly (readonly string[])[] =
    topic === 'reconsideration'
      ? [['reconsideration']]
      : path
        ? [[`litigation.${path}`]]
        : [[direct, after], [direct], [after]];
  const readings = rowSets.map((rows) => {
    const name =
      rows.length > 1
        ? '直接起诉与复议后起诉之和'
        : labelOf(`reviews.${rows[0]}.${result && !settled ? result : 'total'}`) ||
          labelOf(`reviews.${rows[0]}.other`).replace(/其他结果$/, '');
    const cells = (columns: readonly string[]): readonly CellId[] =>
      rows.flatMap((row) => columns.map((column) => `reviews.${row}.${column}`));
    if (result === 'rest')
      return present(otherOrOpen.map((columns) => figures.total(`${name}其他结果`, cells(columns))));
    if (result !== undefined && !settled) return present([figures.total(name, cells([result]))]);
    return present([
      figures.total(name, cells(['total'])),
      figures.total(`${name}（各结果之和）`, cells(results)),
      ...(settled ? [figures.total(`${name}（已审结）`, cells(results.slice(0, 3)))] : []),
    ]);
  });
  const [first = []] = readings;
  // Without the first, the whole, one half of it proves nothing; and 0 means neither half.
  return first.length === 0 || zero ? first : readings.flat();
};

const blocks: Readonly<Record<string, string>> = {
  licensing: 'proactive.20-5.licensing.decisions',
  penalties: 'proactive.20-6.penalties.decisions',
  coercion: 'proactive.20-6.coercion.decisions',
};

const documentColumns: Readonly<Record<string, readonly string[]>> = {
  issued: ['issued', 'made'],
  repealed: ['repealed'],
  inForce: ['inForce'],
};

/** Amounts in 元, whatever unit the form or the cell has. */
const money = (report: Report, figures: Figures, id: CellId): readonly Reading[] => {
  const reading = figures.total(labelOf(id), [id]);
  if (reading === null) return [];
  const unit = report.cells.get(id)?.unit ?? findCell(id)?.column.unit;
  // A printed figure without a unit may be in either: the rule of units looks into that.
  const inWan = { ...reading, value: multiply(reading.value, '10000') };
  if (unit === '元') return report.cells.get(id)?.unit === undefined ? [reading, inWan] : [reading];
  return report.cells.get(id)?.unit === undefined ? [inWan, reading] : [inWan];
};

/** Everything in the tables that a claim may legitimately mean; empty where they say nothing about it. */
export const readingsOf = (report: Report, claim: Count): readonly Reading[] => {
  const { quantity } = claim;
  if (quantity === null) return [];
  const zero = claim.value === '0';
  const figures = figuresOf(report);
  const [family = '', second = '', third = ''] = quantity.split('.');
  if (family === 'reconsideration' || family === 'litigation') return reviewReadings(figures, quantity, zero);
  if (family === 'decisions') {
    const cell = blocks[second];
    return cell === undefined ? [] : present([figures.total(`${labelOf(cell)}`, [cell])]);
  }
  if (family === 'documents')
    return present(
      (documentColumns[third] ?? []).map((column) => {
        const cell = `proactive.20-1.${second}.${column}`;
        return figures.total(labelOf(cell), [cell]);
      }),
    );
  if (quantity === 'charges.amount') return money(report, figures, 'proactive.20-8.charges.amount');
  if (quantity === 'procurement.amount') return money(report, figures, 'proactive.20-9.procurement.amount');
  if (quantity === 'procurement.items')
    return present([figures.total('采购项目数量', ['proactive.20-9.procurement.items'])]);
  if (family === 'channel' || quantity === 'processingFee' || quantity === 'proactive') return [];
  return requestReadings(figures, quantity, claim, zero);
};
