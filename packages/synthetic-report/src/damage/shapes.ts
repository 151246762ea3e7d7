import { negate } from '../../../annual-report/src/decimal.ts';
import { cellStatuses } from '../../../annual-report/src/report.ts';
import type { Figure, FigureRow, HeadCell, LaidRow, LaidTable } from '../laid.ts';
import { type Damage, type DamageContext, ifChanged, mapRows, mapTables } from './damage.ts';

/** The same tables in another shape: everything is there, standing elsewhere. */

const figureRows = (table: LaidTable): readonly FigureRow[] =>
  table.rows.filter((row) => row.kind === 'figures');

const isWhole = (table: LaidTable): boolean =>
  table.rows.every(({ kind }) => kind === 'head' || kind === 'figures') &&
  figureRows(table).every((row) => row.figures.every(({ id, span }) => id !== null && span === 1));

const head = (key: string, text: string, column: number, columnSpan = 1, rowSpan = 1): HeadCell => ({
  key,
  text,
  column,
  columnSpan,
  rowSpan,
});

const procedures = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;
const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;

/** 行政诉讼 over its two kinds, beside 行政复议. */
const procedureLabels = (nth: number): Pick<FigureRow, 'groups' | 'label'> =>
  nth === 0
    ? { groups: [], label: { key: procedures[0], text: procedures[0] } }
    : {
        groups: [{ key: '行政诉讼', text: '行政诉讼' }],
        label: { key: procedures[nth]!, text: procedures[nth]! },
      };

/** Table 四 as three rows of five. */
const reviewsInRows = (table: LaidTable): LaidTable => {
  const [row, ...more] = figureRows(table);
  if (!isWhole(table) || row?.figures.length !== 15 || more.length > 0) return table;
  return {
    ...table,
    width: 7,
    labelColumns: 2,
    rows: [
      {
        kind: 'head',
        table: 'reviews',
        cells: [head('kind', '类别', 0, 2), ...outcomes.map((text, i) => head(text, text, 2 + i))],
      },
      ...[0, 1, 2].map(
        (nth): LaidRow => ({
          ...row,
          ...procedureLabels(nth),
          figures: row.figures.slice(nth * 5, nth * 5 + 5),
        }),
      ),
    ],
  };
};

/** Table 四 as fifteen rows of one. */
const reviewsInColumn = (table: LaidTable): LaidTable => {
  const [row, ...more] = figureRows(table);
  if (!isWhole(table) || row?.figures.length !== 15 || more.length > 0) return table;
  return {
    ...table,
    width: 4,
    labelColumns: 3,
    rows: row.figures.map((figure, at): LaidRow => {
      const nth = Math.floor(at / 5);
      const { groups, label } = procedureLabels(nth);
      const all = [...groups, label!];
      return {
        ...row,
        groups: all,
        label: { key: `${nth} ${at}`, text: outcomes[at % 5]! },
        figures: [figure],
      };
    }),
  };
};

/** Table 三 with its applicants down and its rows across: only in true tables. */
const requestsAcross = (table: LaidTable): LaidTable => {
  const rows = figureRows(table);
  const heads = table.rows
    .flatMap((row) => (row.kind === 'head' ? row.cells : []))
    .filter(({ key }) => !['corner', 'applicants', 'organisations'].includes(key));
  if (!isWhole(table) || rows.length < 20 || rows.some((row) => row.figures.length !== 7)) return table;
  const columnOf = (key: string): number => heads.find((cell) => cell.key === key)?.column ?? 0;
  const order = [
    'naturalPerson',
    'business',
    'research',
    'publicInterest',
    'legalService',
    'other',
    'total',
  ].toSorted((one, other) => columnOf(one) - columnOf(other));
  const labels = order.map((key) => heads.find((cell) => cell.key === key)?.text);
  if (labels.includes(undefined)) return table;
  return {
    ...table,
    width: 2 + rows.length,
    labelColumns: 2,
    rows: [
      {
        kind: 'head',
        table: 'requests',
        cells: [
          head('applicants', '申请人情况', 0, 2),
          ...rows.map((row, at) => head(row.label!.key, row.label!.text, 2 + at)),
        ],
      },
      ...labels.map(
        (text, at): LaidRow => ({
          kind: 'figures',
          table: 'requests',
          row: order[at]!,
          groups: at > 0 && at < 6 ? [{ key: 'organisations', text: '法人或其他组织' }] : [],
          label: { key: order[at]!, text: text! },
          figures: rows.map((row) => row.figures[at]!),
        }),
      ),
    ],
  };
};

/** The five kinds of organisation in another order, heads and figures alike. */
const columnsPermuted = (table: LaidTable, { random }: DamageContext): LaidTable => {
  if (!isWhole(table) || figureRows(table).some((row) => row.figures.length !== 7)) return table;
  const order = random.shuffle([0, 1, 2, 3, 4]);
  return {
    ...table,
    rows: table.rows.map((row): LaidRow => {
      if (row.kind === 'head') {
        if (row.cells.length !== 5) return row;
        return {
          ...row,
          cells: order.map((from, to) => ({ ...row.cells[from]!, column: 4 + to })),
        };
      }
      if (row.kind !== 'figures') return row;
      const [person, ...rest] = row.figures as readonly [Figure, ...Figure[]];
      return { ...row, figures: [person, ...order.map((from) => rest[from]!), ...rest.slice(5)] };
    }),
  };
};

/** The rows inside each group of table 三 in another order; their labels go with them. */
const rowsPermuted = (table: LaidTable, { random, unlabelled }: DamageContext): LaidTable => {
  if (unlabelled) return table;
  const groups = Map.groupBy(figureRows(table), (row) => row.groups[1]?.key ?? '');
  const next = new Map(
    [...groups].map(([key, rows]) => [key, key === '' ? [...rows] : [...random.shuffle(rows)]]),
  );
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.kind === 'figures' ? next.get(row.groups[1]?.key ?? '')!.shift()! : row,
    ),
  };
};

/** A table of its own for each group, the head over each. */
const groupTables = (table: LaidTable): LaidTable => ({
  ...table,
  rows: table.rows.flatMap((row, at): readonly LaidRow[] => {
    const before = table.rows[at - 1];
    const cut =
      row.kind === 'figures' &&
      before?.kind === 'figures' &&
      row.groups[1]?.key !== undefined &&
      row.groups[1]?.key !== before.groups[1]?.key;
    return cut ? [{ kind: 'break', pageNumber: null, repeatHead: true }, row] : [row];
  }),
});

const requests = (
  name: string,
  change: (table: LaidTable, context: DamageContext) => LaidTable,
  needsGrid: boolean,
): Damage => ({
  name,
  apply: (laid, context) =>
    needsGrid && !context.grid
      ? null
      : ifChanged(
          laid,
          mapTables(laid, (table) => (table.name === 'requests' ? change(table, context) : table)),
        ),
});

const reviews = (name: string, change: (table: LaidTable) => LaidTable): Damage => ({
  name,
  apply: (laid) =>
    ifChanged(
      laid,
      mapTables(laid, (table) => (table.name === 'reviews' ? change(table) : table)),
    ),
});

/** 减57: the word is the sign; only the two figures beside it prove so. */
const signWord = (row: FigureRow, figure: Figure): Figure => {
  if (!figure.id?.endsWith('.change') || !/^-?[1-9]\d*$/.test(figure.text)) return figure;
  const [before, change, after] = row.figures.map(({ value }) => value);
  const proved = [before, change, after].every((value) => value != null);
  const less = figure.text.startsWith('-');
  return {
    ...figure,
    text: `${less ? '减' : '增'}${less ? negate(figure.text) : figure.text}`,
    statuses: cellStatuses,
    lost: !proved || Number(after) - Number(before) !== Number(change),
  };
};

export const shapeDamages: readonly Damage[] = [
  reviews('reviewsInRows', reviewsInRows),
  reviews('reviewsInColumn', reviewsInColumn),
  requests('requestsAcross', requestsAcross, true),
  requests('columnsPermuted', columnsPermuted, true),
  requests('rowsPermuted', rowsPermuted, false),
  requests('groupTables', groupTables, false),
  {
    name: 'signWords',
    apply: (laid) =>
      ifChanged(
        laid,
        mapRows(laid, (row) => [
          row.kind === 'figures'
            ? { ...row, figures: row.figures.map((figure) => signWord(row, figure)) }
            : row,
        ]),
      ),
  },
];
