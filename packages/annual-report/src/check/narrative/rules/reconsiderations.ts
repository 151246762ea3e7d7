import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const reconsiderations: NarrativeRule = {
  id: 'narrative.reconsiderations',
  family: 'narrative',
  title: '正文的行政复议数与表四一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity.startsWith('reconsideration')),
};
