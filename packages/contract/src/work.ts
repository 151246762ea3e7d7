import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type Role, roleNames } from './permission.ts';
import { civilDateSchema, idSchema, momentSchema, pageOf, pageQuerySchema } from './values.ts';

/** What has to be done (待办): each kind belongs to an area, which opens and closes it with its acts. */
export const workKinds = {
  calendar_missing: '导入下一年工作日历',
  competent_missing: '指定主管部门',
  post_proposed: '授权任岗',
  request_confirm: '确认收到申请',
  request_handle: '办理申请',
  request_silence: '核实逾期不补正、不缴费',
  request_extension: '审批延期',
  request_notify_extension: '告知延期',
  request_review: '审核答复',
  request_secrecy: '保密审查答复',
  request_approve: '批准答复',
  request_sign: '签发答复',
  request_deliver: '送达答复',
  request_archive: '归档申请',
  proactive_proposal: '决定是否转为主动公开',
} as const;
export type WorkKind = keyof typeof workKinds;

const roleSchema = z.enum(roleNames as readonly [Role, ...Role[]]).describe('职责');

export const workItemSchema = z.object({
  id: idSchema,
  agencyId: idSchema,
  agencyName: z.string(),
  kind: z.string(),
  kindName: z.string().describe('事项'),
  title: z.string(),
  link: z.string().nullable().describe('办公端的页面，如 /authorisation'),
  role: roleSchema,
  person: z.object({ id: idSchema, name: z.string() }).nullable().describe('经办人；空为该职责的任何人'),
  dueOn: civilDateSchema.nullable().describe('期限'),
  urgency: z.enum(['overdue', 'today', 'soon', 'later', 'none']).describe('逾期、今天、三日内、以后、无期限'),
  createdAt: momentSchema,
});
export type WorkItem = z.infer<typeof workItemSchema>;

export const workCountsSchema = z.object({
  total: z.number().int(),
  overdue: z.number().int().describe('逾期'),
  today: z.number().int().describe('今天到期'),
  soon: z.number().int().describe('三日内到期'),
  byKind: z.array(z.object({ kind: z.string(), kindName: z.string(), count: z.number().int() })),
});
export type WorkCounts = z.infer<typeof workCountsSchema>;

export const workQuerySchema = pageQuerySchema.extend({
  kind: z.string().max(50).optional(),
  mine: z.stringbool().default(false).describe('只列指定给我本人的'),
  scope: z
    .enum(['own', 'agency'])
    .default('own')
    .describe('我的（指定给我的、我的职责的），或者本单位的全部（公开机构负责人）'),
});
export type WorkQuery = z.input<typeof workQuerySchema>;

export const reassignWorkSchema = z.object({
  id: idSchema,
  personId: idSchema.nullable().describe('改由谁办理；空为交还给该职责'),
  reason: z.string().trim().min(1, '请写明改派的原因').max(200),
});
export type ReassignWork = z.infer<typeof reassignWorkSchema>;

const tags = ['待办'];

export const workContract = {
  list: oc
    .route({ method: 'GET', path: '/work-items', summary: '列出我的待办，先到期的在前', tags })
    .input(workQuerySchema)
    .output(pageOf(workItemSchema)),
  counts: oc
    .route({ method: 'GET', path: '/work-items/counts', summary: '待办数', tags })
    .output(workCountsSchema),
  reassign: oc
    .route({ method: 'POST', path: '/work-items/{id}/reassign', summary: '改派待办', tags })
    .input(reassignWorkSchema)
    .output(z.object({})),
};
