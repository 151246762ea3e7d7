import { type Agency, describeAgency } from './agency-kind.ts';

/** The name without the words that change from year to year: 人民政府 and 政府, 管委会 and 管理委员会. */
export const settle = (agency: Agency): string =>
  agency.name
    .replace(/人民政府/u, '政府')
    .replace(/管理委员会/u, '管委会')
    .replace(/办事处$/u, '')
    // The reform of 2018 and 2019 gave these bodies other names, one for one.
    .replace(/环境保护局/u, '生态环境局')
    .replace(/卫生和计划生育(?=局|委)/u, '卫生健康')
    // A county that became a district: only behind its city, for 长沙县 and 长沙市 are two places.
    .replace(/^(\p{Script=Han}{2,8}?[市州])(\p{Script=Han}{2,6}?)县/u, '$1$2区');

/** What stands before the shorter name must be places only, so that 城市管理局 is not 市管理局 with a place 城. */
const isPlaces = (prefix: string): boolean =>
  /^(?:\p{Script=Han}+[省市县区州旗盟镇乡]|\p{Script=Han}{2,4})$/u.test(prefix);

/**
 * Whether two names are one organ: 海东市生态环境局 and 市生态环境局, 市中区生态环境分局 and
 * 枣庄市市中区生态环境分局. The shorter one leaves out places in front; everything else must be equal.
 */
export const isSameAgency = (one: string | null, other: string | null): boolean => {
  const a = settle(describeAgency(one));
  const b = settle(describeAgency(other));
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.endsWith(short) && isPlaces(long.slice(0, -short.length));
};
