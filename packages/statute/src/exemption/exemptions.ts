import type { Exemption } from './exemption.ts';

const absolute = {
  basis: { instrument: 'regulation', article: 14 },
  force: 'must',
  thirdParty: false,
  publicInterestOverride: false,
  yieldsToLaw: false,
} as const;

const thirdParty = {
  basis: { instrument: 'regulation', article: 15 },
  force: 'must',
  kinds: [],
  thirdParty: true,
  publicInterestOverride: true,
  yieldsToLaw: false,
  outcome: 'refused_third_party',
} as const;

const discretionary = {
  force: 'may',
  thirdParty: false,
  publicInterestOverride: false,
} as const;

/** The grounds of Arts. 14 to 16, in their order. There are no others. */
export const exemptions = [
  {
    ...absolute,
    id: 'state_secret',
    name: '国家秘密',
    text: '依法确定为国家秘密的政府信息',
    kinds: [
      { id: 'top_secret', name: '绝密' },
      { id: 'secret', name: '机密' },
      { id: 'confidential', name: '秘密' },
    ],
    outcome: 'refused_state_secret',
  },
  {
    ...absolute,
    id: 'prohibited_by_law',
    name: '法律、行政法规禁止公开',
    text: '法律、行政法规禁止公开的政府信息',
    kinds: [],
    outcome: 'refused_prohibited_by_law',
  },
  {
    ...absolute,
    id: 'security',
    name: '危及“三安全一稳定”',
    text: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息',
    kinds: [
      { id: 'national_security', name: '国家安全' },
      { id: 'public_security', name: '公共安全' },
      { id: 'economic_security', name: '经济安全' },
      { id: 'social_stability', name: '社会稳定' },
    ],
    outcome: 'refused_security',
  },
  {
    ...thirdParty,
    id: 'trade_secret',
    name: '商业秘密',
    text: '涉及商业秘密，公开会对第三方合法权益造成损害',
  },
  {
    ...thirdParty,
    id: 'personal_privacy',
    name: '个人隐私',
    text: '涉及个人隐私，公开会对第三方合法权益造成损害',
  },
  {
    ...thirdParty,
    id: 'other_third_party',
    name: '第三方其他合法权益',
    text: '公开会对第三方合法权益造成损害的其他政府信息',
  },
  {
    ...discretionary,
    id: 'internal_affairs',
    name: '内部事务信息',
    basis: { instrument: 'regulation', article: 16, paragraph: 1 },
    text: '行政机关的内部事务信息，包括人事管理、后勤管理、内部工作流程等方面的信息',
    kinds: [
      { id: 'personnel', name: '人事管理' },
      { id: 'logistics', name: '后勤管理' },
      { id: 'workflow', name: '内部工作流程' },
    ],
    // The proviso speaks of 上述信息 within the second paragraph.
    yieldsToLaw: false,
    outcome: 'refused_internal_affairs',
  },
  {
    ...discretionary,
    id: 'deliberative',
    name: '过程性信息',
    basis: { instrument: 'regulation', article: 16, paragraph: 2 },
    text: '在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    kinds: [
      { id: 'discussion_record', name: '讨论记录' },
      { id: 'draft', name: '过程稿' },
      { id: 'negotiation_letter', name: '磋商信函' },
      { id: 'request_or_report', name: '请示报告' },
    ],
    yieldsToLaw: true,
    outcome: 'refused_deliberative',
  },
  {
    ...discretionary,
    id: 'enforcement_file',
    name: '行政执法案卷信息',
    basis: { instrument: 'regulation', article: 16, paragraph: 2 },
    text: '行政执法案卷信息',
    kinds: [],
    yieldsToLaw: true,
    outcome: 'refused_enforcement_file',
  },
] as const satisfies readonly Exemption[];

export type ExemptionId = (typeof exemptions)[number]['id'];

const byId: ReadonlyMap<ExemptionId, Exemption> = new Map(exemptions.map((row) => [row.id, row]));

export const getExemption = (id: ExemptionId): Exemption => byId.get(id) as Exemption;
