import type { ReportRule } from '../rule.ts';
import { officialTitle } from './section-titles.ts';

/** Sections that consist of words; the other three may hold nothing but their table. */
const worded: ReadonlySet<string> = new Set(['overview', 'problems', 'other']);

export const sectionEmpty: ReportRule = {
  id: 'form.sectionEmpty',
  family: 'form',
  title: '文字部分不为空',
  source: '条例第五十条要求报告存在的主要问题及改进情况和其他需要报告的事项；没有的，写明“无”。',
  severity: 'warning',
  years: [2019, null],
  *check({ report }) {
    for (const { id, title, place, paragraphs } of report.sections) {
      if (!worded.has(id) || paragraphs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) continue;
      const official = officialTitle(id);
      yield {
        message: `“${official}”部分没有内容；没有需要报告的事项，应当写明“无”。`,
        places: [{ what: official, value: title, place }],
        expected: '有文字说明',
        found: '空白',
      };
    }
  },
};
