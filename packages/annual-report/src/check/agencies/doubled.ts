import type { PlacedReport } from '../facts.ts';
import type { AgenciesRule } from '../rule.ts';

export const doubled: AgenciesRule = {
  id: 'agencies.doubled',
  family: 'agencies',
  title: '一个机关一个年度只有一份报告',
  source: '条例第四十九条：每个机关每年一份报告；重复的报告会使汇总数偏大。',
  severity: 'error',
  *checkAgencies({ children }) {
    const groups = new Map<string, PlacedReport[]>();
    for (const child of children) {
      const { agency, year } = child.facts.report;
      if (agency === null) continue;
      const key = `${child.facts.agency.name} ${year ?? ''}`;
      const list = groups.get(key);
      if (list) list.push(child);
      else groups.set(key, [child]);
    }
    for (const reports of groups.values()) {
      const [first] = reports;
      if (!first || reports.length < 2) continue;
      const { agency, year } = first.facts.report;
      yield {
        message: `${agency}${year === null ? '' : ` ${year} 年度`}的报告有 ${reports.length} 份，汇总时只能计一份。`,
        places: reports.map(({ facts, index }) => ({
          what: '重复的报告',
          value: facts.report.title ?? facts.report.agency,
          place: null,
          report: index,
        })),
        expected: '1',
        found: String(reports.length),
      };
    }
  },
};
