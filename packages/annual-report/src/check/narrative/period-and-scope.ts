import type { Reporter } from './agency.ts';
import type { Period, Scope } from './claim.ts';
import type { DateToken, Token, WordToken } from './tokenise.ts';

/** 全市 and 我市 are a government's own figures, and wider than a department's. */
export const scopeOf = (value: string | undefined, reporter: Reporter): Scope => {
  if (value === 'place' || value === 'wide') return reporter.government ? 'own' : 'wide';
  return value === 'part' ? 'part' : 'own';
};

export const periodOf = (date: DateToken, reporter: Reporter): Period => {
  if (!date.whole) return 'other';
  if (date.year === null) return 'this';
  if (reporter.year === null || date.year !== date.toYear) return 'other';
  if (date.year === reporter.year) return 'this';
  return date.year === reporter.year - 1 ? 'last' : 'other';
};

const isCarry = (token: Token | undefined): boolean => token?.kind === 'word' && token.is === 'carry';

const isYear = (token: Token | undefined, year: number): boolean =>
  token?.kind === 'date' && token.whole && token.year === year;

/** 结转至2025年 and 2023年结转 say in years what 结转下年 and 上年结转 say in words: two tokens become one. */
export const withCarried = (tokens: readonly Token[], { year }: Reporter): readonly Token[] => {
  if (year === null || !tokens.some(isCarry)) return tokens;
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const is =
      isYear(token, year + 1) && isCarry(last)
        ? 'carriedOut'
        : isCarry(token) && isYear(last, year - 1)
          ? 'carriedIn'
          : null;
    if (is === null || last === undefined) merged.push(token);
    else {
      const word: WordToken = { kind: 'word', is, value: undefined, start: last.start, end: token.end };
      merged[merged.length - 1] = word;
    }
  }
  return merged;
};
