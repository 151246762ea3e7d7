import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';
import { weightedSum } from './weighted-sum.ts';

/** GB 32100 leaves out I, O, S, V, Z, which are easily misread. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100: the check character over the first seventeen. */
export const creditCodeCheckCharacter = (first17: string): string =>
  alphabet[(31 - (weightedSum(first17, weights, alphabet) % 31)) % 31] ?? '';

/** 统一社会信用代码, GB 32100-2015: eighteen characters, the last a check character. Yields it half-width and capital. */
export const checkCreditCode = (text: string): Checked<string> => {
  const code = halfWidth(text).toUpperCase();
  if (code === '') return refused('没有填写统一社会信用代码。');
  if (code.length !== 18) return refused(`统一社会信用代码应当是18位，现在是${code.length}位。`);
  const odd = [...code].find((character) => !alphabet.includes(character));
  if (odd !== undefined) {
    return refused(`统一社会信用代码只用数字和除 I、O、S、V、Z 以外的大写字母，现在有“${odd}”。`);
  }
  if (creditCodeCheckCharacter(code) !== code[17])
    return refused('统一社会信用代码的校验码不对，请逐位核对。');
  return accepted(code);
};
