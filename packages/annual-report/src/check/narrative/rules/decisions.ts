import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

// A text may count published decisions, the table counts all of them.
export const decisions: NarrativeRule = {
  id: 'narrative.decisions',
  family: 'narrative',
  title: '正文的行政许可、处罚、强制决定数与表二一致',
  source: sameFigures,
  severity: 'warning',
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity.startsWith('decisions.'), 'warning'),
};
