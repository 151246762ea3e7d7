import { compare, type Decimal, subtract, sum } from '../../annual-report/src/decimal.ts';
import type { CellId, FormId, TableId } from '../../annual-report/src/form/form.ts';
import { cellId, getForm, getTable } from '../../annual-report/src/form/forms.ts';
import type { AgencyKind } from './agencies.ts';
import { type BlankPolicy, chooseBlanks } from './blanks.ts';
import { near, proactiveFigures, smallKinds as small } from './proactive-figures.ts';
import type { Random } from './random.ts';

/** What stands in the tables of one report. */
export interface Figures {
  /** The tables of the report and the form that each follows. */
  readonly forms: Readonly<Partial<Record<TableId, FormId>>>;
  /** Every cell of those tables, the sums right. */
  readonly values: ReadonlyMap<CellId, Decimal>;
  /** Cells that are left empty on paper; their value is then 0, or (total column) the sum. */
  readonly blank: ReadonlySet<CellId>;
  /** The row of figures of table 四 is not in the document at all. */
  readonly reviewsRowAbsent: boolean;
  readonly policy: BlankPolicy;
}

export interface FigureOptions {
  readonly kind: AgencyKind;
  readonly year: number;
  /** Form of most tables; chosen by the year where absent. */
  readonly form?: FormId;
  /** Section 二 on the 2021 form with the request table of 2019 (a single row 其他处理). */
  readonly hybrid?: boolean;
  readonly policy?: BlankPolicy;
  /** Last year's figures, for a series that must agree over the years. */
  readonly previous?: Figures;
  /** Amounts of up to sixteen digits, as some reports print them; implausible, so never in a clean report. */
  readonly hugeAmounts?: boolean;
}

const applicants = [
  'naturalPerson',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'other',
] as const;

/** How many requests an agency of this kind decides in a year, from none to a big city's thousands. */
const caseload = (random: Random, kind: AgencyKind): number => {
  if (small.has(kind))
    return random.weighted([
      [0, 4],
      [random.int(1, 4), 4],
      [random.int(5, 60), 2],
    ]);
  if (kind === 'cityGovernment') return random.int(120, 5200);
  return random.weighted([
    [0, 1],
    [random.int(1, 30), 3],
    [random.int(31, 600), 3],
  ]);
};

const requestFigures = (
  random: Random,
  form: FormId,
  options: FigureOptions,
  narrow: boolean,
): Map<CellId, Decimal> => {
  const table = getTable(form, 'requests')!;
  const outcomes = table.rows.filter(
    (row) => !['received', 'carriedIn', 'concluded', 'carriedOut'].includes(row.id),
  );
  const counts = new Map<string, number>();
  const at = (row: string, column: string): string => `${row}|${column}`;
  const add = (row: string, column: string, n: number): void => {
    counts.set(at(row, column), (counts.get(at(row, column)) ?? 0) + n);
  };
  const last = options.previous?.values.get('requests.concluded.total');
  // A year resembles the last one: nothing in a series jumps a hundredfold.
  const cases = last === undefined ? caseload(random, options.kind) : near(random, Number(last));
  const applicantOf = (): string =>
    narrow
      ? 'naturalPerson'
      : random.weighted([
          ['naturalPerson', 80],
          ['business', 9],
          ['legalService', 5],
          ['other', 4],
          ['research', 1],
          ['publicInterest', 1],
        ]);
  // Few outcomes carry most cases: 予以公开 and 本机关不掌握 everywhere, the others at random.
  const weights = outcomes.map((row): readonly [string, number] => [
    row.id,
    row.id === 'disclosed'
      ? 40
      : row.id === 'unavailable.notHeld'
        ? 20
        : row.id === 'partial'
          ? 8
          : random.chance(0.45)
            ? random.int(1, 9)
            : 0,
  ]);
  // Big loads are drawn in lumps, so that a city costs no more time than a township.
  const lump = Math.max(1, Math.floor(cases / 150));
  for (let left = cases; left > 0; left -= lump)
    add(random.weighted(weights), applicantOf(), Math.min(lump, left));
  const values = new Map<CellId, Decimal>();
  for (const column of applicants) {
    const concluded = outcomes.reduce((all, row) => all + (counts.get(at(row.id, column)) ?? 0), 0);
    const before = options.previous?.values.get(cellId('requests', 'carriedOut', column));
    const carriedIn =
      before === undefined
        ? concluded > 0 && random.chance(0.5)
          ? random.int(0, Math.ceil(concluded / 12))
          : 0
        : Number(before);
    const extra = Math.max(0, carriedIn - concluded);
    const carriedOut =
      extra + (concluded > 0 && random.chance(0.4) ? random.int(0, Math.ceil(concluded / 10)) : 0);
    counts.set(at('carriedIn', column), carriedIn);
    counts.set(at('carriedOut', column), carriedOut);
    counts.set(at('concluded', column), concluded);
    counts.set(at('received', column), concluded + carriedOut - carriedIn);
  }
  for (const row of table.rows) {
    const parts = applicants.map((column) => String(counts.get(at(row.id, column)) ?? 0));
    applicants.forEach((column, i) => {
      values.set(cellId('requests', row.id, column), parts[i]!);
    });
    values.set(cellId('requests', row.id, 'total'), sum(parts));
  }
  return values;
};

const reviewFigures = (random: Random, { kind, previous }: FigureOptions): Map<CellId, Decimal> => {
  const values = new Map<CellId, Decimal>();
  const top = small.has(kind) ? (random.chance(0.7) ? 0 : 3) : kind === 'cityGovernment' ? 180 : 12;
  for (const row of getTable('2021', 'reviews')!.rows) {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((column) => {
      const value = String(top > 0 && random.chance(0.6) ? random.int(0, top) : 0);
      values.set(cellId('reviews', row.id, column), value);
      return value;
    });
    // What was pending last year must turn up in this year's cases.
    const pending = previous?.values.get(cellId('reviews', row.id, 'pending')) ?? '0';
    const missing = subtract(pending, sum(parts));
    if (compare(missing, '0') > 0) {
      const other = sum([parts[2]!, missing]);
      values.set(cellId('reviews', row.id, 'other'), other);
      parts[2] = other;
    }
    values.set(cellId('reviews', row.id, 'total'), sum(parts));
  }
  return values;
};

/** Random figures whose sums are right; what is blank on paper is chosen last and changes no value. */
export const inventFigures = (random: Random, options: FigureOptions): Figures => {
  const policy = options.policy ?? chooseBlanks.policy(random.fork('policy'));
  const form = options.form ?? (options.year >= 2021 ? '2021' : '2019');
  const requestForm: FormId = options.hybrid ? '2019' : form;
  const section: FormId = options.hybrid ? '2021' : form;
  const narrow = policy === 'naturalPersonAndTotalOnly';
  const values = new Map<CellId, Decimal>([
    ...proactiveFigures(random.fork('proactive'), section, options),
    ...requestFigures(random.fork('requests'), requestForm, options, narrow),
    ...reviewFigures(random.fork('reviews'), options),
  ]);
  const forms: Partial<Record<TableId, FormId>> = {};
  for (const table of getForm(section).tables) forms[table.id] = section;
  forms.requests = requestForm;
  return {
    forms,
    values,
    blank: chooseBlanks.cells(random.fork('blanks'), policy, values),
    reviewsRowAbsent: policy === 'reviewsRowAbsent',
    policy,
  };
};
