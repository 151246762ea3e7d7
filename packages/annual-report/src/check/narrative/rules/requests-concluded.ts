import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const requestsConcluded: NarrativeRule = {
  id: 'narrative.requestsConcluded',
  family: 'narrative',
  title: '正文的办结、答复数与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => quantity === 'concluded'),
};
