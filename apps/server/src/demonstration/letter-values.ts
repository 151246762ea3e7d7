import type { LetterInput, TakenStep } from '@gongkai/contract';
import { getOutcome, type OutcomeId } from '@gongkai/statute';

type Values = LetterInput['values'];

/** What letters say beyond their case and step, by the template. */
const valuesByTemplate: Readonly<Record<string, Values>> = {
  'reply.access_told': { accessWhen: '工作日9:00—12:00、13:30—17:30' },
  'reply.public_interest': {
    publicInterest: '该信息关系周边群众的生命健康和财产安全，不公开会对公共利益造成重大影响',
  },
  third_party_notice: {
    publicInterest: '该信息关系周边群众的生命健康和财产安全，不公开会对公共利益造成重大影响',
  },
  'reply.state_secret': { secrecyBasis: '依照《中华人民共和国保守国家秘密法》确定' },
  'reply.prohibited_by_law': { prohibitingLaw: '《中华人民共和国统计法》关于统计调查资料保密的规定' },
  'reply.security': { endangered: '公共安全' },
  'reply.third_party': { harmedInterest: '商业秘密' },
  'reply.internal_affairs': { internalMatter: '内部工作流程' },
  'reply.deliberative': { deliberativeMatter: '讨论记录' },
  'reply.enforcement_file': { enforcementFile: '本机关立案查处的行政处罚案件案卷' },
  'reply.registry_inquiry': {
    specialRules: '《不动产登记暂行条例》和企业登记管理的有关规定',
    inquiryOffice: '云山区政务服务中心查询窗口（云山大道3号，工作日9:00—17:00）',
  },
  'reply.needs_creation': { creationNeeded: '需要对历年分散的材料进行汇总、统计和分析' },
  'reply.still_unclear': { stillUnclear: '补正后仍未写明信息的名称、文号或者便于查询的其他特征' },
  'reply.complaint': { grievanceChannel: '云山区信访接待中心（和平路60号），或者拨打12345热线' },
  'reply.publication': { publicationAccess: '云山区图书馆、云山区档案馆可以查阅，新华书店可以购买' },
  'reply.excessive': {
    requestVolume: '您在一个月内就同类事项提出申请十余件',
    statedReasons: '您说明的理由为整理本地历史资料',
  },
  'reply.confirmation': { alreadyObtained: '本机关此前已以邮寄方式向您提供该信息' },
  'reply.consultation': { consultChannel: '本机关办公室，电话0000-8120001' },
  'reply.archived': { archivedWhen: '2015-06-30', archive: '云山区档案馆（文昌路2号，电话0000-8126000）' },
  other_agency_consultation: {
    consultedMatter: '该信息是否可以公开及理由',
  },
  reasons_request: {
    requestVolume: '您在一个月内向本机关提出申请十余件',
  },
};

const consultations: Readonly<Record<string, string>> = { other_organ: 'other_agency_consultation' };

const templateOf = (
  step: TakenStep,
  given: { readonly outcome?: OutcomeId; readonly party?: string; readonly template?: string },
): string => {
  if (step === 'draft_decision' && given.outcome) return getOutcome(given.outcome).template;
  if (step === 'consult') return consultations[given.party ?? ''] ?? '';
  if (step === 'send_letter') return given.template ?? '';
  return step === 'ask_for_reasons' ? 'reasons_request' : '';
};

const withLetter: ReadonlySet<TakenStep> = new Set([
  'ask_for_correction',
  'consult',
  'notify_extension',
  'issue_fee_notice',
  'ask_for_reasons',
  'set_delay',
  'draft_decision',
  'close_uncorrected',
  'close_unpaid',
  'send_letter',
]);

/** The letter that goes with a step; null where it has none. */
export const letterOf = (step: TakenStep, given: object): LetterInput | null =>
  withLetter.has(step) ? { values: valuesByTemplate[templateOf(step, given)] ?? {}, edited: null } : null;
