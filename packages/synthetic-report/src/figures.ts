import { type Decimal, subtract, sum } from '../../annual-report/src/decimal.ts';
import type { CellId, FormId, TableId } from '../../annual-report/src/form/form.ts';
import { cellId, cellsOf, getForm, getTable } from '../../annual-report/src/form/forms.ts';
import type { AgencyKind } from './agencies.ts';
import { type BlankPolicy, chooseBlanks } from './blanks.ts';
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
}

const applicants = [
  'naturalPerson',
  'business',
  'research',
  'publicInterest',
  'legalService',
  'other',
] as const;

const small: ReadonlySet<AgencyKind> = new Set(['township', 'subdistrict', 'branch', 'countyDepartment']);

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

/** A decimal amount of up to `digits` digits, as fee columns print them. */
const amount = (random: Random, digits: number, decimals: number): Decimal => {
  const whole = Array.from({ length: digits }, (_, i) =>
    i === 0 ? random.int(1, 9) : random.int(0, 9),
  ).join('');
  const fraction = Array.from({ length: decimals }, () => random.int(0, 9))
    .join('')
    .replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
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
  const cases = caseload(random, options.kind);
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

const reviewFigures = (random: Random, kind: AgencyKind): Map<CellId, Decimal> => {
  const values = new Map<CellId, Decimal>();
  const top = small.has(kind) ? (random.chance(0.7) ? 0 : 3) : kind === 'cityGovernment' ? 180 : 12;
  for (const row of getTable('2021', 'reviews')!.rows) {
    const parts = ['upheld', 'corrected', 'other', 'pending'].map((column) => {
      const value = String(top > 0 && random.chance(0.6) ? random.int(0, top) : 0);
      values.set(cellId('reviews', row.id, column), value);
      return value;
    });
    values.set(cellId('reviews', row.id, 'total'), sum(parts));
  }
  return values;
};

/** Section 二 in the words of either form; a township issues no 规章 (立法法第九十三条). */
const proactiveFigures = (random: Random, form: FormId, options: FigureOptions): Map<CellId, Decimal> => {
  const values = new Map<CellId, Decimal>();
  const big = options.kind === 'cityGovernment';
  const count = (max: number): Decimal =>
    String(random.chance(small.has(options.kind) ? 0.5 : 0.15) ? 0 : random.int(0, max));
  const previous = (id: CellId): Decimal | undefined => options.previous?.values.get(id);
  for (const table of getForm(form).tables.filter(({ id }) => id.startsWith('proactive.'))) {
    for (const { id, row, column } of cellsOf(table)) {
      const at = (name: string): CellId => cellId(table.id, row.id, name);
      const none = row.id === 'regulations' && !big;
      if (none) values.set(id, '0');
      else if (column.id === 'made' || column.id === 'issued') values.set(id, count(big ? 30 : 9));
      else if (column.id === 'disclosed') values.set(id, values.get(at('made'))!);
      else if (column.id === 'repealed') values.set(id, count(3));
      else if (column.id === 'publicTotal') values.set(id, sum([values.get(at('disclosed'))!, count(40)]));
      else if (column.id === 'inForce') {
        const base = previous(id) ?? String(random.int(3, 80));
        const next = subtract(sum([base, values.get(at('issued'))!]), values.get(at('repealed'))!);
        if (next.startsWith('-')) values.set(at('repealed'), '0');
        values.set(id, next.startsWith('-') ? sum([base, values.get(at('issued'))!]) : next);
      } else if (column.id === 'previousItems')
        values.set(
          id,
          previous(at('previousItems')) === undefined
            ? count(300)
            : sum([previous(at('previousItems'))!, previous(at('change'))!]),
        );
      else if (column.id === 'change') {
        const base = Number(values.get(at('previousItems')));
        values.set(id, random.chance(0.4) ? '0' : String(random.int(-Math.min(base, 60), 60)));
      } else if (column.id === 'decisions')
        values.set(id, count(big ? 900_000 : small.has(options.kind) ? 400 : 40_000));
      else if (column.id === 'items') values.set(id, count(300));
      else {
        const zero = values.get(at('items')) === '0' || random.chance(0.35);
        const digits = random.weighted([
          [random.int(1, 4), 5],
          [random.int(5, 8), 4],
          [random.int(9, 12), 1],
        ]);
        values.set(
          id,
          zero
            ? '0'
            : amount(random, digits, random.pick([0, 1, 2, 2, 4, 6].filter((n) => n + digits <= 16))),
        );
      }
    }
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
    ...reviewFigures(random.fork('reviews'), options.kind),
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
