import type { ReportRule } from '../rule.ts';
import { sumFindings } from './sum-findings.ts';

export const requestOutcomes: ReportRule = {
  id: 'sums.requestOutcomes',
  family: 'sums',
  title: '表三每列：“（七）总计”等于（一）至（六）各行之和',
  source: '两版格式表三第三项：“（七）总计”是“本年度办理结果”各行的合计。',
  severity: 'error',
  check: (facts) => sumFindings(facts, 'requests', 'outcomes'),
};
