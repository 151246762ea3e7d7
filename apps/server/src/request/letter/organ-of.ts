import type { AgencyInTree } from '@gongkai/contract';
import type { BodyRole, OrganKind, ReplyingOrgan } from '@gongkai/statute';

type Agency = Pick<
  AgencyInTree,
  | 'kind'
  | 'name'
  | 'regionCode'
  | 'above'
  | 'organKind'
  | 'reviewGovernment'
  | 'reviewDepartment'
  | 'localGovernment'
  | 'court'
>;

const ofGovernment = (regionCode: string): OrganKind => {
  if (/^\d{2}0000/.test(regionCode)) return 'provincialGovernment';
  return /^\d{4}00/.test(regionCode) ? 'cityGovernment' : 'countyGovernment';
};

/** The kind of organ that an agency is by its place in the tree, its name and its code, where nobody set it. */
const usualOrganKind = ({ kind, name, regionCode, above }: Omit<Agency, 'organKind'>): OrganKind => {
  if (kind === 'government') return ofGovernment(regionCode);
  if (kind === 'township')
    return /(办事处|公所|公署)$/.test(name) ? 'governmentOutpost' : 'townshipGovernment';
  if (above[0]?.kind === 'department') return 'departmentBranch';
  // 行政复议法第二十八条
  return /司法(厅|局)$/.test(name) ? 'justiceDepartment' : 'localDepartment';
};

/**
 * The organ that replies and the bodies around it (行政复议法第二十四条至第二十八条). The government above in the
 * tree reconsiders, unless the agency's settings name another.
 */
export const organOf = (agency: Agency): ReplyingOrgan => {
  const government =
    agency.reviewGovernment ?? agency.above.find(({ kind }) => kind === 'government')?.name ?? null;
  const department =
    agency.reviewDepartment ?? (agency.above[0]?.kind === 'department' ? agency.above[0].name : null);
  const named = (roles: readonly BodyRole[], name: string | null) =>
    name === null ? {} : Object.fromEntries(roles.map((role) => [role, name]));
  return {
    kind: agency.organKind ?? usualOrganKind(agency),
    name: agency.name,
    bodies: {
      ...named(['ownGovernment', 'upperGovernment', 'establishingGovernment'], government),
      ...named(['superiorDepartment', 'parentDepartment', 'managingOrgan'], department),
      ...named(['localGovernment'], agency.localGovernment),
    },
    ...(agency.court !== null && { court: agency.court }),
  };
};
