import { quoteEvidence } from '../evidence.ts';
import type { ReportRule } from '../rule.ts';

/**
 * `2023年，我局将进一步…`: a year with a plan behind it. 将 alone is not enough, because it also marks an object
 * (将公开纳入考核); with these words behind it, it speaks of the future.
 */
const plan =
  /(?:^|[。；;！？\n])\s*(?:下一步[，,：:]?)?\s*(20\d\d)\s*年(?:度)?[，,]?\s*[^。；，,\d]{0,14}?将(?:进一步|继续|加强|着力|持续|重点|围绕|不断|按照|认真|切实|深入|坚持|采取|大力|严格|全面|紧紧|结合|聚焦|积极)/gu;

export const planYear: ReportRule = {
  id: 'years.planYear',
  family: 'years',
  title: '改进计划写的是以后的年度',
  source: '沿用上年文稿时常见的疏漏：“存在的主要问题及改进情况”中的下一步打算写成了报告年度或更早的年份。',
  severity: 'warning',
  years: [2019, null],
  *check({ report: { year }, paragraphs }) {
    if (year === null) return;
    for (const paragraph of paragraphs) {
      if (paragraph.section !== 'problems') continue;
      for (const match of paragraph.text.matchAll(plan)) {
        const found = Number(match[1]);
        if (found > year || found < year - 5) continue;
        const start = match.index + match[0].indexOf(match[1] ?? '');
        yield {
          message: `${year} 年度报告的改进打算写的是“${found}年”，应当是 ${year + 1} 年及以后，可能是往年文稿留下的年份。`,
          places: [quoteEvidence(paragraph, start, start + 4)],
          expected: String(year + 1),
          found: String(found),
        };
      }
    }
  },
};
