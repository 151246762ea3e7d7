import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

const outcomes = /^(?:agreed|disclosed|partial|refused|unavailable|notProcessed|otherHandling)(?:\.|$)/;

export const requestOutcomes: NarrativeRule = {
  id: 'narrative.requestOutcomes',
  family: 'narrative',
  title: '正文的各类办理结果与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => outcomes.test(quantity)),
};
