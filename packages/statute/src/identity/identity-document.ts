import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';
import { checkCreditCode } from './credit-code.ts';
import { checkIdCard, idCardCheckDigit } from './id-card.ts';
import { checkOrganisationCode } from './organisation-code.ts';

/** What an applicant proves its identity with (身份证明, 条例第二十九条第二款第（一）项). */
export const identityKinds = [
  'idCard',
  'residencePermit',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'passport',
  'foreignResident',
  'creditCode',
  'organisationCode',
  'other',
] as const;

export type IdentityKind = (typeof identityKinds)[number];

export const identityKindNames: Readonly<Record<IdentityKind, string>> = {
  idCard: '居民身份证',
  residencePermit: '港澳台居民居住证',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  passport: '护照',
  foreignResident: '外国人永久居留身份证',
  creditCode: '统一社会信用代码',
  organisationCode: '组织机构代码',
  other: '其他有效证件',
};

/** Lenient on purpose: issuers change formats, and a wrong refusal keeps somebody from applying. */
const patterns = {
  // H or M, eight digits, on older cards two more for the renewal.
  hongKongMacaoPermit: { pattern: /^[HM]\d{8}(?:\d{2})?$/, example: 'H12345678' },
  // Eight digits; older booklets have ten and a letter.
  taiwanPermit: { pattern: /^(?:\d{8}|\d{10}(?:[A-Z]|\([A-Z]\))?)$/, example: '12345678' },
  passport: { pattern: /^(?=.*\d)[A-Z0-9]{5,17}$/, example: 'EA1234567' },
  other: { pattern: /^[\p{Script=Han}A-Z0-9()-]{2,40}$/u, example: '军字第1234567号' },
} as const;

/**
 * Checks the number of an identity document and yields it in its plain writing. `today`: `YYYY-MM-DD`.
 * Reasons never repeat the number, so that they can be shown and logged.
 */
export const checkIdentity = (kind: IdentityKind, text: string, today: string): Checked<string> => {
  if (kind === 'idCard') return numberOf(checkIdCard(text, today));
  if (kind === 'residencePermit') return checkResidencePermit(text, today);
  if (kind === 'foreignResident') return checkForeignResident(text);
  if (kind === 'creditCode') return checkCreditCode(text);
  if (kind === 'organisationCode') return checkOrganisationCode(text);
  const number = halfWidth(text).toUpperCase();
  const { pattern, example } = patterns[kind];
  if (number === '') return refused(`没有填写${identityKindNames[kind]}的号码。`);
  if (!pattern.test(number)) {
    return refused(`${identityKindNames[kind]}的号码写法不对，请对照证件核对，例如 ${example}。`);
  }
  return accepted(number);
};

const numberOf = (card: ReturnType<typeof checkIdCard>): Checked<string> =>
  card.ok ? accepted(card.value.number) : card;

/** It carries a number of the same make as the identity card, under 81, 82 or 83. */
const checkResidencePermit = (text: string, today: string): Checked<string> => {
  const card = checkIdCard(text, today);
  if (!card.ok) return refused(card.reason.replaceAll('身份证号码', '港澳台居民居住证号码'));
  if (!/^8[123]/.test(card.value.number)) return refused('港澳台居民居住证号码应当以 81、82 或者 83 开头。');
  return accepted(card.value.number);
};

/** Cards since 2023: eighteen digits beginning with 9; before: three letters and twelve digits. */
const checkForeignResident = (text: string): Checked<string> => {
  const number = halfWidth(text).toUpperCase();
  if (number === '') return refused('没有填写外国人永久居留身份证的号码。');
  if (/^[A-Z]{3}\d{12}$/.test(number)) return accepted(number);
  if (!/^9\d{16}[\dX]$/.test(number)) {
    return refused('外国人永久居留身份证的号码应当是以9开头的18位，或者3个字母加12位数字。');
  }
  if (idCardCheckDigit(number) !== number[17]) {
    return refused('外国人永久居留身份证号码的校验码不对，请逐位核对。');
  }
  return accepted(number);
};
