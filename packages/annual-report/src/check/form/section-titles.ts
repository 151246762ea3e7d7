import { sectionTitles as printedTitles } from '../../form/section-titles.ts';
import type { SectionId } from '../../report.ts';

/** Wordings that many local notices print on the same form; nobody is blamed for them. */
const accepted: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  reviews: ['因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
};

/** The heading with its numeral, as the forms print it: 一、总体情况. */
export const officialTitle = (id: SectionId): string => printedTitles[id];

/** A heading without numeral, marks and spaces, for comparing. */
export const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/^[\s#*]*[(]?[一二三四五六七八九十\d]*[)]?[、.,:\s]*/u, '')
    .replace(/[\s、,。:;*#]/gu, '');

/** Whether a printed heading is the section's, numeral and marks aside. */
export const isTitleOf = (id: SectionId, title: string): boolean => {
  const bare = bareTitle(title);
  return [printedTitles[id], ...(accepted[id] ?? [])].some((known) => bareTitle(known) === bare);
};
