import { compare, type Decimal, multiply, subtract, sum } from '../../annual-report/src/decimal.ts';
import type { CellId, FormCell, FormId } from '../../annual-report/src/form/form.ts';
import { cellId, cellsOf, getForm } from '../../annual-report/src/form/forms.ts';
import type { AgencyKind } from './agencies.ts';
import type { FigureOptions } from './figures.ts';
import type { Random } from './random.ts';

export const smallKinds: ReadonlySet<AgencyKind> = new Set([
  'township',
  'subdistrict',
  'branch',
  'countyDepartment',
]);

/** A count within some forty per cent of last year's. */
export const near = (random: Random, last: number): number =>
  Math.round(last * (0.7 + 0.7 * random.next())) + random.int(0, 2);

const digit = (random: Random, from: number): number => random.int(from, 9);

/** A decimal amount of so many digits before and behind the point. */
const amount = (random: Random, digits: number, decimals: number): Decimal => {
  const whole = Array.from({ length: digits }, (_, i) => digit(random, i === 0 ? 1 : 0)).join('');
  const fraction = Array.from({ length: decimals }, () => digit(random, 0))
    .join('')
    .replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}` : whole;
};

/** Digits before the point: small organs take in thousands of 万元 at most, in 元 ten thousand times as many. */
const amountDigits = (random: Random, { kind, hugeAmounts }: FigureOptions, unit: string): number => {
  if (hugeAmounts) return random.int(9, 12);
  const most = smallKinds.has(kind) ? 3 : kind === 'cityGovernment' ? 6 : 4;
  return random.int(1, most) + (unit === '元' ? 4 : 0);
};

type Values = Map<CellId, Decimal>;

/** Section 二 in either form; only a city issues 规章 (立法法第九十三条). */
export const proactiveFigures = (random: Random, form: FormId, options: FigureOptions): Values => {
  const values: Values = new Map();
  const small = smallKinds.has(options.kind);
  const big = options.kind === 'cityGovernment';
  const count = (max: number): Decimal => String(random.chance(small ? 0.5 : 0.15) ? 0 : random.int(0, max));
  const last = (id: CellId): Decimal | undefined => options.previous?.values.get(id);

  const figure = ({ id, table, row, column }: FormCell): Decimal => {
    const at = (name: string): CellId => cellId(table.id, row.id, name);
    const own = (name: string): Decimal => values.get(at(name)) ?? '0';
    if (row.id === 'regulations' && !big) return '0';
    switch (column.id) {
      case 'made':
      case 'issued':
        return count(big ? 30 : 9);
      case 'disclosed':
        return own('made');
      case 'publicTotal':
        return sum([own('disclosed'), count(40)]);
      case 'repealed':
        return count(3);
      case 'inForce': {
        const base = last(id) ?? String(random.int(3, 80));
        // Nothing can be repealed that was not in force.
        if (compare(own('repealed'), base) > 0) values.set(at('repealed'), '0');
        return subtract(sum([base, own('issued')]), own('repealed'));
      }
      case 'previousItems': {
        const before = last(id);
        return before === undefined ? count(300) : sum([before, last(at('change')) ?? '0']);
      }
      case 'change':
        return random.chance(0.4) ? '0' : String(random.int(-Math.min(Number(own('previousItems')), 60), 60));
      case 'decisions': {
        const before = Number(last(id) ?? 0);
        return before > 0 ? String(near(random, before)) : count(big ? 900_000 : small ? 400 : 40_000);
      }
      case 'items':
        return count(300);
      default: {
        const before = last(id);
        if (before !== undefined && before !== '0') return multiply(before, `1.${random.int(0, 3)}`);
        if ((column.unit === '元' && own('items') === '0') || random.chance(0.35)) return '0';
        const digits = amountDigits(random, options, column.unit);
        return amount(random, digits, random.pick([0, 1, 2, 2, 4, 6].filter((n) => n + digits <= 16)));
      }
    }
  };

  for (const table of getForm(form).tables.filter(({ id }) => id.startsWith('proactive.')))
    for (const cell of cellsOf(table)) values.set(cell.id, figure(cell));
  return values;
};
