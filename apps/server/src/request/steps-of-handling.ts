import { addDays, type CivilDate } from '@gongkai/statute';
import type { Consultation, Facts } from './facts.ts';
import { isOverdue, type Situation, type StepTable } from './step-definition.ts';

export const isOpen = ({ answer, closedOn }: Consultation): boolean => answer === null && closedOn === null;

const openConsultation = (facts: Facts, id: string): Consultation | undefined =>
  facts.consultations.find((one) => one.id === id && isOpen(one));

/** Consultations go on beside the rest, and may be answered while the applicant is waited for. */
const whileHandling = ['handling', 'awaiting_correction', 'awaiting_payment'] as const;

const someOpen = ({ facts }: Situation): string | null =>
  facts.consultations.some(isOpen) ? null : '没有正在征求的意见';

const ofConsultation = (
  { consultationId }: { readonly consultationId: string },
  { facts }: Situation,
): string | null => (openConsultation(facts, consultationId) ? null : '没有这次征求意见，或者它已经结束');

const sentOn = ({ consultationId }: { readonly consultationId: string }, { facts }: Situation) => {
  const found = openConsultation(facts, consultationId);
  return found?.deliveredOn ?? found?.sentOn ?? null;
};

const ownConsultation = {
  action: 'request.handle',
  from: whileHandling,
  to: null,
  refuse: someOpen,
  check: ofConsultation,
  earliest: sentOn,
} as const;

const later = (a: CivilDate, b: CivilDate | null | undefined): CivilDate => (b && b > a ? b : a);

/** What is over can't be prolonged any more (条例第三十三条第二款). */
const tooLate = (situation: Situation): string | null =>
  isOverdue(situation) ? '答复期限已过，不能再延长' : null;

/** Search, opinions, extension and delay: what is done before a decision can be drafted. */
export const stepsOfHandling: Pick<
  StepTable,
  | 'record_search'
  | 'consult'
  | 'record_consultation_delivery'
  | 'record_opinion'
  | 'close_consultation'
  | 'propose_extension'
  | 'approve_extension'
  | 'refuse_extension'
  | 'notify_extension'
  | 'ask_for_reasons'
  | 'record_reasons'
  | 'set_delay'
> = {
  record_search: {
    title: '登记检索',
    action: 'request.handle',
    from: whileHandling,
    to: null,
    article: '条例第三十六条第（四）项',
    event: 'request_searched',
    consequence: '检索的范围、方法和结果记入案卷，作为政府信息不存在的证据。',
  },
  consult: {
    title: '征求意见',
    action: 'request.handle',
    from: ['handling'],
    to: null,
    article: '条例第三十二条、第三十三条第三款、第三十四条',
    event: 'request_consultation_started',
    consequence: '征求意见所需时间不计算在答复期限内；第三方、共同制作机关自收到之日起15个工作日内提出意见。',
    told: '本机关征求有关方面的意见',
    late: (situation) =>
      situation.clock.due !== null && situation.today >= situation.clock.due
        ? '答复期限已经届满，征求意见不再影响期限'
        : null,
    earliest: (_, { facts }) => facts.since,
  },
  record_consultation_delivery: {
    ...ownConsultation,
    title: '登记征求意见书送达',
    article: '条例第三十二条、第三十四条',
    event: 'request_consultation_delivered',
    consequence: '15个工作日从收到的次日起计算。',
    refuse: ({ facts }) =>
      facts.consultations.some((one) => isOpen(one) && one.deliveredOn === null)
        ? null
        : '没有尚未登记送达的征求意见',
    check: ({ consultationId }, situation) =>
      ofConsultation({ consultationId }, situation) ??
      (openConsultation(situation.facts, consultationId)?.deliveredOn ? '已经登记过送达' : null),
  },
  record_opinion: {
    ...ownConsultation,
    title: '登记意见',
    article: '条例第三十二条、第三十四条',
    event: 'request_opinion_received',
    consequence: '期限从收到意见的次日起继续计算。',
  },
  close_consultation: {
    ...ownConsultation,
    title: '结束征求意见',
    article: '条例第三十三条第三款',
    event: 'request_consultation_closed',
    consequence: '期限从结束的次日起继续计算；第三方没有提出意见的，由本机关决定是否公开。',
  },
  propose_extension: {
    title: '提出延期',
    action: 'request.handle',
    from: ['handling'],
    to: null,
    article: '条例第三十三条第二款',
    event: 'request_extension_proposed',
    consequence: '由公开机构负责人决定；同意并告知申请人后才生效。',
    refuse: (situation) => {
      if (situation.facts.extension) return '延期已经提出';
      if ((situation.clock.workingDays ?? 0) > 20) return '答复期限只能延长一次';
      return tooLate(situation);
    },
  },
  approve_extension: {
    title: '同意延期',
    action: 'request.approve',
    from: ['handling'],
    to: null,
    article: '条例第三十三条第二款',
    event: 'request_extension_approved',
    consequence: '须在答复期限内告知申请人，延期才生效。',
    refuse: (situation) =>
      situation.facts.extension?.stage === 'proposed' ? tooLate(situation) : '没有待批的延期',
  },
  refuse_extension: {
    title: '不同意延期',
    action: 'request.approve',
    from: ['handling'],
    to: null,
    article: '条例第三十三条第二款',
    event: 'request_extension_refused',
    consequence: '答复期限不变。',
    refuse: ({ facts }) => (facts.extension?.stage === 'proposed' ? null : '没有待批的延期'),
  },
  notify_extension: {
    title: '告知延期',
    action: 'request.handle',
    from: ['handling'],
    to: null,
    article: '条例第三十三条第二款',
    event: 'request_extension_notified',
    consequence: '答复期限按同意的工作日数延长。',
    told: '本机关延长答复期限',
    refuse: ({ facts }) => (facts.extension?.stage === 'approved' ? null : '没有经同意、待告知的延期'),
    earliest: (_, { facts }) => later(facts.since, facts.extension?.approvedOn),
    check: ({ on }, { clock, today }) =>
      clock.due !== null && (on ?? today) > clock.due ? '告知晚于答复期限，延期不发生效力' : null,
  },
  ask_for_reasons: {
    title: '请申请人说明理由',
    action: 'request.handle',
    from: ['handling'],
    to: null,
    article: '条例第三十五条',
    event: 'request_reasons_asked',
    consequence: '不合理的可以不予处理；合理而无法按期答复的，可以确定延迟答复的日期。',
    told: '本机关请您说明理由',
    refuse: ({ facts }) => (facts.reasonsAskedOn ? '已经请申请人说明过理由' : null),
  },
  record_reasons: {
    title: '登记申请人说明的理由',
    action: 'request.handle',
    byApplicant: true,
    from: ['handling'],
    to: null,
    article: '条例第三十五条',
    event: 'request_reasons_received',
    consequence: '由本机关判断申请的理由是否合理。',
    told: '您说明了理由',
    refuse: ({ facts }) => {
      if (!facts.reasonsAskedOn) return '还没有请申请人说明理由';
      return facts.reasonsGivenOn ? '申请人已经说明过理由' : null;
    },
    earliest: (_, { facts }) => facts.reasonsAskedOn,
  },
  set_delay: {
    title: '确定延迟答复的日期',
    action: 'request.handle',
    from: ['handling'],
    to: null,
    article: '条例第三十五条',
    event: 'request_delayed',
    consequence: '在告知申请人的日期以前答复。',
    told: '本机关告知延迟答复的日期',
    refuse: (situation) => {
      if (!situation.facts.reasonsAskedOn) return '还没有请申请人说明理由';
      if (situation.clock.due === null) return '征求的意见没有回来，答复的日期还不能确定';
      return tooLate(situation);
    },
    earliest: (_, { facts }) => later(facts.since, facts.reasonsAskedOn),
    check: ({ until }, { clock, today }) => {
      if (clock.due !== null && until <= clock.due) return '延迟的日期应当晚于现在的答复期限';
      return until > addDays(today, 366) ? '延迟的日期超过一年，不合理' : null;
    },
  },
};
