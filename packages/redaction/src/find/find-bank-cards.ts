import { type Finder, type HitConfidence, isLabelled, type TextMatch } from './personal-data.ts';

const labels = /(?:卡号|账号|帐号|账户|帐户|银行卡|存折|开户)[^\d]*$/;

/** A digit by itself in each box of a form makes the most. */
const mostGroups = 30;

/**
 * Bank cards (银行卡号, GB/T 14504, ISO/IEC 7812): digits in one piece or in groups, of a known beginning and length and with the
 * right Luhn digit; and whatever number is labelled as an account.
 */
export const findBankCards: Finder = (text) => {
  const found: TextMatch[] = [];
  for (const run of text.matchAll(/\d+(?:[ \-\n]\d+)*/g)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((group) => ({
      digits: group[0],
      start: run.index + group.index,
    }));
    const isForm = groups.length > 11 && groups.every(({ digits }) => digits.length === 1);
    groups.forEach((first, from) => {
      let value = '';
      for (const [index, group] of groups.slice(from, from + mostGroups).entries()) {
        value += group.digits;
        if (value.length > 30 || (isForm && from > 0)) break;
        if (isForm && index < groups.length - 1) continue;
        const [start, end] = [first.start, group.start + group.digits.length];
        const confidence = judge(value, () => isLabelled(text, start, labels), end - start === value.length);
        if (confidence !== null) found.push({ kind: 'bankCard', start, end, value, confidence });
        // Figures of a table stand beside one another, too; groups of a card have three digits or more.
        if (!isForm && group.digits.length < 3) break;
      }
    });
  }
  return found;
};

const judge = (value: string, hasLabel: () => boolean, close: boolean): HitConfidence | null => {
  if (isCard(value)) return (close && value.startsWith('62')) || hasLabel() ? 'certain' : 'likely';
  // Accounts of passbooks and firms have no common check digit.
  return close && value.length >= 9 && hasLabel() ? 'likely' : null;
};

/**
 * Beginnings and lengths: UnionPay 62, 13 to 19 digits; 4 and 51 to 55, 2221 to 2720 and 35, 16 digits (debit
 * cards of Chinese banks under 4, 5, 60, 9 up to 19); 34 and 37, 15; 30, 36 and 38, 14.
 */
const cards =
  /^(?:62\d{11,17}|(?:4\d|5\d|2[2-7]|35)\d{14}|(?:4\d|5\d|60|9\d)\d{16,17}|3[47]\d{13}|3[068]\d{12})$/;

const isCard = (value: string): boolean => cards.test(value) && passesLuhn(value);

const passesLuhn = (value: string): boolean => {
  let sum = 0;
  for (let index = 0; index < value.length; index++) {
    const digit = Number(value[value.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};
