import type { BreakRow, FigureRow, Laid, LaidBlock, LaidRow } from '../laid.ts';
import { type Damage, ifChanged, mapRows, mapTables } from './damage.ts';

const pageNumber = (n: number, shape: number): string =>
  [`- ${n} -`, `— ${n} —`, `${n}`, `第 ${n} 页`][shape % 4]!;

/** Breaks the request table (and, one time in two, section 二) before one of its figure rows. */
const breaks = (name: string, repeatHead: boolean, numbered: boolean): Damage => ({
  name,
  apply: (laid, { random }) => {
    let page = 2;
    const shape = random.int(0, 3);
    return mapTables(laid, (table) => {
      if (table.name === 'reviews' || (table.name === 'proactive' && random.chance(0.5))) return table;
      const places = table.rows.flatMap((row, i) =>
        row.kind === 'figures' && table.rows[i - 1]?.kind === 'figures' ? [i] : [],
      );
      if (places.length === 0) return table;
      const cuts = new Set([random.pick(places), ...(random.chance(0.4) ? [random.pick(places)] : [])]);
      return {
        ...table,
        rows: table.rows.flatMap((row, i): LaidRow[] =>
          cuts.has(i)
            ? [
                {
                  kind: 'break',
                  pageNumber: numbered ? pageNumber(page++, shape) : null,
                  repeatHead,
                } satisfies BreakRow,
                row,
              ]
            : [row],
        ),
      };
    });
  },
});

const moveHeadings = (laid: Laid): readonly LaidBlock[] => {
  const blocks = [...laid.blocks];
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    if (block.kind === 'text' && block.role === 'heading' && next?.kind === 'table') {
      blocks[i] = next;
      blocks[i + 1] = block;
    }
  });
  return blocks;
};

const addedRow = (row: FigureRow, text: string): FigureRow => ({
  ...row,
  row: null,
  label: { key: 'added', text },
  figures: row.figures.map((figure) => ({ ...figure, id: null, text: '17', value: '17' })),
});

export const tableDamages: readonly Damage[] = [
  breaks('pageBreak', false, false),
  breaks('pageBreakNumbered', false, true),
  breaks('pageBreakHeadRepeated', true, true),
  {
    name: 'labelCutByPage',
    apply: (laid, { random }) => {
      let done = false;
      return ifChanged(
        laid,
        mapRows(laid, (row): readonly LaidRow[] => {
          if (
            done ||
            row.kind !== 'figures' ||
            row.table !== 'requests' ||
            !row.row?.includes('.') ||
            row.label!.text.length < 8 ||
            !random.chance(0.2)
          )
            return [row];
          done = true;
          const { key, text } = row.label!;
          const cut = random.int(4, text.length - 3);
          const empty = row.figures.map((figure) => ({ ...figure, id: null, text: '', value: null }));
          return [
            { ...row, row: null, label: { key, text: text.slice(0, cut) }, figures: empty },
            { kind: 'break', pageNumber: null, repeatHead: false },
            { ...row, label: { key, text: text.slice(cut) } },
          ];
        }),
      );
    },
  },
  {
    name: 'rowAdded',
    apply: (laid) =>
      mapRows(laid, (row) =>
        row.kind === 'figures' && row.row === 'normativeDocuments'
          ? [row, addedRow(row, '其他主动公开文件')]
          : [row],
      ),
  },
  {
    name: 'rowMissing',
    apply: (laid, { random }) => {
      const rows = laid.blocks.flatMap((block) =>
        block.kind === 'table'
          ? block.rows.filter((row) => row.kind === 'figures' && row.label !== null)
          : [],
      );
      const gone = random.pick(rows);
      return mapRows(laid, (row) => (row === gone ? [] : [row]));
    },
  },
  {
    name: 'rowsSwapped',
    apply: (laid) =>
      mapTables(laid, (table) => {
        const i = table.rows.findIndex((row) => row.kind === 'figures' && row.row === 'penalties');
        const [a, b] = [table.rows[i], table.rows[i + 1]];
        return i < 0 || a === undefined || b?.kind !== 'figures'
          ? table
          : { ...table, rows: table.rows.with(i, b).with(i + 1, a) };
      }),
  },
  {
    name: 'emptyRows',
    apply: (laid, { random }) =>
      ifChanged(
        laid,
        mapRows(laid, (row) =>
          row.kind === 'band' && random.chance(0.5) ? [{ ...row, text: '' }, row] : [row],
        ),
      ),
  },
  {
    name: 'proactiveSplit',
    apply: (laid) => ({
      ...laid,
      blocks: laid.blocks.flatMap((block): LaidBlock[] => {
        if (block.kind !== 'table' || block.name !== 'proactive') return [block];
        const parts: LaidRow[][] = [];
        for (const row of block.rows) {
          if (row.kind === 'band' && row.text !== '') parts.push([]);
          parts.at(-1)?.push(row);
        }
        return parts.map((rows) => ({ ...block, rows }));
      }),
    }),
  },
  { name: 'headingAfterTable', apply: (laid) => ({ ...laid, blocks: moveHeadings(laid) }) },
];
