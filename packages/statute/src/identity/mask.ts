/**
 * Masks for lists and pages: enough to recognise what one knows already, not enough to learn it. They
 * take any text, never throw, and show less where a text is not what they expect.
 */

const stars = (count: number): string => '*'.repeat(Math.max(0, count));

/** Keeps the ends of a text, if what lies between is longer than what is kept. */
const keepEnds = (text: string, head: number, tail: number): string => {
  const characters = [...text];
  const hidden = characters.length - head - tail;
  if (hidden <= head + tail) return stars(characters.length);
  return characters.slice(0, head).join('') + stars(hidden) + characters.slice(-tail).join('');
};

/** Any identity number: 110*************2X shows neither the date of birth nor the sex. */
export const maskIdNumber = (number: string): string => {
  const characters = [...number.trim()];
  if (characters.length < 8) return stars(characters.length);
  return keepEnds(characters.join(''), 3, 2);
};

/** 138****5678; a landline keeps its area code and last two digits: 010-******21. */
export const maskPhone = (phone: string): string => {
  const text = phone.trim();
  if (/^1\d{10}$/.test(text)) return `${text.slice(0, 3)}****${text.slice(-4)}`;
  const landline = /^(0\d{2,3}-?)(\d{5,6})(\d{2})$/.exec(text);
  if (landline) return `${landline[1]}${stars(landline[2]!.length)}${landline[3]}`;
  return stars([...text].length);
};

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 轩辕 百里 呼延 东郭 南门 西门'.split(
    ' ',
  ),
);

/** The surname alone: 王**, 欧阳*; of names without one (买买提·艾力, John) the first character. */
export const maskName = (name: string): string => {
  const characters = [...name.trim()];
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.length < 2
    ? stars(characters.length)
    : characters.slice(0, surname).join('') + stars(characters.length - surname);
};

/** The last four digits alone, as bank slips show them. Spaces go. */
export const maskBankCard = (number: string): string => {
  const characters = [...number.replaceAll(/\s/g, '')];
  if (characters.length < 12) return stars(characters.length);
  return stars(characters.length - 4) + characters.slice(-4).join('');
};

/** A name of a few characters up to its suffix; one that holds another suffix, or a street, is none. */
const named = (suffixes: string): string => `(?:[^省市区县旗盟路街号]{1,12}?(?:${suffixes}))?`;

/** Province, city, county: nothing below them. 小区 and 社区 are no districts. */
const regionHead = new RegExp(
  `^${named('省|自治区|特别行政区')}${named('自治州|地区|市|盟')}${named('自治县|自治旗|(?<![小社园校厂])区|县|旗|市')}`,
  'u',
);

/** An address down to the county or district: 云山省云州市云山区****. Of others nothing is shown. */
export const maskAddress = (address: string): string => {
  const text = address.trim();
  if (text === '') return '';
  return `${regionHead.exec(text)?.[0] ?? ''}****`;
};
