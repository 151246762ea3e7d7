import { checkIdCard } from '@gongkai/statute';
import { type Finder, isLabelled, type TextMatch } from './personal-data.ts';

const labels = /(?:身份证|证件|公民身份|居住证|永久居留)/;

/**
 * Citizen identity numbers (公民身份号码, GB 11643) and numbers of the same make. Every eighteen digits whose
 * region, date and check digit agree are reported, however they are spaced, wrapped or run into others; so
 * are those with only the check digit wrong (mistyped, or misread by recognition), and old ones of fifteen.
 */
export const findIdentityNumbers: Finder = (text, today) => {
  const found: TextMatch[] = [];
  for (const run of runsOf(text)) {
    for (let at = 0; at + 18 <= run.digits.length; at++) {
      const value = run.digits.slice(at, at + 18);
      const checked = checkIdCard(value, today);
      const [start, end] = [run.at[at]!, run.at[at + 17]! + 1];
      const apart = !/[\dXx]/.test(text[start - 1] ?? '') && !/\d/.test(text[end] ?? '');
      const close = end - start === 18;
      if (checked.ok)
        found.push({
          kind: 'idCard',
          start,
          end,
          value,
          confidence: apart && close ? 'certain' : apart ? 'likely' : 'possible',
          ofMinor: isMinor(checked.value.birthDate, today),
        });
      else if (apart && close && isNearMiss(value, today))
        found.push({ kind: 'idCard', start, end, value, confidence: 'likely' });
    }
  }
  for (const match of text.matchAll(/(?<![\dA-Za-z])\d{15}(?![\dA-Za-z])/g)) {
    // Fifteen digits, before 1999: the century and the check digit are missing.
    const full = `${match[0].slice(0, 6)}19${match[0].slice(6)}`;
    const labelled = isLabelled(text, match.index, labels);
    if ([...'0123456789X'].some((last) => checkIdCard(full + last, today).ok))
      found.push({
        kind: 'idCard',
        start: match.index,
        end: match.index + 15,
        value: match[0],
        confidence: labelled ? 'certain' : 'possible',
      });
  }
  return found;
};

/** Region and date are right, the check digit alone is not. */
const isNearMiss = (value: string, today: string): boolean =>
  /^[1-68]/.test(value) &&
  [...'0123456789X'].some((last) => checkIdCard(value.slice(0, 17) + last, today).ok);

/** 未成年人保护法第二条: under eighteen. */
export const isMinor = (birthDate: string, today: string): boolean =>
  `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > today;

interface DigitRun {
  readonly digits: string;
  /** Where each digit stands in the text. */
  readonly at: readonly number[];
}

/** Digits that follow one another with nothing but gaps, line ends, hyphens, dots or bars of a form between them. */
const runsOf = (text: string): readonly DigitRun[] =>
  [...text.matchAll(/\d(?:[\s\-.·|_]{0,3}[\dXx])+/g)].map((match) => {
    const at: number[] = [];
    for (let index = 0; index < match[0].length; index++)
      if (/[\dXx]/.test(match[0][index]!)) at.push(match.index + index);
    return { digits: at.map((index) => text[index]!.toUpperCase()).join(''), at };
  });
