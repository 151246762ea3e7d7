import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type EventArea, eventAreas, eventKindNames } from './event-kinds.ts';
import { idSchema, momentSchema } from './values.ts';

export const actorKindSchema = z.enum(['person', 'applicant', 'token', 'system', 'visitor']);
export const actorKinds = {
  person: '工作人员',
  applicant: '申请人',
  token: '外部系统',
  system: '系统',
  visitor: '未登录的访问者',
} as const satisfies Readonly<Record<z.infer<typeof actorKindSchema>, string>>;

/** What events are looked for by; whatever is left out doesn't narrow. */
export const auditCriteriaSchema = z.object({
  from: momentSchema.optional().describe('起始时刻（含）'),
  until: momentSchema.optional().describe('截止时刻（不含）'),
  kind: z.enum(eventKindNames).optional().describe('事件类型'),
  area: z
    .enum(Object.keys(eventAreas) as [EventArea, ...EventArea[]])
    .optional()
    .describe('事件类别'),
  agencyId: idSchema.optional().describe('单位；不填为看得到的全部单位'),
  actorKind: actorKindSchema.optional().describe('操作者类别'),
  actorId: z.string().trim().min(1).max(100).optional().describe('操作者：标识，或工作人员的用户名'),
  subjectKind: z.string().trim().max(100).optional().describe('操作对象的类别，如 agency'),
  subjectId: z.string().trim().max(200).optional().describe('操作对象的标识'),
  requestId: z.string().trim().max(100).optional().describe('请求编号，与运行日志对应'),
});
export type AuditCriteria = z.infer<typeof auditCriteriaSchema>;

export const auditEventSchema = z.object({
  id: z.number().int(),
  at: momentSchema,
  kind: z.string(),
  sentence: z.string().describe('事件的中文描述'),
  agency: z.object({ id: idSchema, shortName: z.string() }).nullable(),
  actor: z.object({
    kind: actorKindSchema,
    id: z.string().nullable(),
    name: z.string().nullable().describe('工作人员姓名；申请人不显示'),
  }),
  subject: z.object({ kind: z.string(), id: z.string() }),
  article: z.string().nullable().describe('依据'),
  requestId: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  position: z.number().int().nullable().describe('在校验链上的位置；刚发生、还没有上链的为空'),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditSearchSchema = auditCriteriaSchema.extend({
  after: z.string().max(100).optional().describe('上一页给出的 next；不填为第一页'),
  size: z.coerce.number().int().min(1).max(200).default(50).describe('每页条数'),
});
export type AuditSearch = z.infer<typeof auditSearchSchema>;

/** A place of the chain that was noted earlier, on paper or elsewhere: a tail cut off since is found by it. */
export const notedHeadSchema = z.object({
  position: z.coerce.number().int().min(0),
  hash: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{64}$/i, '校验值应为 64 位十六进制字符。'),
});
export type NotedHead = z.infer<typeof notedHeadSchema>;

export const chainFaults = {
  event_changed: '事件内容被改动',
  event_missing: '事件被删除',
  link_missing: '校验链缺少一环',
  link_changed: '校验链的一环被改动',
  event_unlinked: '事件没有上链，可能是事后插入的',
  head_differs: '校验链的末端与记录不符，可能被截断',
  pruned_without_record: '较早的日志不在了，没有清理的记录',
  noted_head_differs: '与此前记下的校验值不符',
  unreadable: '导出文件的内容无法识别',
} as const;
export type ChainFault = keyof typeof chainFaults;

export const brokenLinkSchema = z.object({
  fault: z.enum(Object.keys(chainFaults) as [ChainFault, ...ChainFault[]]),
  message: z.string().describe('问题的中文说明'),
  position: z.number().int().nullable().describe('在校验链上的位置'),
  eventId: z.number().int().nullable(),
  kind: z.string().nullable(),
  at: momentSchema.nullable(),
});

export const auditVerificationSchema = z.object({
  ok: z.boolean().describe('到目前为止没有发现问题'),
  done: z.boolean().describe('已全部校验；否则以 position 作为 after 继续'),
  links: z.number().int().describe('从头到现在校验过的条数'),
  total: z.number().int().describe('需要校验的总条数'),
  position: z.number().int().describe('校验到的位置'),
  head: z.object({ position: z.number().int(), hash: z.string() }).describe('校验链末端，可记下备查'),
  broken: brokenLinkSchema.nullable().describe('第一处问题'),
});
export type AuditVerification = z.infer<typeof auditVerificationSchema>;

export const auditContract = {
  search: oc
    .route({
      method: 'GET',
      path: '/audit/events',
      summary: '查询审计日志（新的在前；查询本身记入日志）',
      tags: ['审计'],
    })
    .input(auditSearchSchema)
    .output(
      z.object({
        items: z.array(auditEventSchema),
        next: z.string().nullable().describe('下一页的起点；没有更多时为空'),
      }),
    ),
  verify: oc
    .route({
      method: 'POST',
      path: '/audit/verification',
      summary: '校验审计日志是否被改动；条数多时分段进行',
      tags: ['审计'],
    })
    .input(
      z.object({
        after: z.number().int().min(0).optional().describe('从这个位置之后继续；不填为从头开始'),
        noted: notedHeadSchema.optional().describe('此前记下的末端'),
      }),
    )
    .output(auditVerificationSchema),
};

/**
 * The download beside the contract: a stream of lines (JSONL) of any length, which a procedure can't answer with.
 * Takes `AuditCriteria` as a query; without any it is the whole chain, to be verified offline by
 * `gongkai audit verify`.
 */
export const auditExportPath = '/audit/export';
