import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const requestsCarriedOut: NarrativeRule = {
  id: 'narrative.requestsCarriedOut',
  family: 'narrative',
  title: '正文的结转下年度数与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => quantity === 'carriedOut'),
};
