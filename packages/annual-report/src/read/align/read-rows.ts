import type { LineKind } from '../source.ts';
import { assignRuns } from './assign-runs.ts';
import type { Instance } from './find-instances.ts';
import type { RowHabit } from './fit-row.ts';
import { byPosition, fitRow, gapsAreCells, learnHabit } from './fit-row.ts';
import { agreesWithHeads, byHeads, headsAt, headsOf } from './heads.ts';
import type { Label } from './labels.ts';
import type { Recovered } from './recover-labels.ts';
import type { Run } from './runs.ts';
import { elementsOf } from './runs.ts';
import type { Token } from './token.ts';

/**
 * A row of a table as found.
 *
 * - `cells`: one token a column (null = an empty place)
 * - `loose`: figures that can't be told apart by column
 * - `bare`: its label without any figures
 * - `guess`: one token a column, which only their order gives to this row; its label stands elsewhere
 * - `astray`: its label without any figures, and figures elsewhere in the table that may be its own
 */
export type RowReading =
  | { readonly kind: 'cells'; readonly tokens: readonly (Token | null)[]; readonly labelled: boolean }
  | { readonly kind: 'loose'; readonly tokens: readonly Token[]; readonly labelled: boolean }
  | { readonly kind: 'guess'; readonly tokens: readonly Token[] }
  | { readonly kind: 'bare' }
  | { readonly kind: 'astray' };

/**
 * Reads the rows of a table whose row labels stand at the left (or before their figures).
 *
 * @param rows row ids in the form's order
 * @param columnsOf column ids of a row, as the form orders them
 */
export const readRows = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
  rows: readonly string[],
  columnsOf: (row: string) => readonly string[],
  tableOf: (row: string) => string | null = () => null,
): ReadonlyMap<string, RowReading> => {
  const elements = elementsOf(tokens, instance.from, instance.to, instance.labels, recovered);
  const labelAt = (at: number): Label | undefined => instance.labels.get(at) ?? wholeOf(recovered.get(at));
  const heads = headsOf(tokens, instance.from, instance.to, labelAt);
  const { runs, labelled, guessed, robbed } = assignRuns(
    elements,
    rows,
    (row) => columnsOf(row).length,
    tableOf,
  );
  const out = new Map<string, RowReading>();
  // A head of which a line is lost (社会公 over 组织) still stands where it stands.
  const laidOut = laidOutHeads(tokens, instance, (at) => {
    const piece = recovered.get(at);
    return labelAt(at) ?? (piece?.head ? piece.label : undefined);
  });
  const widths = [...runs].map(([row, { run }]) => ({ row, run, width: columnsOf(row).length }));
  const gaps = gapsAreCells(widths.filter(({ run }) => !run.rowLike));
  const foreignHeads = foreignHeadKinds(tokens, instance, labelAt);
  const foreign = foreignHeads.has('text') || foreignHeads.has('cells');
  const habits = new Map<number, RowHabit>();
  const habitOf = (width: number): RowHabit => {
    const known = habits.get(width);
    if (known) return known;
    const same = widths.filter((one) => one.width === width).map(({ run }) => run);
    const ids = columnsOf(widths.find((one) => one.width === width)?.row ?? '');
    const named = laidOut.flatMap(({ id, across }) =>
      ids.includes(id) ? [{ column: ids.indexOf(id), across }] : [],
    );
    const habit = learnHabit(same, width, gaps, instance.part === 'requests' ? named : [], foreign);
    habits.set(width, habit);
    return habit;
  };
  for (const row of rows) {
    const found = runs.get(row);
    if (found === undefined) {
      const guess = instance.part === 'requests' ? guessed.get(row) : undefined;
      if (guess !== undefined) out.set(row, { kind: 'guess', tokens: guess.tokens });
      else if (labelled.has(row)) out.set(row, { kind: robbed.has(row) ? 'astray' : 'bare' });
      continue;
    }
    const { run } = found;
    const columns = columnsOf(row);
    const grid = run.tokens[0]?.lineKind === 'grid';
    const above = grid ? headsAt(heads, run.line) : null;
    // Such a head is printed, but over no column of its own: the columns are not what they seem.
    const astray = grid && foreignHeads.has('grid') && above !== null && above.foreign.length === 0;
    const counted = fitRow(run, columns.length, habitOf(columns.length));
    const cells =
      (astray ? null : byHeads(run.tokens, above, columns)) ??
      (counted && !(grid && foreignHeads.has('grid')) && agreesWithHeads(counted, above, columns)
        ? counted
        : underHeads(run, columns, laidOut));
    out.set(
      row,
      cells === null
        ? {
            kind: 'loose',
            tokens: run.tokens.filter((token) => token.kind !== 'gap'),
            labelled: found.labelled,
          }
        : { kind: 'cells', tokens: cells, labelled: found.labelled },
    );
  }
  return out;
};

/** Heads of columns that the form does not have, in text whose columns are told by their number alone. */
const foreignHead = /^(?:上年|上一年|去年|同期|占比|占|比例|百分比|同比|环比|增幅|增减|备注|说明|单位|小计)/u;

const foreignHeadKinds = (
  tokens: readonly Token[],
  instance: Instance,
  labelAt: (at: number) => Label | undefined,
): ReadonlySet<LineKind> => {
  const kinds = new Set<LineKind>();
  let near = 4;
  for (let at = instance.from; at < instance.to; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'words') continue;
    const label = labelAt(at);
    if (label !== undefined) near = label.role === 'column' || label.role === 'corner' ? 4 : 0;
    else if (near > 0 && token.key.length < 12 && foreignHead.test(token.key)) kinds.add(token.lineKind);
    near -= 1;
  }
  return kinds;
};

const wholeOf = (one: Recovered | undefined): Label | undefined => (one?.whole ? one.label : undefined);

/** Heads of laid-out text in reading order. */
const laidOutHeads = (
  tokens: readonly Token[],
  instance: Instance,
  labelAt: (at: number) => Label | undefined,
): readonly LaidOutHead[] => {
  const out: LaidOutHead[] = [];
  for (let at = instance.from; at < instance.to; at++) {
    const { across, line } = tokens[at] as Token;
    const label = labelAt(at);
    if (across !== null && label?.role === 'column') out.push({ id: label.id, line, across });
  }
  return out;
};

interface LaidOutHead {
  readonly id: string;
  readonly line: number;
  readonly across: readonly [number, number];
}

/** The figures of a laid-out row by the heads above them: each under exactly one, and every head known. */
const underHeads = (
  run: Run,
  columns: readonly string[],
  heads: readonly LaidOutHead[],
): readonly (Token | null)[] | null => {
  if (!run.rowLike || run.tokens.some((token) => token.across === null)) return null;
  const above = columns.map((id) => heads.findLast((head) => head.id === id && head.line < run.line));
  if (above.some((head) => head === undefined)) return null;
  const stretches = above.map((head) => (head as LaidOutHead).across);
  const apart = stretches.every(([left, right], at) =>
    stretches.every((other, index) => index === at || other[1] <= left || other[0] >= right),
  );
  return apart ? byPosition(run.tokens, stretches) : null;
};
