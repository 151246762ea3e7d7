import { numberText } from './number-text.ts';

/** One level of a list of automatic numbering (自动编号). */
export interface NumberLevel {
  readonly start: number;
  /** By its name in ECMA-376; see `numberText`. */
  readonly format: string;
  /** What is printed; `%1` to `%9` stand for the numbers of the levels. */
  readonly text: string;
  /** The numbers of higher levels are printed in Arabic digits (正规形式编号). */
  readonly legal: boolean;
  /** Nothing stands between the number and the paragraph. */
  readonly tight: boolean;
  /** The level, from 1, whose number restarts this one; null for any higher, 0 for none. */
  readonly restart: number | null;
}

/** A use of a list: several uses of one list go on counting together unless they start over. */
export interface NumberList {
  readonly list: string;
  readonly levels: readonly (NumberLevel | undefined)[];
  /** Levels that start over, with their number, where this use of the list appears first. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Counts through a document, in its order. Returns what is printed in front of the next paragraph of that list and level. */
export const countNumbers = () => {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<NumberList>();
  return (use: NumberList, level: number): string => {
    const format = use.levels[level];
    if (format === undefined) return '';
    const counts = counters.get(use.list) ?? [];
    counters.set(use.list, counts);
    if (!begun.has(use)) {
      begun.add(use);
      for (const [started] of use.starts) counts[started] = undefined;
    }
    const startOf = (index: number) => use.starts.get(index) ?? use.levels[index]?.start ?? 1;
    const before = counts[level];
    counts[level] = before === undefined ? startOf(level) : before + 1;
    for (let lower = level + 1; lower < counts.length; lower++) {
      const restart = use.levels[lower]?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counts[lower] = undefined;
    }
    if (format.format === 'bullet') return '';
    const text = format.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = format.legal && index !== level ? 'decimal' : (use.levels[index]?.format ?? 'decimal');
      return numberText(counts[index] ?? startOf(index), shown);
    });
    return text === '' || format.tight ? text : `${text} `;
  };
};
