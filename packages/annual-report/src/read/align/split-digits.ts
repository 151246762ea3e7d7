import type { Token } from './token.ts';

/** Steps that one row's search may take; beyond it the row is given up. */
const budget = 60_000;

/** The digits of figures that may be several run together; null where one of them is no plain whole number. */
export const plainDigits = (tokens: readonly Token[]): readonly string[] | null => {
  const out: string[] = [];
  for (const { figure, text } of tokens) {
    if (figure?.kind === 'digits') out.push(figure.digits);
    else if (figure?.kind === 'number' && figure.value === text) out.push(text);
    else return null;
  }
  return out.every((digits) => digits.length <= 60 && /^\d+$/.test(digits)) ? out : null;
};

/**
 * Every way to cut digits into blocks of numbers of which each block's last is the sum of its others.
 * No number has a leading zero or more than nine digits.
 *
 * @param pieces digits as printed; a cut must be made between two pieces
 * @param blocks numbers in each block, e.g. [7] for a row of table 三, [5, 5, 5] for table 四
 * @returns at most `most` ways; null where the search became too long
 */
export const splitDigits = (
  pieces: readonly string[],
  blocks: readonly number[],
  most: number,
): readonly (readonly number[])[] | null => {
  const digits = pieces.join('');
  const cuts = new Set<number>();
  let end = 0;
  for (const piece of pieces) {
    end += piece.length;
    cuts.add(end);
  }
  const lasts = new Set<number>();
  const count = blocks.reduce((sum, size) => {
    lasts.add(sum + size - 1);
    return sum + size;
  }, 0);
  const found: number[][] = [];
  const numbers: number[] = [];
  let steps = 0;
  const search = (at: number, sum: number): boolean => {
    if (numbers.length === count) {
      if (at === digits.length) found.push([...numbers]);
      return found.length <= most;
    }
    const left = count - numbers.length;
    const last = lasts.has(numbers.length);
    let value = 0;
    for (let to = at + 1; to <= digits.length - (left - 1) && to - at <= 9; to++) {
      steps += 1;
      if (steps > budget) return false;
      value = value * 10 + digits.charCodeAt(to - 1) - 48;
      if (last && value > sum) return true;
      if (!last || value === sum) {
        numbers.push(value);
        const go = search(to, last ? 0 : sum + value);
        numbers.pop();
        if (!go) return false;
      }
      if (digits[at] === '0' || cuts.has(to)) return true;
    }
    return true;
  };
  return search(0, 0) && found.length <= most ? found : null;
};
