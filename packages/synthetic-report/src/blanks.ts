import type { Decimal } from '../../annual-report/src/decimal.ts';
import type { CellId } from '../../annual-report/src/form/form.ts';
import type { Random } from './random.ts';

/** How an agency fills the form in, see layouts.md: blank means 0, not filled in, or lost. */
export const blankPolicies = [
  'filled',
  'blankForZero',
  'someZerosBlank',
  'zeroRowsBlank',
  'totalColumnBlank',
  'naturalPersonAndTotalOnly',
  'reviewsRowAbsent',
] as const;

export type BlankPolicy = (typeof blankPolicies)[number];

const isRequest = (id: CellId): boolean => id.startsWith('requests.');
const rowOf = (id: CellId): string => id.slice(0, id.lastIndexOf('.'));
const columnOf = (id: CellId): string => id.slice(id.lastIndexOf('.') + 1);

const cells = (
  random: Random,
  policy: BlankPolicy,
  values: ReadonlyMap<CellId, Decimal>,
): ReadonlySet<CellId> => {
  const blank = new Set<CellId>();
  const empty = new Map<string, boolean>();
  for (const [id, value] of values) empty.set(rowOf(id), (empty.get(rowOf(id)) ?? true) && value === '0');
  for (const [id, value] of values) {
    const zero = value === '0';
    const column = columnOf(id);
    if (policy === 'blankForZero' && zero) blank.add(id);
    else if (policy === 'someZerosBlank' && zero && random.chance(0.3)) blank.add(id);
    else if (policy === 'zeroRowsBlank' && empty.get(rowOf(id))) blank.add(id);
    else if (policy === 'totalColumnBlank' && isRequest(id) && column === 'total') blank.add(id);
    else if (
      policy === 'naturalPersonAndTotalOnly' &&
      isRequest(id) &&
      column !== 'total' &&
      column !== 'naturalPerson' &&
      zero
    )
      blank.add(id);
  }
  return blank;
};

export const chooseBlanks = {
  policy: (random: Random): BlankPolicy =>
    random.weighted<BlankPolicy>([
      ['filled', 10],
      ['blankForZero', 3],
      ['someZerosBlank', 2],
      ['zeroRowsBlank', 2],
      ['totalColumnBlank', 1],
      ['naturalPersonAndTotalOnly', 2],
      ['reviewsRowAbsent', 1],
    ]),
  cells,
} as const;
