import { identityKinds } from '@gongkai/statute';
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { requestFileSchema } from './request-file.ts';
import { letterSchema } from './request-letter.ts';
import { dueWindows, requestFilterSchema, waitingFor } from './request-list.ts';
import { applicantSteps, stepInputs, type TakenStep, takenSteps } from './request-step.ts';
import {
  applicantKinds,
  intakeChannels,
  provisionForms,
  provisionWays,
  type RequestState,
  requestStateNames,
} from './request-words.ts';
import { civilDateSchema, idSchema, keysOf, momentSchema } from './values.ts';

const optionalText = (most: number) => z.string().trim().max(most).nullable().default(null);

/** 条例第二十九条第二款第（一）项: name, proof of identity, contact. */
export const applicantSchema = z.object({
  kind: z.enum(keysOf(applicantKinds)).describe('申请人类别'),
  name: z.string().trim().min(1, '请填写申请人的姓名或者名称').max(200).describe('姓名或者名称'),
  identity: z
    .object({ kind: z.enum(identityKinds), number: z.string().trim().min(1).max(50) })
    .nullable()
    .default(null)
    .describe('身份证明；可以以后补交'),
  contactPerson: optionalText(100).describe('单位的联系人'),
  phone: optionalText(50).describe('联系电话'),
  email: z.email('电子邮箱的写法不对').max(200).nullable().default(null).describe('电子邮箱'),
  address: optionalText(300).describe('通信地址'),
});
export type Applicant = z.output<typeof applicantSchema>;

/** 条例第二十九条第二款第（二）项、第（三）项: what is wanted, and how. */
export const requestContentSchema = z.object({
  title: optionalText(300).describe('政府信息的名称'),
  documentNumber: optionalText(100).describe('文号'),
  description: z
    .string()
    .trim()
    .min(1, '请写明所申请的政府信息，或者便于查询的其他特征')
    .max(5000)
    .describe('内容描述'),
});
export type RequestContent = z.output<typeof requestContentSchema>;

const submission = {
  agencyId: idSchema.describe('向哪个单位申请'),
  applicant: applicantSchema.refine(
    ({ phone, email, address }) => phone !== null || email !== null || address !== null,
    '请至少填写电话、电子邮箱、通信地址中的一项，以便联系',
  ),
  content: requestContentSchema,
  form: z.enum(keysOf(provisionForms)).default('electronic').describe('获取信息的形式'),
  way: z.enum(keysOf(provisionWays)).default('electronic').describe('获取信息的方式'),
};

/** What an applicant submits online. */
export const submitRequestSchema = z.object(submission);
export type SubmitRequest = z.output<typeof submitRequestSchema>;

/** What an officer registers: it came by counter, letter, fax, or another agency. */
export const registerRequestSchema = z.object({
  ...submission,
  channel: z
    .enum(keysOf(intakeChannels).filter((channel) => channel !== 'internet') as ['in_person'])
    .describe('来件渠道'),
  on: civilDateSchema.describe('到达的日期：提交、签收或者到件之日'),
});
export type RegisterRequest = Omit<z.output<typeof registerRequestSchema>, 'channel'> & {
  readonly channel: Exclude<keyof typeof intakeChannels, 'internet'>;
};

const stateSchema = z.enum(requestStateNames as readonly [RequestState, ...RequestState[]]).describe('状态');

const lineFields = {
  id: idSchema,
  agencyId: idSchema,
  number: z.string().describe('登记编号'),
  state: stateSchema,
  stateName: z.string(),
  channel: z.enum(keysOf(intakeChannels)).describe('来件渠道'),
  applicantKind: z.enum(keysOf(applicantKinds)).describe('申请人类别'),
  submittedOn: civilDateSchema.describe('到达的日期'),
  receivedOn: civilDateSchema.nullable().describe('收到申请之日'),
  dueOn: civilDateSchema.nullable().describe('答复期限；空为还不能确定'),
  outcome: z.string().nullable().describe('办理结果'),
  outcomeName: z.string().nullable(),
};

export const requestLineSchema = z.object({
  ...lineFields,
  applicantName: z.string().describe('申请人，只显示姓氏'),
  title: z.string().nullable().describe('申请的内容，开头的文字；监督单位看不到'),
  officerName: z.string().nullable().describe('经办人'),
  waiting: z.enum(keysOf(waitingFor)).nullable().describe('等谁办理；空为已办结'),
  due: z.enum(keysOf(dueWindows)).nullable().describe('离期限多远；空为已办结'),
  workingDaysLeft: z.number().int().nullable().describe('离期限还有几个工作日；超期为负数'),
});
export type RequestLine = z.infer<typeof requestLineSchema>;

export const listRequestsSchema = requestFilterSchema.extend({
  agencyId: idSchema,
  order: z.enum(['newest', 'due']).default('newest').describe('新的在前，或者先到期的在前'),
  after: z.string().max(200).optional().describe('从这里接着列：上一页的 next'),
  size: z.coerce.number().int().min(1).max(200).default(30).describe('条数'),
});
export type ListRequests = z.output<typeof listRequestsSchema>;

export const clockSchema = z.object({
  state: z.string(),
  receivedOn: civilDateSchema.nullable(),
  dueOn: civilDateSchema.nullable(),
  workingDays: z.number().int().nullable().describe('答复期限的工作日数'),
  workingDaysLeft: z.number().int().nullable(),
  workingDaysOverdue: z.number().int(),
  isProvisional: z.boolean().describe('尚未公布放假安排，日期是暂定的'),
  sentences: z.array(z.string()).describe('为什么是这一天'),
  irregularities: z.array(z.object({ on: civilDateSchema, article: z.string(), message: z.string() })),
});

const periodSchema = z.object({
  kind: z
    .enum(['counted', 'consultation', 'correction', 'payment', 'delay'])
    .describe('计算、征求意见、等待补正、等待缴费、延迟答复'),
  from: civilDateSchema,
  to: civilDateSchema.nullable().describe('最后一天；空为还在继续'),
  article: z.string(),
  consulted: z.string().nullable().describe('征求谁的意见'),
});

const explainedDaySchema = z.object({
  date: civilDateSchema,
  counted: z.boolean(),
  number: z.number().int().nullable().describe('第几个工作日'),
  counting: z.number().int().describe('第几次计算，重新计算的加一，从 0 起'),
  text: z.string(),
  article: z.string(),
  provisional: z.boolean(),
});

/** The clock as the office shows it: with every day. */
export const caseClockSchema = clockSchema.extend({
  periods: z.array(periodSchema).describe('时间的各段'),
  days: z.array(explainedDaySchema).describe('逐日说明'),
  deadlines: z
    .array(
      z.object({
        kind: z.enum([
          'correction_notice',
          'correction',
          'payment',
          'third_party_opinion',
          'joint_maker_opinion',
        ]),
        name: z.string().nullable().describe('征求谁的意见'),
        due: civilDateSchema.nullable(),
        status: z.enum(['open', 'met', 'missed', 'lapsed']),
        article: z.string(),
        consequence: z.string(),
        workingDaysLeft: z.number().int().nullable(),
      }),
    )
    .describe('答复以外的其他期限'),
});
export type CaseClock = z.infer<typeof caseClockSchema>;

const choiceSchema = z.object({
  step: z.enum(takenSteps as readonly [TakenStep, ...TakenStep[]]),
  title: z.string(),
  article: z.string().nullable(),
  consequence: z.string(),
  allowed: z.boolean(),
  reason: z.string().nullable().describe('现在不能办理的原因'),
  late: z.string().nullable().describe('可以办理，但已经逾期的说明'),
});

const timelineSchema = z.object({
  position: z.number().int(),
  step: z.string(),
  title: z.string(),
  on: civilDateSchema.describe('发生的日期'),
  at: momentSchema.describe('登记的时刻'),
  personId: idSchema.nullable(),
  personName: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.unknown()).describe('填写的内容'),
});

export const requestCaseSchema = z.object({
  ...lineFields,
  applicantName: z.string().describe('申请人，只显示姓氏'),
  form: z.enum(keysOf(provisionForms)),
  way: z.enum(keysOf(provisionWays)),
  content: requestContentSchema.nullable().describe('申请内容；空为已按保存期限销毁'),
  clock: caseClockSchema,
  waiting: z.enum(keysOf(waitingFor)).nullable().describe('等谁办理；空为已办结'),
  timeline: z.array(timelineSchema),
  steps: z.array(choiceSchema).describe('您现在可以办理的步骤，和不能办理的原因'),
  officer: z.object({ id: idSchema, name: z.string() }).nullable().describe('经办人'),
  files: z.array(requestFileSchema),
  letters: z.array(letterSchema),
  consultations: z.array(
    z.object({
      id: idSchema,
      party: z.enum(['third_party', 'other_organ', 'joint_maker']),
      label: z.string(),
      name: z.string().nullable(),
      sentOn: civilDateSchema,
      deliveredOn: civilDateSchema.nullable(),
      dueOn: civilDateSchema.nullable().describe('提出意见的期限'),
      answer: z.string().nullable(),
      answerName: z.string().nullable(),
      closedOn: civilDateSchema.nullable(),
    }),
  ),
  decision: z
    .object({
      outcome: z.string(),
      outcomeName: z.string(),
      documentNumber: z.string().nullable(),
      draftedBy: z.string().nullable().describe('拟定人'),
    })
    .nullable(),
  fee: z
    .object({
      amount: z.string().describe('元'),
      quantity: z.number().int(),
      scheme: z.enum(['item', 'page']),
      noticeOn: civilDateSchema,
      agreedOn: civilDateSchema.nullable(),
      paidOn: civilDateSchema.nullable(),
    })
    .nullable(),
  correctionDays: z.number().int().describe('补正期限预填的工作日数'),
  monthItems: z.number().int().describe('同一申请人当月在这件之前已有的件数，按件计费用'),
  rating: z.object({ score: z.number().int(), comment: z.string().nullable() }).nullable(),
  related: z
    .array(
      z.object({
        id: idSchema,
        number: z.string(),
        submittedOn: civilDateSchema,
        stateName: z.string(),
        outcomeName: z.string().nullable(),
        sameApplicant: z.boolean(),
        likeness: z.number().min(0).max(1).describe('内容相近的程度'),
      }),
    )
    .describe('同一申请人的其他申请，和内容相近的申请'),
});
export type RequestCase = z.infer<typeof requestCaseSchema>;

/** What an applicant sees: no officer's name, no work within the agency. */
export const trackedRequestSchema = z.object({
  number: z.string(),
  agencyName: z.string(),
  stateName: z.string(),
  submittedOn: civilDateSchema,
  outcomeName: z.string().nullable(),
  documentNumber: z.string().nullable().describe('答复的文号'),
  clock: clockSchema,
  correction: z.string().nullable().describe('需要补正的内容'),
  fee: z.object({ amount: z.string(), dueOn: civilDateSchema.nullable(), agreed: z.boolean() }).nullable(),
  answerBy: z
    .object({ on: civilDateSchema, workingDaysLeft: z.number().int().nullable() })
    .nullable()
    .describe('请您补正、缴费的期限；期限已过的没有剩余工作日'),
  reasonsAsked: z.string().nullable().describe('请您说明的事项'),
  letters: z.array(letterSchema.omit({ position: true, consultationId: true })),
  files: z.array(
    requestFileSchema.pick({
      id: true,
      kindName: true,
      name: true,
      size: true,
      mediaType: true,
      isProvided: true,
    }),
  ),
  rated: z.boolean(),
  isDestroyed: z.boolean().describe('保管期限届满，案卷的内容已经销毁'),
  timeline: z.array(z.object({ on: civilDateSchema, title: z.string() })),
  steps: z.array(choiceSchema.pick({ step: true, title: true, consequence: true })),
});
export type TrackedRequest = z.infer<typeof trackedRequestSchema>;

const receiptSchema = z.object({
  id: idSchema,
  number: z.string().describe('登记编号'),
  queryCode: z.string().describe('查询码：凭登记编号和查询码查询、补正、撤回'),
});

/** What a receipt proves with; in the body, never in an address. */
export const receiptProofSchema = z.object({
  number: z.string().trim().min(1).max(100).describe('登记编号'),
  queryCode: z.string().trim().min(1).max(50).describe('查询码'),
});

const [firstStep, ...otherSteps] = takenSteps.map((step) =>
  stepInputs[step].extend({ step: z.literal(step) }),
);
export const takeStepSchema = z.object({
  id: idSchema,
  taken: z.discriminatedUnion('step', [firstStep!, ...otherSteps]).describe('哪一步，和它所需的内容'),
});

/** What is done online is done today. */
const [ownStep, ...ownSteps] = applicantSteps.map((step) => {
  const { on: _, ...given } = stepInputs[step].shape as z.ZodRawShape;
  return z.object({ ...given, step: z.literal(step) });
});
export const takeOwnStepSchema = receiptProofSchema.extend({
  taken: z.discriminatedUnion('step', [ownStep!, ...ownSteps]).describe('哪一步，和它所需的内容'),
});

const takenSchema = z.object({ state: stateSchema, position: z.number().int() });
const tags = ['依申请公开'];
const byApplicant = ['依申请公开：申请人'];

export const requestContract = {
  submit: oc
    .route({ method: 'POST', path: '/applications', summary: '网上提交申请', tags: byApplicant })
    .input(submitRequestSchema)
    .output(receiptSchema),
  track: oc
    .route({ method: 'POST', path: '/applications/track', summary: '查询申请的办理情况', tags: byApplicant })
    .input(receiptProofSchema)
    .output(trackedRequestSchema),
  takeOwnStep: oc
    .route({
      method: 'POST',
      path: '/applications/steps',
      summary: '申请人本人办理一步：补正、补交材料、说明理由、同意缴费、撤回、评价',
      tags: byApplicant,
    })
    .input(takeOwnStepSchema)
    .output(takenSchema),
  register: oc
    .route({
      method: 'POST',
      path: '/agencies/{agencyId}/requests',
      summary: '登记当面、邮寄、传真等收到的申请',
      tags,
    })
    .input(registerRequestSchema)
    .output(receiptSchema),
  list: oc
    .route({ method: 'GET', path: '/agencies/{agencyId}/requests', summary: '列出一个单位的申请', tags })
    .input(listRequestsSchema)
    .output(
      z.object({
        items: z.array(requestLineSchema),
        next: z.string().nullable().describe('下一页从哪里接着列；空为没有了'),
      }),
    ),
  read: oc
    .route({ method: 'GET', path: '/requests/{id}', summary: '查看一件申请', tags })
    .input(z.object({ id: idSchema }))
    .output(requestCaseSchema),
  showApplicant: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/applicant',
      summary: '查看申请人的完整信息（记入审计日志）',
      tags,
    })
    .input(z.object({ id: idSchema, reason: z.string().trim().min(1, '请写明查看的理由').max(200) }))
    .output(applicantSchema.nullable()),
  takeStep: oc
    .route({ method: 'POST', path: '/requests/{id}/steps', summary: '办理一步', tags })
    .input(takeStepSchema)
    .output(takenSchema),
};
