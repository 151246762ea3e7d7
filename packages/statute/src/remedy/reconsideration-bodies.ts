import type { Citation } from '../citation/cite.ts';
import { type InForce, versionOn } from '../in-force.ts';
import type { BodyRole, OrganKind } from './replying-organ.ts';

export interface BodyRule extends InForce {
  readonly kind: OrganKind;
  /** Any of these, as the person chooses; those marked optional only where the agency names them. */
  readonly roles: readonly BodyRole[];
  readonly optional: readonly BodyRole[];
  readonly basis: Citation;
  /** After a province's or a ministry's decision the State Council may be asked for a final one. */
  readonly stateCouncilAfter: Citation | null;
}

const rulesOf =
  (period: InForce, law: 'reconsiderationLaw2017' | 'reconsiderationLaw2023') =>
  (
    kind: OrganKind,
    roles: readonly BodyRole[],
    place: Pick<Citation, 'article' | 'paragraph' | 'item'>,
    more: { readonly optional?: readonly BodyRole[]; readonly stateCouncil?: number } = {},
  ): BodyRule => ({
    ...period,
    kind,
    roles,
    optional: more.optional ?? [],
    basis: { instrument: law, ...place },
    stateCouncilAfter:
      more.stateCouncil === undefined ? null : { instrument: law, article: more.stateCouncil },
  });

const before = rulesOf({ from: '2018-01-01', to: '2023-12-31' }, 'reconsiderationLaw2017');
const since = rulesOf({ from: '2024-01-01', to: null }, 'reconsiderationLaw2023');

/** Who reconsiders, by the kind of organ: until 2023 the superior department too, since then the government. */
export const bodyRules: readonly BodyRule[] = [
  before('localDepartment', ['ownGovernment', 'superiorDepartment'], { article: 12, paragraph: 1 }),
  before('justiceDepartment', ['ownGovernment', 'superiorDepartment'], { article: 12, paragraph: 1 }),
  before('departmentBranch', ['parentDepartment', 'ownGovernment'], { article: 15, paragraph: 1, item: 2 }),
  before('authorisedOrganisation', ['managingOrgan'], { article: 15, paragraph: 1, item: 3 }),
  before('townshipGovernment', ['upperGovernment'], { article: 13, paragraph: 1 }),
  before('governmentOutpost', ['establishingGovernment'], { article: 15, paragraph: 1, item: 1 }),
  before('countyGovernment', ['upperGovernment'], { article: 13, paragraph: 1 }),
  before('cityGovernment', ['upperGovernment'], { article: 13, paragraph: 1 }),
  before('provincialGovernment', ['self'], { article: 14 }, { stateCouncil: 14 }),
  before('verticalAgency', ['superiorDepartment'], { article: 12, paragraph: 2 }),
  before('customs', ['superiorDepartment'], { article: 12, paragraph: 2 }),
  before('centralDepartment', ['self'], { article: 14 }, { stateCouncil: 14 }),
  before('centralBranch', ['parentDepartment'], { article: 15, paragraph: 1 }),
  // 行政复议法（2023）第二十四条：县级以上地方各级人民政府管辖……
  since('localDepartment', ['ownGovernment'], { article: 24, paragraph: 1, item: 1 }),
  // 第二十八条：可以向本级人民政府，也可以向上一级司法行政部门申请行政复议。
  since('justiceDepartment', ['ownGovernment', 'superiorDepartment'], { article: 28 }),
  // 第二十四条第四款：直辖市、设区的市的部门按区划设立的派出机构，也可以由其所在地的人民政府管辖。
  since(
    'departmentBranch',
    ['ownGovernment', 'localGovernment'],
    { article: 24, paragraph: 4 },
    { optional: ['localGovernment'] },
  ),
  since('authorisedOrganisation', ['ownGovernment'], { article: 24, paragraph: 1, item: 4 }),
  since('townshipGovernment', ['upperGovernment'], { article: 24, paragraph: 1, item: 2 }),
  since('governmentOutpost', ['establishingGovernment'], { article: 24, paragraph: 1, item: 3 }),
  since('countyGovernment', ['upperGovernment'], { article: 24, paragraph: 1, item: 2 }),
  since('cityGovernment', ['upperGovernment'], { article: 24, paragraph: 1, item: 2 }),
  since('provincialGovernment', ['self'], { article: 24, paragraph: 2 }, { stateCouncil: 26 }),
  since('verticalAgency', ['superiorDepartment'], { article: 27 }),
  since('customs', ['superiorDepartment'], { article: 27 }),
  since('centralDepartment', ['self'], { article: 25, item: 1 }, { stateCouncil: 26 }),
  // 第二十五条第（二）（三）项: branches and authorised organisations alike.
  since('centralBranch', ['parentDepartment'], { article: 25 }),
];

/** The rule for a kind of organ on a day, or `null` before 2018. */
export const bodyRuleOn = (kind: OrganKind, date: string): BodyRule | null =>
  versionOn(
    bodyRules.filter((rule) => rule.kind === kind),
    date,
  );

/** Which court hears a direct suit in first instance. */
export type CourtLevel = 'basic' | 'intermediate';

// 行政诉讼法第十五条：对国务院部门或者县级以上地方人民政府的行政行为，海关处理的案件，由中级人民法院管辖。
const intermediate: Readonly<Partial<Record<OrganKind, Citation>>> = {
  countyGovernment: { instrument: 'litigationLaw', article: 15, item: 1 },
  cityGovernment: { instrument: 'litigationLaw', article: 15, item: 1 },
  provincialGovernment: { instrument: 'litigationLaw', article: 15, item: 1 },
  centralDepartment: { instrument: 'litigationLaw', article: 15, item: 1 },
  customs: { instrument: 'litigationLaw', article: 15, item: 2 },
};

export const courtLevelOf = (kind: OrganKind): { readonly level: CourtLevel; readonly basis: Citation } => {
  const basis = intermediate[kind];
  return basis
    ? { level: 'intermediate', basis }
    : { level: 'basic', basis: { instrument: 'litigationLaw', article: 14 } };
};
