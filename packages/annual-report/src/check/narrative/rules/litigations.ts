import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const litigations: NarrativeRule = {
  id: 'narrative.litigations',
  family: 'narrative',
  title: '正文的行政诉讼数与表四一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity.startsWith('litigation')),
};
