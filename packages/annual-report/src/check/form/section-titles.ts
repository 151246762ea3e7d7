import type { SectionId } from '../../report.ts';

/** The headings that the two forms print; the first is the one shown to people. */
export const sectionTitles: Readonly<Record<SectionId, readonly string[]>> = {
  overview: ['总体情况'],
  proactive: ['主动公开政府信息情况'],
  requests: ['收到和处理政府信息公开申请情况'],
  reviews: [
    '政府信息公开行政复议、行政诉讼情况',
    // Printed in many local notices on the same form, so nobody is blamed for it.
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
  ],
  problems: ['存在的主要问题及改进情况'],
  other: ['其他需要报告的事项'],
};

const numerals = '一二三四五六';

export const officialTitle = (id: SectionId, index: number): string =>
  `${numerals[index] ?? ''}、${sectionTitles[id][0]}`;

/** A heading without numeral, marks and spaces, for comparing. */
export const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/^[\s#*]*[(]?[一二三四五六七八九十\d]*[)]?[、.,:\s]*/u, '')
    .replace(/[\s、,。:;*#]/gu, '');
