import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const requestsReceived: NarrativeRule = {
  id: 'narrative.requestsReceived',
  family: 'narrative',
  title: '正文的收到申请数与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => quantity === 'received'),
};
