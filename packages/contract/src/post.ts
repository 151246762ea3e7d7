import { oc } from '@orpc/contract';
import { z } from 'zod';
import { roleSchema } from './session.ts';
import { idSchema, momentSchema, pageOf, pageQuerySchema } from './values.ts';

/** 系统管理员 proposes a post, 安全管理员 authorises it; a post that isn't authorised gives no rights. */
export const postStates = {
  proposed: '待授权',
  active: '在岗',
  ended: '已离岗',
  refused: '未授权',
} as const;
export type PostState = keyof typeof postStates;
export const postStateSchema = z.enum(Object.keys(postStates) as [PostState]).describe('岗位状态');

export const postSchema = z.object({
  id: idSchema,
  personId: idSchema,
  personName: z.string(),
  agencyId: idSchema,
  agencyName: z.string(),
  role: roleSchema,
  title: z.string().nullable().describe('职务'),
  state: postStateSchema,
  proposedByName: z.string().nullable().describe('提出人'),
  proposedAt: momentSchema,
  authorisedByName: z.string().nullable().describe('授权人'),
  authorisedAt: momentSchema.nullable(),
  endedAt: momentSchema.nullable(),
});
export type Post = z.infer<typeof postSchema>;

export const proposePostSchema = z.object({
  personId: idSchema,
  agencyId: idSchema,
  role: roleSchema,
  title: z.string().trim().max(50).nullable().default(null).describe('职务'),
});
export type ProposePost = z.infer<typeof proposePostSchema>;

export const listPostsSchema = pageQuerySchema.extend({
  agencyId: idSchema.optional().describe('只看这个单位'),
  state: postStateSchema.optional(),
});
export type ListPosts = z.infer<typeof listPostsSchema>;

const tags = ['人员与岗位'];
const done = z.object({});
const reason = z.string().trim().min(1, '请写明理由').max(200).describe('理由');

export const postContract = {
  list: oc
    .route({ method: 'GET', path: '/posts', summary: '列出岗位', tags })
    .input(listPostsSchema)
    .output(pageOf(postSchema)),
  propose: oc
    .route({ method: 'POST', path: '/posts', summary: '提出任岗（系统管理员）', tags })
    .input(proposePostSchema)
    .output(z.object({ id: idSchema })),
  authorise: oc
    .route({ method: 'POST', path: '/posts/{id}/authorise', summary: '授权任岗（安全管理员）', tags })
    .input(z.object({ id: idSchema }))
    .output(done),
  refuse: oc
    .route({ method: 'POST', path: '/posts/{id}/refuse', summary: '不予授权（安全管理员）', tags })
    .input(z.object({ id: idSchema, reason }))
    .output(done),
  end: oc
    .route({ method: 'POST', path: '/posts/{id}/end', summary: '结束任岗（安全管理员）', tags })
    .input(z.object({ id: idSchema, reason }))
    .output(done),
};
