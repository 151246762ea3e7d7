import { squeeze } from './squeeze.ts';

/** One place after another: 枣庄市, 湖南省株洲市. */
const places =
  /^(?:\p{sc=Han}{2,9}?(?:特别行政区|自治区|自治州|自治县|自治旗|地区|开发区|高新区|新区|省|市|州|盟|县|区|旗|镇|乡))+$/u;
/** What may follow an agency's name in the name of a file. */
const behind = /^(?:$|关于|政府|政务|信息|公开|年|工作|报告|的)/u;

/**
 * The agency's full name where the text has a short one and the name of the file the long one, with nothing
 * but places in front: 市中区生态环境分局 in 001-枣庄市市中区生态环境分局-2020.txt.
 *
 * @returns `agency` itself where the file's name says nothing more
 */
export const completeAgency = (agency: string | null, fileName: string | undefined): string | null => {
  if (agency === null || fileName === undefined || agency.length < 4) return agency;
  for (const words of squeeze(fileName).match(/[\p{sc=Han}（）()]+/gu) ?? []) {
    const at = words.indexOf(agency);
    if (at <= 0 || at > 30) continue;
    if (places.test(words.slice(0, at)) && behind.test(words.slice(at + agency.length)))
      return words.slice(0, at + agency.length);
  }
  return agency;
};
