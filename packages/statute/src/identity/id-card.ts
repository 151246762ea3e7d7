import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';
import { provinces } from './provinces.ts';
import { weightedSum } from './weighted-sum.ts';

/** What a citizen identity number (公民身份号码) says. */
export interface IdCard {
  /** The number in half-width digits, a capital X. */
  readonly number: string;
  /** Six digits of GB/T 2260. Codes of merged and renamed counties stay valid on the card. */
  readonly region: string;
  readonly province: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: '男' | '女';
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** GB 11643: the check digit over the first seventeen digits. */
export const idCardCheckDigit = (first17: string): string =>
  checkDigits[weightedSum(first17, weights, '0123456789') % 11] ?? '';

/** GB 11643-1999. `today` (`YYYY-MM-DD`) bounds the date of birth. The reason never repeats the number. */
export const checkIdCard = (text: string, today: string): Checked<IdCard> => {
  const number = halfWidth(text).toUpperCase();
  if (number === '') return refused('没有填写身份证号码。');
  if (/^\d{15}$/.test(number)) return refused('15位的第一代身份证已于2013年1月1日停止使用，请填写18位号码。');
  if (number.length !== 18) return refused(`身份证号码应当是18位，现在是${number.length}位。`);
  if (!/^\d{17}[\dX]$/.test(number)) return refused('身份证号码的前17位应当是数字，最后一位是数字或者X。');
  const province = provinces[number.slice(0, 2)];
  if (province === undefined) return refused('身份证号码开头的地区代码不存在，请核对前两位。');
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDate(birthDate)) return refused('身份证号码中的出生日期不存在，请核对第7至14位。');
  if (birthDate > today || birthDate < '1850-01-01') {
    return refused('身份证号码中的出生日期不可能，请核对第7至14位。');
  }
  if (idCardCheckDigit(number) !== number[17]) return refused('身份证号码的校验码不对，请逐位核对。');
  return accepted({
    number,
    region: number.slice(0, 6),
    province,
    birthDate,
    sex: Number(number[16]) % 2 === 1 ? '男' : '女',
  });
};

/** Dates of birth reach before the years of the working-day calendar. */
const isDate = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
