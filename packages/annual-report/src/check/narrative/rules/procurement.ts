import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

// A text may count all purchasing, the table only 集中采购.
export const procurement: NarrativeRule = {
  id: 'narrative.procurement',
  family: 'narrative',
  title: '正文的政府集中采购数与表二一致',
  source: sameFigures,
  severity: 'warning',
  forms: ['2019'],
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity.startsWith('procurement.'), 'warning'),
};
