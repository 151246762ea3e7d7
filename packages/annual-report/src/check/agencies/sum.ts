import { sum as add, compare, type Decimal, subtract } from '../../decimal.ts';
import { cellEvidence } from '../evidence.ts';
import type { AgencyFacts, PlacedReport } from '../facts.ts';
import { nameCell } from '../name-cell.ts';
import type { AgenciesRule, FindingDraft } from '../rule.ts';
import { isSameAgency } from '../same-agency.ts';
import { countsAs } from '../sums/check-relation.ts';
import { type Difference, explainDifference } from './explain-difference.ts';
import { parentAmong } from './parent-among-children.ts';

/** The children that the parent's figures are made of: of its own year, one for each agency, not the parent itself. */
const countedChildren = (facts: AgencyFacts): readonly PlacedReport[] => {
  const { parent, children } = facts;
  const itself = parentAmong(facts);
  const year = parent.facts.report.year;
  const counted: PlacedReport[] = [];
  for (const child of children) {
    const { agency, year: own } = child.facts.report;
    if (itself.includes(child) || (year !== null && own !== null && own !== year)) continue;
    // A report given twice counts once; agencies.doubled says so.
    if (counted.some(({ facts }) => agency !== null && facts.report.agency === agency)) continue;
    counted.push(child);
  }
  return counted;
};

/** Cells that can be added up: every child prints the same cell, in the unit of the form. */
const differencesOf = (parent: PlacedReport, children: readonly PlacedReport[]): readonly Difference[] => {
  const differences: Difference[] = [];
  for (const [id, cell] of parent.facts.report.cells) {
    if (cell.value === null || (cell.unit?.startsWith('万') && id.startsWith('proactive.20-9'))) continue;
    const parts: Decimal[] = [];
    for (const { facts } of children) {
      const part = facts.report.cells.get(id);
      const value = part?.unit === cell.unit ? countsAs(part) : undefined;
      if (value !== undefined) parts.push(value);
    }
    if (parts.length < children.length) continue;
    const total = add(parts);
    if (total !== cell.value)
      differences.push({ id, parent: cell.value, children: total, difference: subtract(cell.value, total) });
  }
  return differences;
};

const mostListed = 6;

const draft = (
  { parent }: AgencyFacts,
  children: readonly PlacedReport[],
  differences: readonly Difference[],
  reading: string,
): FindingDraft => {
  const [first] = differences;
  const list = differences
    .slice(0, mostListed)
    .map((one) => `${nameCell(one.id)} ${one.parent}，下级之和 ${one.children}，相差 ${one.difference}`);
  const more = differences.length > mostListed ? `；共 ${differences.length} 格` : '';
  return {
    message: `汇总报告与 ${children.length} 份下级报告之和不一致（${reading}）：${list.join('；')}${more}。${explainDifference(children, differences)}`,
    cells: differences.map(({ id }) => id),
    places: differences.flatMap((one) => [
      cellEvidence(parent.facts.report, one.id, 0),
      { what: `下级报告${nameCell(one.id)}之和`, value: one.children, place: null },
    ]),
    expected: first?.children ?? null,
    found: first?.parent ?? null,
  };
};

export const sum: AgenciesRule = {
  id: 'agencies.sum',
  family: 'agencies',
  title: '汇总报告等于各下级报告之和',
  source:
    '条例第四十九条：本级政府的年度报告由主管部门汇总；通行做法是汇总本机关、所属部门和下级政府的数据。',
  severity: 'error',
  *checkAgencies(facts) {
    const children = countedChildren(facts);
    if (children.length === 0) return;
    const name = facts.parent.facts.report.agency;
    // The parent's own organ may be among the children: under the same name, or as its office or 本级.
    const own = children.some(({ facts: child }) => {
      const agency = child.report.agency ?? '';
      return (
        isSameAgency(agency.replace(/(?:办公室|办公厅|本级|（本级）|\(本级\))$/u, ''), name) ||
        /本级/u.test(agency)
      );
    });
    const differences = differencesOf(facts.parent, children);
    const less = differences.filter(({ difference }) => difference.startsWith('-'));
    const more = differences.filter(({ difference }) => compare(difference, '0') > 0);
    if (less.length > 0) yield draft(facts, children, less, '汇总数小于下级之和，不论是否包括本机关都不成立');
    if (more.length > 0)
      yield {
        ...draft(
          facts,
          children,
          more,
          own
            ? '下级报告中已包括本机关'
            : '汇总数大于下级之和；没有给出本机关自己的报告，差额可能是本机关的数量，也可能还缺下级的报告',
        ),
        severity: own ? 'warning' : 'notice',
      };
  },
};
