import type { ReportRule } from '../rule.ts';
import { sumFindings } from './sum-findings.ts';

export const reviewRow: ReportRule = {
  id: 'sums.reviewRow',
  family: 'sums',
  title: '表四每组：总计等于四种结果之和',
  source:
    '两版格式表四表头：行政复议和两类行政诉讼各分结果维持、结果纠正、其他结果、尚未审结，末列为“总计”。',
  severity: 'error',
  check: (facts) => sumFindings(facts, 'reviews', 'row'),
};
