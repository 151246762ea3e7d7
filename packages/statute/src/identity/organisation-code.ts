import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';
import { weightedSum } from './weighted-sum.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const weights = [3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '0123456789X';

/** GB 11714: the check character over the first eight: 11 − Σ mod 11, where 10 is X and 11 is 0. */
export const organisationCodeCheckCharacter = (first8: string): string =>
  checkCharacters[(11 - (weightedSum(first8, weights, alphabet) % 11)) % 11] ?? '';

/** 组织机构代码, GB 11714: eight characters, a hyphen or none, a check character. Yields it without the hyphen. */
export const checkOrganisationCode = (text: string): Checked<string> => {
  const code = halfWidth(text)
    .toUpperCase()
    .replace(/^(.{8})-(.)$/, '$1$2');
  if (code === '') return refused('没有填写组织机构代码。');
  if (code.length !== 9) return refused(`组织机构代码应当是9位（连字符不算），现在是${code.length}位。`);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) {
    return refused('组织机构代码的前8位应当是数字或者大写字母，最后一位是数字或者X。');
  }
  if (organisationCodeCheckCharacter(code) !== code[8])
    return refused('组织机构代码的校验码不对，请逐位核对。');
  return accepted(code);
};
