import type { ReportRule } from '../rule.ts';
import { sumFindings } from './sum-findings.ts';

export const requestBalance: ReportRule = {
  id: 'sums.requestBalance',
  family: 'sums',
  title: '表三每列：第一项加第二项等于第三项加第四项',
  source: '两版格式表三左上角：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。',
  severity: 'error',
  check: (facts) => sumFindings(facts, 'requests', 'balance'),
};
