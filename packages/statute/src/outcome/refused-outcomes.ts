import type { Citation } from '../citation/cite.ts';
import type { OutcomeRow } from './outcome.ts';

const refusal = {
  group: 'refused',
  confidence: 'confirmed',
  otherRows: [],
  origin: 'decision',
  reasonsRequired: true,
  remedy: 'refused',
} as const;

const row = <const Id extends string>(id: Id) => ({ '2019': id, '2021': id }) as const;

// 条例第三十六条第（三）项：决定不予公开的，告知申请人不予公开并说明理由。
const byRefusal: Citation = { instrument: 'regulation', article: 36, item: 3 };

/** （三）不予公开, in the order of the form. */
export const refusedOutcomes = [
  {
    ...refusal,
    id: 'refused_state_secret',
    name: '不予公开：属于国家秘密',
    basis: [{ instrument: 'regulation', article: 14 }, byRefusal],
    rows: row('refused.stateSecret'),
    template: 'reply.state_secret',
    mustState: ['定密的依据（不写涉密内容）'],
  },
  {
    ...refusal,
    id: 'refused_prohibited_by_law',
    name: '不予公开：其他法律、行政法规禁止公开',
    basis: [{ instrument: 'regulation', article: 14 }, byRefusal],
    rows: row('refused.prohibitedByLaw'),
    template: 'reply.prohibited_by_law',
    mustState: ['禁止公开的法律、行政法规及其条款'],
  },
  {
    ...refusal,
    id: 'refused_security',
    name: '不予公开：危及“三安全一稳定”',
    basis: [{ instrument: 'regulation', article: 14 }, byRefusal],
    rows: row('refused.security'),
    template: 'reply.security',
    mustState: ['公开后可能危及国家安全、公共安全、经济安全、社会稳定中的哪一项'],
  },
  {
    ...refusal,
    id: 'refused_third_party',
    name: '不予公开：保护第三方合法权益',
    basis: [{ instrument: 'regulation', article: 15 }, { instrument: 'regulation', article: 32 }, byRefusal],
    rows: row('refused.thirdParty'),
    template: 'reply.third_party',
    mustState: ['公开会损害的第三方合法权益', '征求第三方意见的情况'],
  },
  {
    ...refusal,
    id: 'refused_internal_affairs',
    name: '不予公开：属于三类内部事务信息',
    basis: [{ instrument: 'regulation', article: 16, paragraph: 1 }, byRefusal],
    rows: row('refused.internalAffairs'),
    template: 'reply.internal_affairs',
    mustState: ['属于人事管理、后勤管理、内部工作流程中的哪一类'],
  },
  {
    ...refusal,
    id: 'refused_deliberative',
    name: '不予公开：属于四类过程性信息',
    basis: [{ instrument: 'regulation', article: 16, paragraph: 2 }, byRefusal],
    rows: row('refused.deliberative'),
    template: 'reply.deliberative',
    mustState: ['属于讨论记录、过程稿、磋商信函、请示报告中的哪一类', '没有法律、法规、规章规定应当公开'],
  },
  {
    ...refusal,
    id: 'refused_enforcement_file',
    name: '不予公开：属于行政执法案卷',
    basis: [{ instrument: 'regulation', article: 16, paragraph: 2 }, byRefusal],
    rows: row('refused.enforcementFile'),
    template: 'reply.enforcement_file',
    mustState: ['所属的行政执法案卷', '没有法律、法规、规章规定应当公开'],
  },
  {
    ...refusal,
    id: 'refused_registry_inquiry',
    name: '不予公开：属于行政查询事项',
    basis: [{ instrument: 'regulation', article: 36, item: 7 }],
    rows: row('refused.administrativeInquiry'),
    template: 'reply.registry_inquiry',
    reasonsRequired: false,
    mustState: ['应当依照的法律、行政法规', '办理查询的机构和途径'],
    remedy: 'registryInquiry',
  },
] as const satisfies readonly OutcomeRow[];
