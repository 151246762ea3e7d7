import { compareWithTable } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const applicantKinds: NarrativeRule = {
  id: 'narrative.applicantKinds',
  family: 'narrative',
  title: '正文的各类申请人数量与表三一致',
  source: sameFigures,
  severity: 'error',
  check: (report, claims) => compareWithTable(report, claims, (quantity) => quantity.startsWith('received@')),
};
