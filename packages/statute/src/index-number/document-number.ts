import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';

/** A document number (发文字号): issuing agency's code, year, serial: 国办函〔2020〕109号. */
export interface DocumentNumber {
  /** 机关代字: `国办函`. */
  readonly code: string;
  readonly year: number;
  readonly serial: number;
}

/** No agency's code is longer; anything beyond is not worth matching. */
const longest = 100;

const pattern = /^(.*?[^\d])[〔[(【]+(\d{4})年?[〕\])】]+第?(\d{1,6})号?$/;

/**
 * Reads a document number however its brackets are typed, and with a needless 第 or leading zeros.
 * GB/T 9704-2012: the year stands whole in 〔〕, the serial has neither leading zeros nor 第.
 */
export const parseDocumentNumber = (text: string): Checked<DocumentNumber> => {
  const plain = halfWidth(text)
    .replaceAll(/[〔［﹝❲]/g, '〔')
    .replaceAll(/[〕］﹞❳]/g, '〕');
  if (plain === '') return refused('没有填写文号。');
  const match = plain.length > longest ? null : pattern.exec(plain);
  const [, code = '', year = '', serial = ''] = match ?? [];
  if (!match || !/\p{Script=Han}/u.test(code) || Number(serial) === 0) {
    return refused(`“${text.trim()}”不是发文字号。发文字号的写法是 国办函〔2020〕109号。`);
  }
  if (Number(year) < 1949) return refused(`发文字号“${text.trim()}”的年份 ${year} 不对。`);
  return accepted({ code: fullWidthBrackets(code), year: Number(year), serial: Number(serial) });
};

/** Within a Chinese code brackets are Chinese: 云政办（信）〔2026〕12号. */
const fullWidthBrackets = (code: string): string => code.replaceAll('(', '（').replaceAll(')', '）');

/** Writes a document number as the standard wants it: 国办函〔2020〕109号. */
export const formatDocumentNumber = ({ code, year, serial }: DocumentNumber): string =>
  `${code}〔${year}〕${serial}号`;

/** A document number in its standard writing; what can't be read stays as it is. */
export const normaliseDocumentNumber = (text: string): string => {
  const parsed = parseDocumentNumber(text);
  return parsed.ok ? formatDocumentNumber(parsed.value) : text.trim();
};
