import { sectionIds } from '../../report.ts';
import type { ReportRule } from '../rule.ts';
import { officialTitle } from './section-titles.ts';

export const sectionMissing: ReportRule = {
  id: 'form.sectionMissing',
  family: 'form',
  title: '六个部分齐全',
  source:
    '条例第五十条规定了年度报告应当包括的内容；国办公开办函〔2019〕60号、〔2021〕30号所附格式分为六个部分。',
  severity: 'warning',
  years: [2019, null],
  *check({ report }) {
    const present = new Set(report.sections.map(({ id }) => id));
    const missing = sectionIds.flatMap((id) => (present.has(id) ? [] : [officialTitle(id)]));
    if (missing.length === 0) return;
    yield {
      message: `没有找到以下部分的标题：${missing.map((title) => `“${title}”`).join('')}。`,
      places: missing.map((what) => ({ what, value: null, place: null })),
      expected: '六个部分',
      found: `${present.size} 个部分`,
    };
  },
};
