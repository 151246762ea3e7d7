import type { ReportRule } from '../rule.ts';
import { sumFindings } from './sum-findings.ts';

export const requestRow: ReportRule = {
  id: 'sums.requestRow',
  family: 'sums',
  title: '表三每行：总计等于六类申请人之和',
  source: '两版格式表三表头：“申请人情况”分自然人和五类法人或其他组织，末列为“总计”。',
  severity: 'error',
  check: (facts) => sumFindings(facts, 'requests', 'row'),
};
