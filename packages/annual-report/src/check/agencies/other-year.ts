import type { AgenciesRule } from '../rule.ts';

export const otherYear: AgenciesRule = {
  id: 'agencies.otherYear',
  family: 'agencies',
  title: '下级报告与汇总报告是同一年度',
  source: '条例第四十九条：汇总的是上一年度的报告；其他年度的报告不能计入，所以没有计入汇总的比较。',
  severity: 'warning',
  *checkAgencies({ parent, children }) {
    const { year } = parent.facts.report;
    if (year === null) return;
    const strays = children.filter(({ facts: { report } }) => report.year !== null && report.year !== year);
    for (const { facts, index } of strays)
      yield {
        message: `汇总报告是 ${year} 年度的，${facts.report.agency ?? '一份没有写明机关的报告'}给出的却是 ${facts.report.year} 年度的报告，没有计入比较。`,
        places: [
          { what: '报告年度', value: String(facts.report.year), place: null, report: index },
          { what: '汇总报告年度', value: String(year), place: null },
        ],
        expected: String(year),
        found: String(facts.report.year),
      };
  },
};
