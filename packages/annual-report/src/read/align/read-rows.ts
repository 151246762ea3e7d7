import { assignRuns } from './assign-runs.ts';
import type { Instance } from './find-instances.ts';
import type { Interval, RowHabit } from './fit-row.ts';
import { fitRow, gapsAreCells, learnHabit } from './fit-row.ts';
import { agreesWithHeads, byHeads, headsAt, headsOf } from './heads.ts';
import type { Label } from './labels.ts';
import type { Recovered } from './recover-labels.ts';
import { elementsOf } from './runs.ts';
import type { Token } from './token.ts';

/**
 * A row of a table as found.
 *
 * - `cells`: one token a column (null = an empty place)
 * - `loose`: figures that can't be told apart by column
 * - `bare`: its label without any figures
 */
export type RowReading =
  | { readonly kind: 'cells'; readonly tokens: readonly (Token | null)[]; readonly labelled: boolean }
  | { readonly kind: 'loose'; readonly tokens: readonly Token[]; readonly labelled: boolean }
  | { readonly kind: 'bare' };

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
  const { runs, labelled } = assignRuns(elements, rows, (row) => columnsOf(row).length, tableOf);
  const out = new Map<string, RowReading>();
  const widths = [...runs].map(([row, { run }]) => ({ run, width: columnsOf(row).length }));
  const gaps = gapsAreCells(widths.filter(({ run }) => !run.rowLike));
  const habits = new Map<number, RowHabit>();
  const habitOf = (width: number): RowHabit => {
    const known = habits.get(width);
    if (known) return known;
    const same = widths.filter((one) => one.width === width).map(({ run }) => run);
    const above = instance.part === 'requests' ? headIntervals(tokens, instance, labelAt) : [];
    const habit = learnHabit(same, width, gaps, above);
    habits.set(width, habit);
    return habit;
  };
  for (const row of rows) {
    const found = runs.get(row);
    if (found === undefined) {
      if (labelled.has(row)) out.set(row, { kind: 'bare' });
      continue;
    }
    const { run } = found;
    const columns = columnsOf(row);
    const grid = run.tokens[0]?.lineKind === 'grid';
    const above = grid ? headsAt(heads, run.line) : null;
    const counted = fitRow(run, columns.length, habitOf(columns.length));
    const cells =
      byHeads(run.tokens, above, columns) ??
      (counted && agreesWithHeads(counted, above, columns) ? counted : null);
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

const wholeOf = (one: Recovered | undefined): Label | undefined => (one?.whole ? one.label : undefined);

/** Where the heads of the columns stand across the page. */
const headIntervals = (
  tokens: readonly Token[],
  instance: Instance,
  labelAt: (at: number) => Label | undefined,
): readonly Interval[] => {
  const out: Interval[] = [];
  for (let at = instance.from; at < instance.to; at++) {
    const { across } = tokens[at] as Token;
    if (across !== null && labelAt(at)?.role === 'column') out.push(across);
  }
  return out;
};
