import type { CellId, FormId } from '../../form/form.ts';
import { cellId, getTable } from '../../form/forms.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import type { Cell } from '../../report.ts';

const columns: readonly string[] = applicantColumns.map((column) => column.id);
const notOutcomes: ReadonlySet<string> = new Set(['received', 'carriedIn', 'concluded', 'carriedOut']);
/** Distinct column sums kept at a time; beyond it the search is given up. */
const mostStates = 4000;

type Numbers = readonly number[];

export type ColumnSolution =
  | { readonly kind: 'one'; readonly rows: ReadonlyMap<string, Numbers> }
  /** No choice satisfies the columns: the report contradicts itself, or a reading is wrong. */
  | { readonly kind: 'none' }
  /** Several choices do, or the search was given up. */
  | { readonly kind: 'several' };

interface State {
  readonly sums: Numbers;
  /** 1, or 2 for several. */
  readonly ways: number;
  readonly chosen: ReadonlyMap<string, Numbers>;
}

/**
 * Chooses one reading of each open row of table 三 so that in every column 一 + 二 = 三（七）+ 四 and
 * （七）is the sum of its rows. Blank cells count as 0; where a cell holds no number, nothing is decided.
 */
export const solveColumns = (
  form: FormId,
  cells: ReadonlyMap<CellId, Cell>,
  choices: ReadonlyMap<string, readonly Numbers[]>,
): ColumnSolution => {
  const rows = (getTable(form, 'requests')?.rows ?? []).map((row) => row.id);
  const waysOf = new Map<string, readonly Numbers[]>();
  for (const row of rows) {
    const open = choices.get(row);
    const known = open ?? knownRow(cells, row);
    if (known === null) return { kind: 'several' };
    waysOf.set(row, known);
  }
  const at = (row: string): readonly Numbers[] => waysOf.get(row) ?? [];
  let states = new Map<string, State>();
  add(states, { sums: columns.map(() => 0), ways: 1, chosen: new Map() });
  for (const row of rows.filter((one) => !notOutcomes.has(one))) {
    const next = new Map<string, State>();
    for (const state of states.values())
      for (const way of at(row)) {
        const sums = state.sums.map((sum, column) => sum + (way[column] as number));
        if (!at('concluded').some((goal) => sums.every((sum, column) => sum <= (goal[column] as number))))
          continue;
        add(next, {
          sums,
          ways: state.ways,
          chosen: choices.has(row) ? new Map(state.chosen).set(row, way) : state.chosen,
        });
        if (next.size > mostStates) return { kind: 'several' };
      }
    states = next;
  }
  return settle(states, at, choices);
};

const add = (states: Map<string, State>, state: State): void => {
  const key = state.sums.join();
  const known = states.get(key);
  states.set(key, known ? { ...known, ways: 2 } : state);
};

const settle = (
  states: ReadonlyMap<string, State>,
  at: (row: string) => readonly Numbers[],
  choices: ReadonlyMap<string, readonly Numbers[]>,
): ColumnSolution => {
  let found: ReadonlyMap<string, Numbers> | null = null;
  let ways = 0;
  for (const concluded of at('concluded')) {
    const state = states.get(concluded.join());
    if (state === undefined) continue;
    for (const received of at('received'))
      for (const carriedIn of at('carriedIn'))
        for (const carriedOut of at('carriedOut')) {
          const balanced = concluded.every(
            (value, column) =>
              (received[column] as number) + (carriedIn[column] as number) ===
              value + (carriedOut[column] as number),
          );
          if (!balanced) continue;
          ways += state.ways;
          if (ways > 1) return { kind: 'several' };
          const ends = { received, carriedIn, concluded, carriedOut };
          found = new Map([...state.chosen, ...Object.entries(ends).filter(([row]) => choices.has(row))]);
        }
  }
  return found === null ? { kind: 'none' } : { kind: 'one', rows: found };
};

const knownRow = (cells: ReadonlyMap<CellId, Cell>, row: string): readonly Numbers[] | null => {
  const numbers: number[] = [];
  for (const column of columns) {
    const cell = cells.get(cellId('requests', row, column));
    if (cell === undefined || cell.status === 'blank') numbers.push(0);
    else if (cell.value === null || !/^\d{1,9}$/.test(cell.value)) return null;
    else numbers.push(Number(cell.value));
  }
  return [numbers];
};
