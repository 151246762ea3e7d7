import type { CellId, FormId } from '../../form/form.ts';
import { cellId } from '../../form/forms.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import type { Place } from '../../place.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell, CellStatus } from '../../report.ts';
import { cellName, unreadableCell } from './make-cell.ts';
import type { RowReading } from './read-rows.ts';
import { solveColumns } from './solve-columns.ts';
import { plainDigits, splitDigits } from './split-digits.ts';
import type { Token } from './token.ts';

const columns: readonly string[] = applicantColumns.map((column) => column.id);
const width = columns.length;
/** More readings of one row than this are as good as none. */
const mostReadings = 200;

/** The readings that a row of figures allows by its own sum. */
interface Readings {
  readonly row: string;
  readonly tokens: readonly Token[];
  readonly ways: readonly (readonly number[])[];
  /** Fewer zeros than columns: worth 0 in every sum, but not known which of its cells are empty. */
  readonly short: boolean;
  /** One digit a cell: there is nothing to choose. */
  readonly forced: boolean;
  /** The row's sum holds for fewer cells, too, and blank cells leave no trace: only the columns can tell. */
  readonly unsure: boolean;
}

/**
 * Rows of table 三 whose figures can't be told apart by column: cut them up by the row sum, and where
 * that leaves a choice, by the column sums. Only a single solution counts; everything else is unreadable.
 */
export const solveRows = (
  form: FormId,
  rows: ReadonlyMap<string, RowReading>,
  cells: Map<CellId, Cell>,
  problems: Problem[],
): void => {
  const open: Readings[] = [];
  const blanksVanish = someRowIsShort(rows);
  const totalsPrinted = !blanksVanish || totalsExplainRows(rows);
  for (const [row, reading] of rows) {
    if (reading.kind !== 'loose') continue;
    open.push({ row, tokens: reading.tokens, ...readingsOf(reading.tokens, blanksVanish) });
  }
  if (open.length === 0) return;
  const choices = new Map(open.filter((one) => one.ways.length > 0).map((one) => [one.row, one.ways]));
  const solution = choices.size === open.length ? solveColumns(form, cells, choices) : null;
  const manifold = new Set(open.filter(({ ways }) => ways.length > 0).map(digitsOf)).size >= patterns;
  for (const one of open) {
    const first = one.tokens[0];
    const own = one.ways.length === 1 ? (one.ways[0] as readonly number[]) : null;
    const solved = solution?.kind === 'one' ? solution.rows.get(one.row) : undefined;
    // Where blanks leave no trace, a row sum that holds may be chance: the columns must bear it out.
    const zeros = one.forced && own?.every((value) => value === 0);
    const alone = zeros || (totalsPrinted && (one.forced || solution?.kind !== 'none')) ? own : null;
    const values = one.unsure && !manifold ? null : (solved ?? (one.unsure ? null : alone));
    if (values === null || first === undefined || one.short) {
      giveUp(cells, problems, one);
      continue;
    }
    const sums =
      solved === undefined || (own && totalsPrinted)
        ? []
        : columns.flatMap((id) => [`requests.balance.${id}`, `requests.outcomes.${id}`]);
    const surplus = one.tokens.length > width;
    if (surplus)
      problems.push(
        problem('table.surplusFigure', first.place, {
          table: cellName(cellId('requests', one.row, 'total')),
        }),
      );
    setRow(cells, one, values, first.place, surplus ? [] : [`requests.row.${one.row}`, ...sums]);
  }
};

/** Rows that are alike bear each other out in every sum, however they are misread: this many must differ. */
const patterns = 4;

const digitsOf = ({ tokens }: Readings): string => tokens.map(({ text }) => text).join('');

/** A row with fewer digits than columns has empty cells that left no trace; then so may every other row. */
const someRowIsShort = (rows: ReadonlyMap<string, RowReading>): boolean =>
  [...rows.values()].some(
    (row) =>
      row.kind === 'bare' ||
      row.kind === 'astray' ||
      (row.kind === 'loose' && (plainDigits(row.tokens)?.join('').length ?? width) < width),
  );

/** Rows that must bear out, each of them, that the total column is filled in. */
const witnesses = 5;

/** Whether every row's last figure is a sum of those before it, however many: then it is the total, not lost. */
const totalsExplainRows = (rows: ReadonlyMap<string, RowReading>): boolean => {
  let explained = 0;
  for (const row of rows.values()) {
    if (row.kind !== 'loose') continue;
    const digits = plainDigits(row.tokens);
    if (digits === null) return false;
    if (digits.every((one) => /^0*$/.test(one))) continue;
    const some = (size: number): boolean => splitDigits(digits, [size], 0) === null;
    if (![2, 3, 4, 5, 6, 7].some(some)) return false;
    explained += 1;
  }
  return explained >= witnesses;
};

const readingsOf = (
  tokens: readonly Token[],
  blanksVanish: boolean,
): Pick<Readings, 'ways' | 'forced' | 'short' | 'unsure'> => {
  const none = { ways: [], forced: false, short: false, unsure: false };
  const printed = tokens.filter((token) => token.kind === 'figure');
  const digits = plainDigits(printed);
  if (digits === null || printed.length < tokens.length) return none;
  if (digits.length > width) {
    const zeros = digits.every((one) => one === '0');
    return zeros ? { ...none, ways: [columns.map(() => 0)], forced: true } : none;
  }
  // Several whole numbers may as well be the figures of a row whose empty cells have vanished.
  if (digits.length > 1 && printed.every(({ figure }) => figure?.kind === 'number')) return none;
  const total = digits.reduce((sum, one) => sum + one.length, 0);
  if (total < width)
    return digits.every((one) => /^0+$/.test(one))
      ? { ...none, ways: [columns.map(() => 0)], forced: true, short: true }
      : none;
  let unsure = false;
  for (let fewer = 2; blanksVanish && fewer < width; fewer++)
    if (splitDigits(digits, [fewer], 0) === null) unsure = true;
  const ways = splitDigits(digits, [width], mostReadings) ?? [];
  return { ways, forced: total === width, short: false, unsure };
};

const setRow = (
  cells: Map<CellId, Cell>,
  one: Readings,
  values: readonly number[],
  place: Place,
  by: readonly string[],
): void => {
  const raw = one.tokens.map((token) => token.text).join(' ');
  const status: CellStatus = by.length === 0 ? 'byOrder' : 'solved';
  columns.forEach((column, at) => {
    const cell: Cell = { value: String(values[at]), raw, status, place, ...(by.length === 0 ? {} : { by }) };
    cells.set(cellId('requests', one.row, column), cell);
  });
};

const giveUp = (cells: Map<CellId, Cell>, problems: Problem[], one: Readings): void => {
  const first = one.tokens[0];
  const raw = one.tokens
    .map((token) => token.text)
    .join(' ')
    .trim();
  for (const column of columns)
    cells.set(cellId('requests', one.row, column), unreadableCell(raw, first?.place ?? null));
  const name = cellName(cellId('requests', one.row, 'total'));
  const code = one.tokens.length > width ? 'table.surplusFigure' : 'cell.fused';
  problems.push(problem(code, first?.place ?? null, { cell: name, table: name }));
};
