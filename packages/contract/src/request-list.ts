import { identityKinds } from '@gongkai/statute';
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { applicantKinds, intakeChannels, type RequestState, requestStateNames } from './request-words.ts';
import { civilDateSchema, idSchema, keysOf } from './values.ts';

/** Whom an open application waits for. */
export const waitingFor = {
  officer: '经办人',
  reviewer: '审核人',
  secrecy_reviewer: '保密审查员',
  disclosure_head: '公开机构负责人',
  applicant: '申请人',
  third_party: '第三方',
  other_agency: '其他机关',
} as const;
export type WaitingFor = keyof typeof waitingFor;

/** How an open application stands to its due date, in working days. */
export const dueWindows = {
  overdue: '已超期',
  today: '今天到期',
  soon: '三个工作日内',
  week: '七个工作日内',
  later: '七个工作日以后',
  none: '还没有期限',
} as const;
export type DueWindow = keyof typeof dueWindows;

/** What narrows a list: all conditions together. Also what a saved view keeps. */
export const requestFilterSchema = z.object({
  state: z.enum(requestStateNames as readonly [RequestState, ...RequestState[]]).optional(),
  open: z.stringbool().optional().describe('只列没有办结的；false：只列办结的'),
  due: z.enum(keysOf(dueWindows)).optional().describe('期限'),
  waiting: z.enum(keysOf(waitingFor)).optional().describe('等谁办理'),
  mine: z
    .enum(['assigned', 'drafted'])
    .optional()
    .describe('assigned：由我经办的；drafted：我拟定了答复、还没有发出的'),
  officerId: idSchema.optional().describe('由谁经办'),
  channel: z.enum(keysOf(intakeChannels)).optional(),
  applicantKind: z.enum(keysOf(applicantKinds)).optional(),
  outcome: z.string().max(60).optional().describe('办理结果'),
  from: civilDateSchema.optional().describe('收到申请的日期，自'),
  to: civilDateSchema.optional().describe('收到申请的日期，至'),
  q: z.string().trim().max(100).optional().describe('编号、申请人、内容中的文字'),
});
export type RequestFilter = z.output<typeof requestFilterSchema>;

export const requestOrders = {
  newest: '新收到的在前',
  due: '先到期的在前',
} as const;
export type RequestOrder = keyof typeof requestOrders;

export const requestCountsSchema = z.object({
  open: z.number().int().describe('没有办结的'),
  due: z.record(z.enum(keysOf(dueWindows)), z.number().int()),
  waiting: z.record(z.enum(keysOf(waitingFor)), z.number().int()),
  states: z.partialRecord(
    z.enum(requestStateNames as readonly [RequestState, ...RequestState[]]),
    z.number().int(),
  ),
  assigned: z.number().int().describe('由我经办的'),
  drafted: z.number().int().describe('我拟定的、还没有发出的'),
});
/** A download, and so no procedure: the filter and order stand behind it as in the list's address. */
export const requestListPath = (agencyId: string): string => `/agencies/${agencyId}/requests.xlsx`;

export type RequestCounts = z.infer<typeof requestCountsSchema>;

const savedViewSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1, '请给视图取个名字').max(30),
  filter: requestFilterSchema.extend({ open: z.boolean().optional() }),
  order: z.enum(keysOf(requestOrders)),
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** What can be done with several applications at once. */
export const bulkActs = {
  assign: '指定经办人',
  confirm_receipt: '确认收到申请',
  archive: '归档',
} as const;
export type BulkAct = keyof typeof bulkActs;

/** 条例第四十四条: applications of several people for the same information. */
export const similarGroupSchema = z.object({
  id: idSchema.describe('这一组最早的一件'),
  title: z.string().describe('申请的内容，取最早的一件'),
  requests: z.array(
    z.object({
      id: idSchema,
      number: z.string(),
      submittedOn: civilDateSchema,
      stateName: z.string(),
      outcomeName: z.string().nullable(),
      likeness: z.number().min(0).max(1).describe('与最早一件的相近程度'),
    }),
  ),
  total: z.number().int().describe('共有几件；列出其中最早的一部分'),
  applicants: z.number().int().describe('不同申请人的人数'),
  disclosed: z.number().int().describe('其中已予公开的件数'),
  proposal: z.enum(['none', 'proposed', 'accepted', 'declined']).describe('转为主动公开的处理'),
  proposalNote: z.string().nullable(),
  proposalId: idSchema.describe('建议记在哪一件申请上'),
});
/** What an officer has of an application that is being registered. */
const earlierQuerySchema = z.object({
  agencyId: idSchema,
  applicant: z.object({
    name: z.string().max(200).nullable().default(null),
    identityKind: z.enum(identityKinds).default('idCard'),
    identityNumber: z.string().max(50).nullable().default(null),
    phone: z.string().max(50).nullable().default(null),
  }),
  title: z.string().max(300).nullable().default(null),
  documentNumber: z.string().max(100).nullable().default(null),
  description: z.string().max(5000).default(''),
});
export type EarlierQuery = z.output<typeof earlierQuerySchema>;

export const earlierRequestSchema = z.object({
  id: idSchema,
  number: z.string(),
  submittedOn: civilDateSchema,
  stateName: z.string(),
  outcomeName: z.string().nullable(),
  sameApplicant: z.boolean().describe('证件号码或者电话相同'),
  sameName: z.boolean().describe('姓名或者名称相同，可能是同一申请人'),
  likeness: z.number().min(0).max(1).describe('内容相近的程度'),
});
export type EarlierRequest = z.infer<typeof earlierRequestSchema>;

export type SimilarGroup = z.infer<typeof similarGroupSchema>;

const tags = ['依申请公开'];
const agencyId = { agencyId: idSchema };

export const requestListContract = {
  counts: oc
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/requests/counts',
      summary: '一个单位没有办结的申请各有多少',
      tags,
    })
    .input(z.object(agencyId))
    .output(requestCountsSchema),
  views: oc
    .route({ method: 'GET', path: '/request-views', summary: '列出我保存的视图', tags })
    .output(z.array(savedViewSchema)),
  saveView: oc
    .route({ method: 'POST', path: '/request-views', summary: '保存一个视图；同名的被替换', tags })
    .input(savedViewSchema.omit({ id: true }))
    .output(savedViewSchema),
  removeView: oc
    .route({ method: 'DELETE', path: '/request-views/{id}', summary: '删除一个视图', tags })
    .input(z.object({ id: idSchema }))
    .output(z.object({})),
  bulk: oc
    .route({
      method: 'POST',
      path: '/agencies/{agencyId}/requests/bulk',
      summary: '对几件申请一起办理；每件各自成败',
      tags,
    })
    .input(
      z.object({
        ...agencyId,
        act: z.enum(keysOf(bulkActs)),
        ids: z.array(idSchema).min(1).max(200),
        personId: idSchema.nullable().default(null).describe('指定经办人的：由谁经办'),
      }),
    )
    .output(
      z.object({
        done: z.number().int(),
        refused: z.array(z.object({ id: idSchema, number: z.string(), reason: z.string() })),
      }),
    ),
  officers: oc
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/requests/officers',
      summary: '可以经办申请的人员，和各自没有办结的件数',
      tags,
    })
    .input(z.object(agencyId))
    .output(z.array(z.object({ id: idSchema, name: z.string(), open: z.number().int() }))),
  similar: oc
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/requests/similar',
      summary: '多人申请的相同信息，可以转为主动公开的（条例第四十四条）',
      tags,
    })
    .input(z.object({ ...agencyId, least: z.coerce.number().int().min(2).max(100).default(3) }))
    .output(z.array(similarGroupSchema)),
  propose: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/proactive',
      summary: '建议把多人申请的信息转为主动公开，或者对建议作出决定（条例第四十四条）',
      tags,
    })
    .input(
      z.object({
        id: idSchema,
        act: z.enum(['propose', 'accept', 'decline']),
        note: z.string().trim().min(1, '请写明理由').max(500),
      }),
    )
    .output(z.object({})),
  // What may be repeated or similar, while an officer registers.
  earlier: oc
    .route({
      method: 'POST',
      path: '/agencies/{agencyId}/requests/earlier',
      summary: '登记时核对：同一申请人以往的申请、内容相近的申请（条例第三十五条、第三十六条第（六）项）',
      tags,
    })
    .input(earlierQuerySchema)
    .output(z.array(earlierRequestSchema)),
};
