import { sum } from '../../../annual-report/src/decimal.ts';
import { cellStatuses } from '../../../annual-report/src/report.ts';
import type { Figure, FigureRow, HeadCell, Laid, LaidBlock, LaidRow, LaidTable, LaidText } from '../laid.ts';
import type { Random } from '../random.ts';
import { type Damage, type DamageContext, ifChanged, mapFigures, mapRows, mapTables } from './damage.ts';

/**
 * Figures and words that belong to no cell of the form, standing where a reader could take them for one:
 * the damages that tempt to wrong cells.
 */

const stray = (text: string, span = 1): Figure => ({ id: null, text, value: null, span });

/** Without true columns nobody can say which of the figures is the added one. */
const unknown = (figure: Figure, { grid }: DamageContext): Figure =>
  grid || figure.id === null ? figure : { ...figure, lost: true, statuses: cellStatuses };

const newColumns: readonly (readonly [head: string, text: (random: Random) => string])[] = [
  ['上年总计', (random) => String(random.int(0, 90))],
  ['上年数', (random) => String(random.int(0, 90))],
  ['占比', (random) => `${random.int(0, 100)}.${random.int(0, 9)}%`],
  ['同比增减', (random) => String(random.int(-20, 40))],
  ['备注', (random) => random.pick(['', '', '含2件结转', '1'])],
];

/** One column more in table 三, at its right end or before its first. */
const columnAdded = (table: LaidTable, context: DamageContext, first: boolean): LaidTable => {
  const { random } = context;
  const [head, text] = random.pick(newColumns);
  let headed = false;
  const heads = table.rows.findIndex(({ kind }) => kind !== 'head');
  if (heads < 1 || table.width !== 10 || table.labelColumns !== undefined) return table;
  const move = (cell: HeadCell): HeadCell => ({
    ...cell,
    column: first && cell.column >= 3 ? cell.column + 1 : cell.column,
  });
  const rows = table.rows.map((row): LaidRow => {
    if (row.kind === 'head') {
      const added: HeadCell = {
        key: 'added',
        text: head,
        column: first ? 3 : 10,
        columnSpan: 1,
        rowSpan: heads,
      };
      const cells = row.cells.map(move);
      const out = headed ? cells : [...cells.slice(0, 1), ...(first ? [added] : []), ...cells.slice(1)];
      const all = headed || first ? out : [...out, added];
      headed = true;
      return { ...row, cells: all };
    }
    if (row.kind !== 'figures') return row;
    const figures = row.figures.map((figure) => unknown(figure, context));
    const more = stray(text(random));
    return { ...row, figures: first ? [more, ...figures] : [...figures, more] };
  });
  return { ...table, width: table.width + 1, rows };
};

/** 序号 before everything else: 1 to 23. */
const ordinals = (table: LaidTable): LaidTable => {
  if (table.labelColumns !== undefined || table.width !== 10) return table;
  let n = 0;
  return {
    ...table,
    width: table.width + 1,
    labelColumns: 4,
    rows: table.rows.map((row, at): LaidRow => {
      if (row.kind === 'head') {
        const cells = row.cells.map((cell) => ({ ...cell, column: cell.column + 1 }));
        const head: HeadCell = { key: 'ordinal', text: '序号', column: 0, columnSpan: 1, rowSpan: 3 };
        return { ...row, cells: at === 0 ? [head, ...cells] : cells };
      }
      if (row.kind !== 'figures') return row;
      n += 1;
      return { ...row, groups: [{ key: `ordinal ${n}`, text: String(n) }, ...row.groups] };
    }),
  };
};

/** 上年数 beside 本年数 in section 二. */
const yearBefore = (head: string): string =>
  /本年|上一?年/u.test(head)
    ? head.replace(/本年|上一?年/u, (year) => (year === '本年' ? '上年' : '前年'))
    : `上年末${head}`;

const pairedYears = (table: LaidTable, context: DamageContext): LaidTable => ({
  ...table,
  width: 7,
  rows: table.rows.map((row): LaidRow => {
    if (row.kind === 'head') {
      let column = 1;
      const cells = row.cells.slice(1).flatMap((cell): HeadCell[] => {
        const pair = [
          { ...cell, column, columnSpan: cell.columnSpan },
          {
            ...cell,
            key: `${cell.key} before`,
            text: yearBefore(cell.text),
            column: column + cell.columnSpan,
          },
        ];
        column += 2 * cell.columnSpan;
        return pair;
      });
      return { ...row, cells: [...row.cells.slice(0, 1), ...cells] };
    }
    if (row.kind !== 'figures') return row;
    return {
      ...row,
      figures: row.figures.flatMap((figure) => [
        unknown(figure, context),
        stray(String(context.random.int(0, 300)), figure.span),
      ]),
    };
  }),
});

const addUp = (rows: readonly FigureRow[]): readonly Figure[] =>
  (rows[0]?.figures ?? []).map((figure, at) => {
    const values = rows.map((row) => row.figures[at]?.value ?? '0');
    return stray(sum(values), figure.span);
  });

/** 小计 under each group of table 三. */
const subtotals = (table: LaidTable, label: string): LaidTable => {
  const rows: LaidRow[] = [];
  let group: FigureRow[] = [];
  const close = (): void => {
    const last = group.at(-1);
    if (last && group.length > 1)
      rows.push({ ...last, row: null, label: { key: 'subtotal', text: label }, figures: addUp(group) });
    group = [];
  };
  for (const row of table.rows) {
    const key = row.kind === 'figures' ? row.groups[1]?.key : undefined;
    const before = group[0]?.groups[1]?.key;
    if (key === undefined || (before !== undefined && key !== before)) close();
    rows.push(row);
    if (row.kind === 'figures' && key !== undefined) group.push(row);
  }
  close();
  return { ...table, rows };
};

const marks = ['①', '*', '¹', '[1]', '注1', '※', '（1）', '#'];

/** Two equal neighbours under heads of their own, drawn as one cell: whose figure it is, nobody can say. */
const merged = (figures: readonly Figure[], random: Random): readonly Figure[] => {
  const places = figures.flatMap((figure, at) =>
    at > 0 && figure.text !== '' && figures[at - 1]?.text === figure.text ? [at - 1] : [],
  );
  if (places.length === 0 || !random.chance(0.3)) return figures;
  const at = random.pick(places);
  const lost = (figure: Figure, text: string, span: number): Figure => ({
    ...figure,
    text,
    value: null,
    span,
    lost: true,
    statuses: cellStatuses,
  });
  const one = figures[at] as Figure;
  const other = figures[at + 1] as Figure;
  // Of the second one nothing is left: it is absent in the truth, or whatever a reader calls it without a value.
  return [...figures.slice(0, at), lost(one, one.text, one.span + other.span), ...figures.slice(at + 2)];
};

/** Where blank cells leave no trace, a number alone on a line may as well be the last row's figure. */
const bareNumbers = ['1', '62999999'];

const strayLines = ({ random, grid }: DamageContext): readonly string[] =>
  random
    .shuffle([
      ...(grid ? bareNumbers : []),
      '单位：件',
      '（单位：件、元）',
      '计量单位：件  金额单位：万元',
      '2022年1月20日',
      '2022-01-20',
      '2022.1.20',
      '20220120',
      '联系电话：0551-62999999',
      '0551-62999999',
      '邮编：230001',
      '附件1',
      '共 3 页',
      '第 2 页 共 5 页',
      '2/5',
      '表2',
      '续表',
      '（续）',
      '填表人：张某  审核人：李某',
      '注：本表数据截至12月31日',
      '备注：含上年度结转2件',
      '注：1.本表由各单位填报 2.数据截至2021年12月31日',
    ])
    .slice(0, 2);

const around =
  (place: 'before' | 'after') =>
  (laid: Laid, context: DamageContext): Laid => ({
    ...laid,
    blocks: laid.blocks.flatMap((block): LaidBlock[] => {
      if (block.kind !== 'table') return [block];
      const lines = strayLines(context).map(
        (text): LaidText => ({ kind: 'text', role: 'remark', text, report: block.report, section: null }),
      );
      return place === 'before' ? [...lines, block] : [block, ...lines];
    }),
  });

const tables = (
  name: string,
  which: LaidTable['name'],
  change: (table: LaidTable, context: DamageContext) => LaidTable,
): Damage => ({
  name,
  apply: (laid, context) =>
    ifChanged(
      laid,
      mapTables(laid, (table) => (table.name === which ? change(table, context) : table)),
    ),
});

export const strangerDamages: readonly Damage[] = [
  tables('columnAdded', 'requests', (table, context) => columnAdded(table, context, false)),
  tables('columnAddedFirst', 'requests', (table, context) => columnAdded(table, context, true)),
  tables('ordinalColumn', 'requests', ordinals),
  tables('pairedYears', 'proactive', pairedYears),
  tables('subtotals', 'requests', (table, { random }) =>
    subtotals(table, random.pick(['小计', '小  计', '合计', '其中：小计'])),
  ),
  {
    name: 'footnoteMarks',
    apply: (laid, { random }) => {
      const mark = random.pick(marks);
      return ifChanged(
        laid,
        mapFigures(laid, (figure) =>
          figure.id !== null && /^\d+$/.test(figure.text) && random.chance(0.1)
            ? { ...figure, text: figure.text + mark, lost: true, statuses: cellStatuses }
            : figure,
        ),
      );
    },
  },
  {
    name: 'figuresMerged',
    apply: (laid, { random, grid }) =>
      grid
        ? ifChanged(
            laid,
            mapRows(laid, (row) => [
              row.kind === 'figures' ? { ...row, figures: merged(row.figures, random) } : row,
            ]),
          )
        : null,
  },
  {
    name: 'remarkRow',
    apply: (laid, { random }) =>
      mapTables(laid, (table) => ({
        ...table,
        rows: [
          ...table.rows,
          {
            kind: 'band',
            table: table.name === 'proactive' ? 'proactive.20-1' : table.name,
            text: random.pick([
              '注：本表数据截至12月31日',
              '备注：含结转2件',
              '填报日期：2022年1月20日',
              '2022215',
            ]),
          },
        ],
      })),
  },
  { name: 'linesBefore', apply: around('before') },
  { name: 'linesAfter', apply: around('after') },
  {
    name: 'narrativeFigures',
    // Sentences that name the table's own rows and columns, right before and behind it.
    apply: (laid, { random }) => ({
      ...laid,
      blocks: laid.blocks.flatMap((block): LaidBlock[] => {
        if (block.kind !== 'table') return [block];
        const say = (text: string): LaidText => ({
          kind: 'text',
          role: 'body',
          text,
          report: block.report,
          section: block.name,
        });
        const lines = random.shuffle([
          '行政许可12件，行政处罚3件',
          '自然人：3件，商业企业：0件，总计：3件',
          '（一）予以公开 12',
          '规章 3',
          '行政复议 1',
          '本年新收政府信息公开申请数量：77件',
          '其中，结果维持5件，结果纠正1件',
          '（七）总计：88',
          '政府集中采购 12 345678',
        ]);
        return random.chance(0.5) ? [say(lines[0]!), block] : [block, say(lines[0]!)];
      }),
    }),
  },
];
