/**
 * What kind of organ replied, as far as the law tells kinds apart when it says who reconsiders
 * (行政复议法第二十四条至第二十八条) and which court hears (行政诉讼法第十四条、第十五条).
 */
export const organKinds = [
  'localDepartment',
  'justiceDepartment',
  'departmentBranch',
  'authorisedOrganisation',
  'townshipGovernment',
  'governmentOutpost',
  'countyGovernment',
  'cityGovernment',
  'provincialGovernment',
  'verticalAgency',
  'customs',
  'centralDepartment',
  'centralBranch',
] as const;

export type OrganKind = (typeof organKinds)[number];

export const organKindNames: Readonly<Record<OrganKind, string>> = {
  localDepartment: '县级以上地方人民政府工作部门',
  justiceDepartment: '履行行政复议机构职责的地方司法行政部门',
  departmentBranch: '地方人民政府工作部门设立的派出机构',
  authorisedOrganisation: '地方人民政府或者其工作部门管理的法律、法规、规章授权的组织',
  townshipGovernment: '乡（镇）人民政府',
  governmentOutpost: '派出机关（街道办事处、行政公署、区公所）',
  countyGovernment: '县级人民政府',
  cityGovernment: '设区的市级人民政府',
  provincialGovernment: '省、自治区、直辖市人民政府',
  verticalAgency: '金融、外汇管理等实行垂直领导的行政机关，税务和国家安全机关',
  customs: '海关',
  centralDepartment: '国务院部门',
  centralBranch: '国务院部门的派出机构或者其管理的授权组织',
};

/** In what relation a reconsidering body stands to the organ that replied. */
export const bodyRoles = [
  'self',
  'ownGovernment',
  'upperGovernment',
  'establishingGovernment',
  'localGovernment',
  'parentDepartment',
  'superiorDepartment',
  'managingOrgan',
] as const;

export type BodyRole = (typeof bodyRoles)[number];

export const bodyRoleNames: Readonly<Record<BodyRole, string>> = {
  self: '本机关',
  ownGovernment: '本级人民政府',
  upperGovernment: '上一级人民政府',
  establishingGovernment: '设立该派出机关的人民政府',
  localGovernment: '所在地的人民政府',
  parentDepartment: '设立该机构或者管理该组织的部门',
  superiorDepartment: '上一级主管部门',
  managingOrgan: '直接管理该组织的机关',
};

/** The organ that replied and the names of the bodies around it, as the agency's settings hold them. */
export interface ReplyingOrgan {
  readonly kind: OrganKind;
  readonly name: string;
  readonly bodies: Readonly<Partial<Record<BodyRole, string>>>;
  /** The court that hears direct suits; without it the paragraph says 有管辖权的人民法院. */
  readonly court?: string;
}
