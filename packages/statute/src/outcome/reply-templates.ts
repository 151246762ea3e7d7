import type { Citation } from '../citation/cite.ts';

/** To whom a document goes. */
export type Recipient = 'applicant' | 'thirdParty' | 'otherAgency';

export interface ReplyTemplate {
  readonly id: string;
  readonly name: string;
  readonly to: Recipient;
  /** The rule that it carries out; empty where practice alone knows it. */
  readonly basis: readonly Citation[];
}

const regulation = (article: number, paragraph?: number): Citation => ({
  instrument: 'regulation',
  article,
  ...(paragraph === undefined ? {} : { paragraph }),
});

/** Documents on the way to the reply, aligned with the national model set (国办公开办函〔2020〕2号). */
const procedural = [
  { id: 'registration_receipt', name: '政府信息公开申请登记回执', to: 'applicant', basis: [regulation(45)] },
  { id: 'correction_notice', name: '政府信息公开申请补正告知书', to: 'applicant', basis: [regulation(30)] },
  { id: 'reasons_request', name: '政府信息公开申请说明理由通知书', to: 'applicant', basis: [regulation(35)] },
  { id: 'delay_notice', name: '政府信息公开申请延迟答复告知书', to: 'applicant', basis: [regulation(35)] },
  {
    id: 'extension_notice',
    name: '政府信息公开申请延长答复期限告知书',
    to: 'applicant',
    basis: [regulation(33, 2)],
  },
  { id: 'third_party_consultation', name: '征求第三方意见书', to: 'thirdParty', basis: [regulation(32)] },
  {
    id: 'joint_maker_consultation',
    name: '征求共同制作机关意见书',
    to: 'otherAgency',
    basis: [regulation(34)],
  },
  {
    id: 'other_agency_consultation',
    name: '征求其他机关意见函',
    to: 'otherAgency',
    basis: [regulation(11, 1), regulation(33, 3)],
  },
  {
    id: 'consultation_notice',
    name: '征求意见告知书（致申请人）',
    to: 'applicant',
    basis: [regulation(33, 3)],
  },
  {
    id: 'third_party_notice',
    name: '决定公开告知书（致第三方）',
    to: 'thirdParty',
    basis: [regulation(32)],
  },
  {
    id: 'fee_notice',
    name: '政府信息公开信息处理费收费通知书',
    to: 'applicant',
    basis: [regulation(42, 1), { instrument: 'feeMeasure', article: 6 }],
  },
  { id: 'assistance_letter', name: '协助办理函', to: 'otherAgency', basis: [] },
  { id: 'transfer_letter', name: '转送函', to: 'otherAgency', basis: [] },
] as const satisfies readonly ReplyTemplate[];

const reply = <const Id extends string>(id: Id, name: string, ...basis: readonly Citation[]) =>
  ({ id: `reply.${id}` as const, name, to: 'applicant', basis }) as const;

const item = (number: number): Citation => ({ instrument: 'regulation', article: 36, item: number });

/** The replies: one for each outcome. */
const replies = [
  reply('public_already', '答复书（已主动公开）', item(1)),
  reply('provided', '答复书（予以公开，提供信息）', item(2)),
  reply('access_told', '答复书（予以公开，告知获取方式）', item(2)),
  reply('public_interest', '答复书（因公共利益予以公开）', regulation(15), regulation(32)),
  reply('partial', '答复书（部分公开）', regulation(37)),
  reply('state_secret', '答复书（国家秘密）', regulation(14)),
  reply('prohibited_by_law', '答复书（法律、行政法规禁止公开）', regulation(14)),
  reply('security', '答复书（三安全一稳定）', regulation(14)),
  reply('third_party', '答复书（第三方合法权益）', regulation(15), regulation(32)),
  reply('internal_affairs', '答复书（内部事务信息）', regulation(16, 1)),
  reply('deliberative', '答复书（过程性信息）', regulation(16, 2)),
  reply('enforcement_file', '答复书（行政执法案卷）', regulation(16, 2)),
  reply('registry_inquiry', '答复书（行政查询事项）', item(7)),
  reply('nonexistent', '答复书（信息不存在）', item(4)),
  reply('not_responsible', '答复书（不属于本机关负责公开）', item(5)),
  reply('needs_creation', '答复书（需要另行制作）', regulation(38)),
  reply('still_unclear', '答复书（补正后仍不明确）', regulation(30)),
  reply('complaint', '告知书（信访、投诉、举报）', regulation(39, 1)),
  reply('duplicate', '告知书（重复申请）', item(6)),
  reply('publication', '告知书（公开出版物）', regulation(39, 2)),
  reply('excessive', '告知书（理由不合理，不予处理）', regulation(35)),
  reply('confirmation', '告知书（确认或者重新出具已获取信息）'),
  reply('not_corrected', '告知书（逾期不补正，不再处理）', regulation(30)),
  reply('fee_unpaid', '告知书（逾期不缴费，不再处理）', regulation(42, 1)),
  reply('withdrawn', '告知书（撤回申请）'),
  reply('consultation', '告知书（咨询）', regulation(2)),
  reply('not_government_information', '告知书（不属于政府信息）', regulation(2)),
  reply('archived', '告知书（已移交国家档案馆）', { instrument: 'archivesLaw' }),
] as const satisfies readonly ReplyTemplate[];

const table = [...procedural, ...replies] as const;

export type ReplyTemplateId = (typeof table)[number]['id'];

/** Every kind of document that an application can call for. The list is closed; texts are data of the office. */
export const replyTemplates: readonly (ReplyTemplate & { readonly id: ReplyTemplateId })[] = table;
