import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const requestsCarriedIn: NarrativeRule = {
  id: 'narrative.requestsCarriedIn',
  family: 'narrative',
  title: '正文的上年结转数与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => quantity === 'carriedIn'),
};
