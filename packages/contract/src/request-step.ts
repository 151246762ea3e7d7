import { exemptions, feeSchemes, outcomes, thirdPartyAnswers } from '@gongkai/statute';
import { z } from 'zod';
import { letterInputSchema } from './request-letter.ts';
import { provisionWays, secrecyConclusions } from './request-words.ts';
import { civilDateSchema, idSchema, keysOf } from './values.ts';

const text = (most: number) => z.string().trim().min(1, '请填写').max(most);
const on = civilDateSchema.optional().describe('发生的日期；不写为今天');
const workingDays = (most: number) => z.number().int().min(1).max(most).describe('工作日数');
const letter = letterInputSchema.nullable().default(null).describe('随这一步发出的文书；空为不由系统制作');
const consultation = { consultationId: idSchema.describe('哪一次征求意见') };

/** Answers that somebody can give; that nobody answered shows by itself. */
const givenAnswers = thirdPartyAnswers.filter((answer) =>
  ['consents', 'objectsWithReason', 'objects'].includes(answer),
) as ['consents', 'objectsWithReason', 'objects'];
const decidedOutcomes = outcomes.filter(({ origin }) => origin === 'decision').map(({ id }) => id);

/** Letters that go out beside the steps. */
export const sentLetters = [
  'consultation_notice',
  'third_party_notice',
  'assistance_letter',
  'transfer_letter',
  'reply.withdrawn',
] as const;
export type SentLetter = (typeof sentLetters)[number];

const withheldPartSchema = z.object({
  what: text(500).describe('不予公开的内容'),
  exemption: z.enum(exemptions.map(({ id }) => id) as [(typeof exemptions)[number]['id']]).describe('依据'),
  reason: text(1000).describe('理由'),
});

/**
 * What each step with an application takes (条例第四十五条: 登记、审核、办理、答复、归档). The names are the steps'
 * own: rows of the table of steps on the server, and what its record keeps them under.
 */
export const stepInputs = {
  confirm_receipt: z.object({
    on,
    unreachable: z.boolean().default(false).describe('邮件到达当日联系不上申请人'),
  }),
  ask_for_correction: z.object({
    on,
    workingDays: workingDays(250).describe('补正期限，自申请人收到通知次日起的工作日数'),
    matter: text(2000).describe('需要补正的内容'),
    letter,
  }),
  record_notice_received: z.object({
    on,
    notice: z.enum(['correction', 'fee']).describe('补正告知书或者收费通知书'),
  }),
  receive_correction: z.object({ on, description: text(5000).describe('补正后的申请内容') }),
  close_uncorrected: z.object({ reason: text(1000).describe('没有正当理由的认定'), letter }),
  record_search: z.object({
    on,
    where: text(1000).describe('检索的范围：机构、系统、档案'),
    how: text(2000).describe('检索的方法和经过'),
    found: text(2000).describe('检索的结果'),
  }),
  consult: z.object({
    on,
    party: z.enum(['third_party', 'other_organ', 'joint_maker']).describe('征求谁的意见'),
    name: text(200).describe('名称'),
    matter: text(2000).describe('征求意见的内容'),
    letter,
  }),
  record_consultation_delivery: z.object({ on, ...consultation }),
  record_opinion: z.object({
    on,
    ...consultation,
    answer: z.enum(givenAnswers).describe('意见'),
    opinion: text(5000).describe('意见的内容和理由'),
  }),
  close_consultation: z.object({ on, ...consultation, reason: text(1000).describe('结束的原因') }),
  propose_extension: z.object({ workingDays: workingDays(20), reason: text(1000).describe('延长的理由') }),
  approve_extension: z.object({}),
  refuse_extension: z.object({ reason: text(1000) }),
  notify_extension: z.object({ on, letter }),
  issue_fee_notice: z.object({
    on,
    scheme: z.enum(feeSchemes).describe('按件或者按量'),
    quantity: z.number().int().min(1).max(1_000_000).describe('件数或者页数'),
    before: z
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .nullable()
      .default(null)
      .describe('按件的：同一申请人当月已有的件数；空为按登记的件数'),
    reason: text(1000).describe('数量、频次明显超过合理范围的情况'),
    letter,
  }),
  record_payment: z.object({ on }),
  waive_fee: z.object({ reason: text(1000) }),
  close_unpaid: z.object({ reason: text(1000).describe('逾期未缴费的情况'), letter }),
  ask_for_reasons: z.object({ on, matter: text(2000).describe('请申请人说明的事项'), letter }),
  record_reasons: z.object({ on, reasons: text(5000).describe('申请人说明的理由') }),
  set_delay: z.object({
    on,
    until: civilDateSchema.describe('延迟到哪一天答复'),
    reason: text(1000).describe('理由合理但无法按期答复的情况'),
    letter,
  }),
  draft_decision: z.object({
    outcome: z.enum(decidedOutcomes as [(typeof decidedOutcomes)[number]]).describe('办理结果'),
    reply: text(20_000)
      .nullable()
      .default(null)
      .describe('答复的内容；答复书由系统制作的，可以只写在答复书里'),
    reasons: text(5000).nullable().default(null).describe('理由'),
    withheld: z.array(withheldPartSchema).max(200).default([]).describe('部分公开的：不予公开的各处'),
    earlierRequestId: idSchema.nullable().default(null).describe('重复申请的：已经答复的那一件'),
    rightAgency: z
      .object({ name: text(200), contact: text(300).nullable().default(null) })
      .nullable()
      .default(null)
      .describe('不属于本机关负责的：负责公开的机关和联系方式，能够确定的写明（条例第三十六条第（五）项）'),
    letter,
  }),
  review: z.object({ note: text(1000).nullable().default(null).describe('审核意见') }),
  review_secrecy: z.object({
    conclusion: z.enum(keysOf(secrecyConclusions)).describe('保密审查结论'),
    basis: text(1000).describe('依据'),
  }),
  approve: z.object({ note: text(1000).nullable().default(null).describe('批准意见') }),
  send_back: z.object({ reason: text(1000).describe('退回的原因') }),
  sign: z.object({}),
  deliver: z.object({
    on: on.describe('交邮之日；当面的为签收之日；电子方式的为发出之日'),
    way: z.enum(keysOf(provisionWays)).describe('送达方式'),
    proof: text(500).describe('凭证：邮件号码、签收人、发送记录'),
  }),
  record_service: z.object({ on, proof: text(500).describe('凭证') }),
  withdraw: z.object({ on, reason: text(1000).nullable().default(null).describe('撤回的原因') }),
  archive: z.object({}),
  // What an applicant does online, or an officer enters for them.
  receive_material: z.object({
    on,
    note: text(500).nullable().default(null).describe('补交了什么'),
  }),
  agree_to_fee: z.object({ on }),
  rate_service: z.object({
    score: z.number().int().min(1).max(5).describe('评分：1 很不满意，5 很满意'),
    comment: text(1000).nullable().default(null).describe('意见和建议'),
  }),
  // 条例第三十三条第一款: what can be answered at once.
  answer_on_the_spot: z.object({
    outcome: z
      .enum(['disclosed_public_already', 'disclosed_provided'])
      .describe('已经主动公开的，或者当场提供的'),
    reply: text(5000).describe('当场答复的内容'),
    earlierRequestId: idSchema
      .nullable()
      .default(null)
      .describe('当场提供的：已经审查、提供过同一信息的那件申请'),
    way: z.enum(keysOf(provisionWays)).default('in_person').describe('答复方式'),
    proof: text(500).describe('申请人签收或者发送的记录'),
    letter,
  }),
  send_letter: z.object({
    on,
    template: z
      .enum(sentLetters)
      .describe('告知申请人征求意见、告知第三方决定公开、协助函、转送函、撤回告知书'),
    consultationId: idSchema.nullable().default(null).describe('与哪一次征求意见有关'),
    matter: text(2000).describe('事由'),
    letter,
  }),
} as const;

/** A step that can be taken with an application that is there. */
export type TakenStep = keyof typeof stepInputs;
export const takenSteps = Object.keys(stepInputs) as readonly TakenStep[];

/** What applicants do themselves online, with number and query code. */
export const applicantSteps = [
  'receive_correction',
  'receive_material',
  'record_reasons',
  'agree_to_fee',
  'withdraw',
  'rate_service',
] as const satisfies readonly TakenStep[];
export type ApplicantStep = (typeof applicantSteps)[number];

/** A step as the record keeps it: the first is the application itself. */
export type StepName = 'submit' | TakenStep;

/** What a step takes, as the use case gets it. */
export type StepInput<S extends TakenStep> = z.output<(typeof stepInputs)[S]>;
