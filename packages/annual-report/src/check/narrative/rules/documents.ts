import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

// Counts of documents are taken in several ways (drafted for the government, revised, re-registered).
export const documents: NarrativeRule = {
  id: 'narrative.documents',
  family: 'narrative',
  title: '正文的规章、规范性文件数与表二一致',
  source: sameFigures,
  severity: 'warning',
  check: (report, claims) =>
    compareWithTable(report, claims, (quantity) => quantity.startsWith('documents.'), 'warning'),
};
