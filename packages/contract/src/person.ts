import { oc } from '@orpc/contract';
import { z } from 'zod';
import { postSchema } from './post.ts';
import { emailSchema, ownSessionSchema, phoneSchema, roleSchema } from './session.ts';
import { civilDateSchema, idSchema, momentSchema, nameSchema, pageOf, pageQuerySchema } from './values.ts';

/** Permissions turn on these states: see the matrix. */
export const personStates = {
  invited: '待首次登录',
  active: '正常',
  locked: '已锁定',
  left: '已离岗',
} as const;
export type PersonState = keyof typeof personStates;
export const personStateSchema = z.enum(Object.keys(personStates) as [PersonState]).describe('账号状态');

const heldSchema = z.object({ role: roleSchema, agencyId: idSchema, agencyName: z.string() });

/** A line of the list: contact details are masked. */
export const personLineSchema = z.object({
  id: idSchema,
  agencyId: idSchema,
  agencyName: z.string(),
  username: z.string(),
  name: z.string(),
  phone: z.string().nullable().describe('电话（遮盖）'),
  email: z.string().nullable().describe('电子邮箱（遮盖）'),
  state: personStateSchema,
  held: z.array(heldSchema).describe('在岗的职责'),
  hasSecondFactor: z.boolean(),
  leftOn: civilDateSchema.nullable(),
});
export type PersonLine = z.infer<typeof personLineSchema>;

export const personSchema = personLineSchema.extend({
  phone: z.string().nullable().describe('电话；无权查看的，遮盖'),
  email: z.string().nullable().describe('电子邮箱；无权查看的，遮盖'),
  createdAt: momentSchema,
  passwordChangedAt: momentSchema,
  lockedUntil: momentSchema.nullable(),
  posts: z.array(postSchema).describe('现在和以前的岗位'),
});
export type Person = z.infer<typeof personSchema>;

export const usernameSchema = z
  .string()
  .trim()
  .regex(/^[a-zA-Z][a-zA-Z0-9._-]{2,31}$/, '用户名以字母开头，3 到 32 位，只含字母、数字和 . _ -');

export const createPersonSchema = z.object({
  agencyId: idSchema.describe('所在单位'),
  username: usernameSchema.describe('用户名'),
  name: nameSchema.describe('姓名'),
  phone: phoneSchema.default(null).describe('电话'),
  email: emailSchema.default(null).describe('电子邮箱'),
});
export type CreatePerson = z.infer<typeof createPersonSchema>;

export const changePersonSchema = z.object({
  id: idSchema,
  agencyId: idSchema.optional().describe('所在单位'),
  name: nameSchema.optional(),
  phone: phoneSchema.optional(),
  email: emailSchema.optional(),
});
export type ChangePerson = z.infer<typeof changePersonSchema>;

export const listPeopleSchema = pageQuerySchema.extend({
  agencyId: idSchema.optional().describe('只看这个单位'),
  state: personStateSchema.optional(),
  role: roleSchema.optional().describe('只看有这项职责的'),
  search: z.string().trim().max(50).optional().describe('姓名或用户名中的字'),
});
export type ListPeople = z.infer<typeof listPeopleSchema>;

export const handOverPreviewSchema = z.object({
  person: z.object({ id: idSchema, name: z.string(), agencyName: z.string() }),
  work: z
    .array(
      z.object({
        agencyId: idSchema,
        agencyName: z.string(),
        role: roleSchema,
        items: z.array(z.object({ id: idSchema, title: z.string(), dueOn: civilDateSchema.nullable() })),
        successors: z.array(z.object({ id: idSchema, name: z.string() })).describe('可以接办的人员'),
      }),
    )
    .describe('由其本人办理、尚未办结的事项，按单位和职责分列'),
  vacant: z.array(heldSchema).describe('离岗后在该单位无人担任的职责'),
  blocking: z.array(heldSchema).describe('最后一名管理员，须先任命接任者，否则不能离岗'),
  tokens: z
    .array(z.object({ id: idSchema, name: z.string(), agencyName: z.string() }))
    .describe('由其创建、仍有效的接口令牌'),
  sessions: z.number().int().describe('将被结束的登录数'),
});
export type HandOverPreview = z.infer<typeof handOverPreviewSchema>;

export const handOverSchema = z.object({
  id: idSchema,
  successors: z
    .array(
      z.object({
        agencyId: idSchema,
        role: roleSchema,
        personId: idSchema.nullable().describe('接办人；空为交回该职责全体'),
      }),
    )
    .max(200)
    .describe('每个单位、每项职责的接办人'),
  revokeTokens: z.array(idSchema).max(1000).default([]).describe('一并作废的令牌'),
  reason: z.string().trim().min(1, '请写明离岗原因').max(200).describe('离岗原因，如调动、退休'),
});
export type HandOver = z.infer<typeof handOverSchema>;

const tags = ['人员与岗位'];
const done = z.object({});
const one = z.object({ id: idSchema });
const initialPassword = z.string().describe('初始密码，只显示这一次；首次登录须修改');

export const personContract = {
  list: oc
    .route({ method: 'GET', path: '/people', summary: '列出人员', tags })
    .input(listPeopleSchema)
    .output(pageOf(personLineSchema)),
  show: oc
    .route({ method: 'GET', path: '/people/{id}', summary: '查看一名人员', tags })
    .input(one)
    .output(personSchema),
  create: oc
    .route({ method: 'POST', path: '/people', summary: '新建人员（系统管理员）', tags })
    .input(createPersonSchema)
    .output(z.object({ id: idSchema, initialPassword })),
  change: oc
    .route({ method: 'PATCH', path: '/people/{id}', summary: '修改人员信息', tags })
    .input(changePersonSchema)
    .output(done),
  unlock: oc
    .route({ method: 'POST', path: '/people/{id}/unlock', summary: '解除锁定', tags })
    .input(one)
    .output(done),
  resetPassword: oc
    .route({ method: 'POST', path: '/people/{id}/reset-password', summary: '重置密码', tags })
    .input(one)
    .output(z.object({ initialPassword })),
  resetSecondFactor: oc
    .route({ method: 'POST', path: '/people/{id}/reset-second-factor', summary: '重置动态口令', tags })
    .input(one)
    .output(done),
  sessions: oc
    .route({ method: 'GET', path: '/people/{id}/sessions', summary: '查看一名人员的登录', tags })
    .input(one)
    .output(z.array(ownSessionSchema)),
  endSessions: oc
    .route({ method: 'DELETE', path: '/people/{id}/sessions', summary: '结束一名人员的全部登录', tags })
    .input(one)
    .output(z.object({ ended: z.number().int() })),
  previewHandOver: oc
    .route({ method: 'GET', path: '/people/{id}/hand-over', summary: '离岗交接前的清单', tags })
    .input(one)
    .output(handOverPreviewSchema),
  handOver: oc
    .route({ method: 'POST', path: '/people/{id}/hand-over', summary: '离岗交接', tags })
    .input(handOverSchema)
    .output(z.object({ reassigned: z.number().int().describe('改派了几件'), revoked: z.number().int() })),
};
