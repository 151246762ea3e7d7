import type { RequestContent } from '@gongkai/contract';
import { pairsOf, plainText } from './search-text.ts';

/** Applications at least as near to each other in their wording count as similar. */
export const leastLikeness = 0.5;

/** How much of a matter is compared, in characters. */
const comparedCharacters = 1000;

/** What everybody writes says nothing of the matter. */
const phrases =
  /(?:本人|我|特|现|依法|依据|根据|中华人民共和国|政府信息公开条例|的规定|向(?:贵|你)(?:局|单位|机关|办|府|委|厅)|请求|申请|公开|提供|获取|请|贵(?:局|单位|机关|办|府|委|厅)|予以|以下|下列|相关|有关|政府信息|信息|谢谢|您好|你好)/gu;

/** The matter of an application as it is compared: plain, without what everybody writes. */
export const matterOf = ({
  title,
  documentNumber,
  description,
}: Partial<RequestContent>): readonly string[] => {
  const text = [title, documentNumber, [...(description ?? '')].slice(0, comparedCharacters).join('')]
    .filter((part) => part)
    .join(' ');
  const plain = plainText(text);
  const bare = plain.replace(phrases, '');
  return pairsOf(bare.length >= 4 ? bare : plain);
};

/** How near two matters are: pairs in common of all pairs (Jaccard), 0 to 1, on two digits. */
export const likenessOf = (one: readonly string[], other: readonly string[]): number => {
  if (one.length === 0 || other.length === 0) return 0;
  const known = new Set(one);
  const common = other.filter((pair) => known.has(pair)).length;
  return Math.round((common / (one.length + other.length - common)) * 100) / 100;
};

const bandCount = 12;
const rowsOfBand = 3;

/** Odd multipliers and summands of the hashes: fixed, for what is stored stays comparable. */
const hashes = Array.from({ length: bandCount * rowsOfBand }, (_, index) => {
  const seed = Math.imul(index + 1, 0x9e3779b1);
  return [
    Math.imul(seed ^ (seed >>> 15), 0x85ebca6b) | 1,
    Math.imul(seed ^ (seed >>> 13), 0xc2b2ae35),
  ] as const;
});

const mix = (value: number): number => {
  const once = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (once ^ (once >>> 16)) >>> 0;
};

/**
 * MinHash over keyed tokens, in bands: two matters with a likeness of 0.7 share a band in 99 of 100 cases, with 0.5
 * in 80, with 0.2 in 9. So near ones are found by an index, and then compared themselves.
 */
export const bandsOf = (tokens: readonly number[]): readonly number[] => {
  if (tokens.length === 0) return [];
  const least = hashes.map(([times, plus]) =>
    tokens.reduce((lowest, token) => Math.min(lowest, mix(Math.imul(token, times) + plus)), 0xffffffff),
  );
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = least.slice(band * rowsOfBand, (band + 1) * rowsOfBand);
    return rows.reduce((hash, row) => mix(Math.imul(hash, 31) ^ row) | 0, band + 1) | 0;
  });
};
