import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

// Texts mix 元 and 万元, and charges with fines.
export const charges: NarrativeRule = {
  id: 'narrative.charges',
  family: 'narrative',
  title: '正文的行政事业性收费金额与表二一致',
  source: sameFigures,
  severity: 'warning',
  forms: ['2021'],
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity === 'charges.amount', 'warning'),
};
