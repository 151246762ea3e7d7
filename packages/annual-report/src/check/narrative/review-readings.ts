import type { CellId } from '../../form/form.ts';
import { type Figures, labelOf, type Reading } from './figures.ts';

const results = ['upheld', 'corrected', 'other', 'pending'];

const direct = 'litigation.direct';
const after = 'litigation.afterReconsideration';

/** Each entry is what the words may mean: 行政诉讼 both paths, or one of them. */
const rowsOf = (topic: string, path: string | undefined): readonly (readonly string[])[] => {
  if (topic === 'reconsideration') return [['reconsideration']];
  return path === undefined ? [[direct, after], [direct], [after]] : [[`litigation.${path}`]];
};

/** The columns that a result may mean, with the words for it. */
const columnsOf = (result: string | undefined): readonly (readonly [string, readonly string[]])[] => {
  const whole = [
    ['', ['total']],
    ['（各结果之和）', results],
  ] as const;
  if (result === undefined) return whole;
  if (result === 'concluded') return [...whole, ['（已审结）', results.slice(0, 3)]];
  // 其他1件 behind 维持, 纠正 may hold what is pending, too.
  if (result === 'rest')
    return [
      ['', ['other']],
      ['与尚未审结之和', ['other', 'pending']],
    ];
  return [['', [result]]];
};

const nameOf = (rows: readonly string[], result: string | undefined): string => {
  if (rows.length > 1) return '直接起诉与复议后起诉之和';
  const column =
    result === 'rest' ? 'other' : result === undefined || result === 'concluded' ? 'total' : result;
  return labelOf(`reviews.${rows[0]}.${column}`);
};

/** What table 四 may mean by a claim about reviews, the likeliest first. */
export function* reviewReadings(figures: Figures, quantity: string, zero: boolean): Generator<Reading> {
  const [topic = '', ...rest] = quantity.split('.');
  const path = rest.find((part) => part === 'direct' || part === 'afterReconsideration');
  const result = rest.find((part) => part !== path);
  let first = true;
  for (const rows of rowsOf(topic, path)) {
    let found = false;
    for (const [suffix, columns] of columnsOf(result)) {
      const cells = rows.flatMap((row) => columns.map((column): CellId => `reviews.${row}.${column}`));
      const reading = figures.total(`${nameOf(rows, result)}${suffix}`, cells);
      if (reading === null) continue;
      found = true;
      yield reading;
    }
    // Without the first, the whole, one half of it proves nothing; and 0 means neither half.
    if (first && (!found || zero)) return;
    first = false;
  }
}
