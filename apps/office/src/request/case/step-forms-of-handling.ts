import type { RequestCase, SentLetter } from '@gongkai/contract';
import { getOutcome, isOutcomeId, replyTemplates, thirdPartyAnswerNames } from '@gongkai/statute';
import type { Field, Option } from './step-field.tsx';
import { giveReason, on, type StepForm, text } from './step-form.ts';

type Consultation = RequestCase['consultations'][number];

const isOpen = ({ answer, closedOn }: Consultation): boolean => answer === null && closedOn === null;

const sayConsultation = ({ id, label, name, sentOn }: Consultation): Option => ({
  value: id,
  label: `${name ?? label}，${sentOn} 发出`,
});

const consultation = (only: (one: Consultation) => boolean, optional?: true): Field => ({
  name: 'consultationId',
  label: '征求谁的意见',
  type: 'pick',
  options: ({ consultations }) => consultations.filter(only).map(sayConsultation),
  ...(optional && { optional }),
});

/** Where only one can be meant, it is chosen already. */
const onlyOne =
  (only: (one: Consultation) => boolean) =>
  ({ consultations }: RequestCase): Readonly<Record<string, unknown>> => {
    const [first, second] = consultations.filter(only);
    return first && !second ? { consultationId: first.id } : {};
  };

const undelivered = (one: Consultation): boolean => isOpen(one) && one.deliveredOn === null;

const nameOfTemplate = (id: SentLetter): string =>
  replyTemplates.find((template) => template.id === id)?.name ?? id;

/** The letters that have a ground as things stand, the one that is due first (条例第三十二条、第三十三条第三款). */
const lettersFor = ({ state, consultations, timeline }: RequestCase): readonly SentLetter[] => {
  if (state === 'withdrawn') return ['reply.withdrawn'];
  const decision = timeline.findLast(({ step }) => step === 'draft_decision')?.facts.outcome;
  const group = typeof decision === 'string' && isOutcomeId(decision) ? getOutcome(decision).group : null;
  const isDecided = state === 'approved' || state === 'signed' || state === 'delivered';
  const third = consultations.some(({ party }) => party === 'third_party');
  const grounds: readonly (readonly [SentLetter, boolean])[] = [
    ['third_party_notice', isDecided && third && (group === 'disclosed' || group === 'partial')],
    ['consultation_notice', consultations.length > 0],
    ['assistance_letter', true],
    ['transfer_letter', true],
  ];
  return grounds.filter(([, hasGround]) => hasGround).map(([letter]) => letter);
};

/** Search, opinions, letters, extension and delay. */
export const formsOfHandling = {
  record_search: {
    fields: [
      on('检索日期', '实际检索的那一天。'),
      text('where', '检索的范围', 1000, '查了哪些机构、系统、档案。'),
      text('how', '检索的方法和经过', 2000, '用了什么关键词、文号、时间范围，由谁检索。'),
      text('found', '检索的结果', 2000, '找到了什么；没有找到的，写明没有找到。'),
    ],
  },
  consult: {
    verb: '发出征求意见书',
    hasLetter: true,
    initial: () => ({ party: 'third_party' }),
    fields: [
      {
        name: 'party',
        type: 'radio',
        label: '征求谁的意见',
        options: [
          { value: 'third_party', label: '第三方（第三十二条；逾期不提，由本机关决定）' },
          { value: 'joint_maker', label: '共同制作机关（第三十四条；逾期不提，视为同意）' },
          { value: 'other_organ', label: '其他机关（第三十三条第三款）' },
        ],
      },
      { name: 'name', type: 'line', label: '名称', most: 200, hint: '第三方的名称加密保存。' },
      text('matter', '征求意见的内容', 2000, '写明涉及对方的哪些信息、拟怎样处理。'),
      on('发出日期', '从发出的次日起，征求意见的时间不计入答复期限（条例第三十三条第三款）。'),
    ],
  },
  record_consultation_delivery: {
    fields: [consultation(undelivered), on('对方收到的日期', '以签收记录、回执上的日期为准。')],
    initial: onlyOne(undelivered),
  },
  record_opinion: {
    fields: [
      consultation(isOpen),
      {
        name: 'answer',
        type: 'radio',
        label: '意见',
        options: (['consents', 'objectsWithReason', 'objects'] as const).map((value) => ({
          value,
          label: thirdPartyAnswerNames[value],
        })),
      },
      text('opinion', '意见的内容和理由', 5000),
      on('收到意见的日期', '对方书面答复送到之日。'),
    ],
    initial: onlyOne(isOpen),
  },
  close_consultation: {
    fields: [
      consultation(isOpen),
      text('reason', '结束的原因', 1000),
      on('结束的日期', '期限从结束的次日起继续计算；第三方逾期没有提出意见的，由本机关决定是否公开。'),
    ],
    initial: onlyOne(isOpen),
  },
  send_letter: {
    verb: '发出函件',
    hasLetter: true,
    initial: (found) => ({ template: lettersFor(found)[0] }),
    fields: [
      {
        name: 'template',
        type: 'radio',
        label: '函件',
        options: (found) => lettersFor(found).map((value) => ({ value, label: nameOfTemplate(value) })),
      },
      {
        ...consultation(() => true, true),
        label: '与哪一次征求意见有关',
        when: ({ consultations }) => consultations.length > 0,
      },
      text('matter', '事由', 2000),
      on('发出日期', '函件发出的那一天。'),
    ],
  },
  propose_extension: {
    verb: '提请批准延期',
    initial: () => ({ workingDays: 20 }),
    fields: [
      {
        name: 'workingDays',
        type: 'number',
        label: '延长的工作日数',
        least: 1,
        most: 20,
        hint: '最长20个工作日，只能延长一次（条例第三十三条第二款）。',
      },
      ...giveReason('延长的理由'),
    ],
  },
  approve_extension: { fields: [] },
  refuse_extension: { fields: giveReason('不同意的理由') },
  notify_extension: {
    verb: '发出延长答复期限告知书',
    hasLetter: true,
    fields: [on('告知日期', '须在答复期限内告知，延期才生效（条例第三十三条第二款）。')],
  },
  ask_for_reasons: {
    verb: '发出说明理由通知书',
    hasLetter: true,
    fields: [
      on('通知日期', '申请的数量、频次明显超过合理范围的，可以要求说明理由（条例第三十五条）。'),
      text('matter', '请申请人说明的事项', 2000),
    ],
  },
  record_reasons: {
    fields: [on('收到的日期', '由本机关判断理由是否合理。'), text('reasons', '申请人说明的理由', 5000)],
  },
  set_delay: {
    verb: '发出延迟答复告知书',
    hasLetter: true,
    fields: [
      {
        name: 'until',
        type: 'date',
        label: '延迟到哪一天答复',
        future: true,
        hint: ({ clock }) => (clock.dueOn ? `应当晚于现在的答复期限 ${clock.dueOn}。` : undefined),
      },
      ...giveReason('理由合理但无法按期答复的情况'),
      on('告知日期', '告知书发出的那一天。'),
    ],
  },
} as const satisfies Readonly<Record<string, StepForm>>;
