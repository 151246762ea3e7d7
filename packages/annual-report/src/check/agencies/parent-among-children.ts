import type { AgencyFacts, PlacedReport } from '../facts.ts';
import type { AgenciesRule } from '../rule.ts';
import { isSameAgency } from '../same-agency.ts';

/** The parent's own report among its children's: the same organ and year, and every figure the same. */
export const parentAmong = ({ parent, children }: AgencyFacts): readonly PlacedReport[] => {
  const { report } = parent.facts;
  const figures = [...report.cells].filter(([, { value }]) => value !== null && value !== '0');
  return children.filter(({ facts: { report: child } }) => {
    if (child.year !== report.year || !isSameAgency(child.agency, report.agency)) return false;
    return figures.length > 0 && figures.every(([id, { value }]) => child.cells.get(id)?.value === value);
  });
};

export const parentAmongChildren: AgenciesRule = {
  id: 'agencies.parentAmongChildren',
  family: 'agencies',
  title: '下级报告中没有汇总报告自身',
  source: '汇总报告已包括各下级的数量，再作为下级计入就重复了，所以没有计入汇总的比较。',
  severity: 'warning',
  *checkAgencies(facts) {
    const { report } = facts.parent.facts;
    for (const { index } of parentAmong(facts))
      yield {
        message: `下级报告中有一份就是${report.agency ?? ''}的汇总报告本身（所有数字相同），没有计入比较。`,
        places: [
          { what: '汇总报告', value: report.title ?? report.agency, place: null, report: 0 },
          { what: '下级报告', value: report.title ?? report.agency, place: null, report: index },
        ],
      };
  },
};
