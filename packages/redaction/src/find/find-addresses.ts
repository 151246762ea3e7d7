import { type Finder, isLabelled, type TextMatch } from './personal-data.ts';

const labels =
  /(?:住址|住所|住所地|户籍地|户籍所在地|现住|家住|居住地|居住地址|家庭地址|通讯地址|通信地址|送达地址|邮寄地址|联系地址|收件地址|住)[:：]?$/;
const ofPersons = /(?:住址|户籍|现住|家住|居住|家庭|住)[^:：]{0,4}[:：]?$/;

const digits = '(?:\\d{1,5}|[一二三四五六七八九十百]{1,5}|[A-Za-z甲乙丙丁]\\d{0,3})';
/** What a street, an estate or a village ends in. */
const place =
  '(?:路|街|巷|弄|道|胡同|里|村|屯|庄|社区|小区|苑|园|花园|公寓|大厦|广场|新城|家园|新村|城|府|湾|坊|镇|乡)';
/** What a house or a flat is counted by. */
const house = '(?:号楼|号院|号|弄|栋|幢|座|楼|单元|室|户|组|层|门)';
const separator = '[ ,，\\-－#—之]?';
const detail = `${place}[\\p{Script=Han}\\dA-Za-z（）() ]{0,16}?${digits}${separator}${house}(?:${separator}[\\p{Script=Han}]{0,8}?${separator}${digits}${separator}${house}){0,5}(?:${separator}\\d{1,4}(?!\\d|年|月|日|元|%))?`;
const core = new RegExp(detail, 'gu');
/** The flat, the household: nobody but a person is told by it. */
const ofFlat = new RegExp(`(?:单元|室|户|${digits}组|号楼|栋|幢).{0,6}$`, 'u');

/** How far an address can begin before its street: 内蒙古自治区呼和浩特市新城区… */
const reach = 40;

/**
 * Addresses (住址) down to the house: after a label whatever they look like, elsewhere by their make
 * (…路…号…室, …村…组). Agencies have addresses too, so that one without flat or label is only possible.
 */
export const findAddresses: Finder = (text) => [...labelled(text), ...byMake(text)];

const labelled = (text: string): readonly TextMatch[] =>
  [
    ...text.matchAll(
      /(?:家庭住址|家庭地址|居住地址|户籍地址|户籍所在地|户籍地|现住址|现住地|住 ?址|经常居住地|居住地|通讯地址|通信地址|送达地址|邮寄地址|收件地址|联系地址)\s{0,2}[:：]\s{0,3}(?<value>[^\n,，。;；、]{4,60})/gu,
    ),
  ].flatMap((match): readonly TextMatch[] => {
    const value = (match.groups?.value ?? '')
      .replace(/\s+(?:邮编|邮政编码|联系|电话|手机|身份证|收件|姓名).*$/u, '')
      .trimEnd();
    if (value.length < 4 || /^_+$/.test(value)) return [];
    const start = match.index + match[0].length - (match.groups?.value ?? '').length;
    return [{ kind: 'address', start, end: start + value.length, value, confidence: 'certain' }];
  });

const byMake = (text: string): readonly TextMatch[] =>
  [...text.matchAll(core)].map((match) => {
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const start = match.index - beginning(before).length;
    const end = match.index + match[0].length;
    const person = isLabelled(text, start, ofPersons, 10);
    const flat = ofFlat.test(match[0]);
    return {
      kind: 'address',
      start,
      end,
      value: text.slice(start, end).replaceAll(/\s/g, ''),
      confidence: person ? 'certain' : flat || isLabelled(text, start, labels, 10) ? 'likely' : 'possible',
    };
  });

/** The end of a text that can belong to the address: back to a sign, or to a word that leads to a place. */
const beginning = (before: string): string => {
  const run = /[\p{Script=Han}\dA-Za-z]*$/u.exec(before)?.[0] ?? '';
  const lead =
    /^.*(?:位于|坐落于|座落于|坐落|家住|现住|住在|住所为|住所地|住址|地址|户籍地|居住于|居住在|前往|来到|住)/u.exec(
      run,
    )?.[0] ?? '';
  return run.slice(lead.length);
};
