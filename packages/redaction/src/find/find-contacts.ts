import { type Finder, isLabelled, type TextMatch } from './personal-data.ts';

/** Somebody's own, not an office's. */
const ofPerson = /(?:住宅|家庭|宅电|申请人|当事人|联系人|本人|个人)/;
const phoneLabel = /(?:电话|手机|联系方式|移动电话|传真|Tel|TEL)[^\d]*$/;

/** Mobile numbers (移动电话), 3-4-4 or in one piece; landlines (固定电话) with their area code. */
export const findPhones: Finder = (text) => {
  const mobiles = [
    ...text.matchAll(/(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ \-\n]?\d{4}[ \-\n]?\d{4}(?!\d)/g),
  ].map((match): TextMatch => {
    const close = !/[ \-\n]/.test(match[0]);
    return {
      ...span('mobile', match),
      confidence: close || isLabelled(text, match.index, phoneLabel) ? 'certain' : 'likely',
    };
  });
  // Area codes: 010, 02x, and three digits from 3 to 9; the number itself begins with 2 to 8.
  const landlines = [
    ...text.matchAll(
      /(?<!\d)\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,2}[2-8]\d{2,3}[ -]?\d{4}(?:[-转]\d{1,5})?(?!\d)/g,
    ),
  ].map((match): TextMatch => {
    const person = isLabelled(text, match.index, ofPerson, 12);
    const labelled = isLabelled(text, match.index, phoneLabel);
    return { ...span('landline', match), confidence: person && labelled ? 'likely' : 'possible' };
  });
  return [...mobiles, ...landlines];
};

/** E-mail addresses (电子邮箱); those of agencies are likely meant for the public. */
export const findEmails: Finder = (text) =>
  [...text.matchAll(/[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g)].map((match) => ({
    ...span('email', match),
    confidence: /\.gov\.cn$/i.test(match[0]) ? 'possible' : 'certain',
  }));

/** Number plates of vehicles (车辆号牌, GA 36): five signs, six with new energy, or a word at the end. */
export const findPlates: Finder = (text) =>
  [
    ...text.matchAll(
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•.-]?(?:[A-HJ-NP-Z0-9]{4}[学警港澳挂]|[A-HJ-NP-Z0-9]{5,6})(?![A-Za-z0-9])/gu,
    ),
  ]
    .filter((match) => /\d/.test(match[0]))
    .map((match) => ({ ...span('plate', match), confidence: 'likely' }));

const span = (kind: TextMatch['kind'], match: RegExpExecArray) => ({
  kind,
  start: match.index,
  end: match.index + match[0].length,
  value: match[0].replaceAll(/\s/g, ''),
});
