import { oc } from '@orpc/contract';
import { z } from 'zod';
import { civilDateSchema, idSchema, nameSchema } from './values.ts';

/** 国办公开办函〔2019〕61号: the statutory blocks of the column 政府信息公开. */
export const columnBlocks = {
  guide: '政府信息公开指南',
  rules: '政府信息公开制度',
  statutory_content: '法定主动公开内容',
  annual_reports: '政府信息公开年报',
} as const;
export type ColumnBlock = keyof typeof columnBlocks;
export const columnBlockSchema = z
  .enum(['guide', 'rules', 'statutory_content', 'annual_reports'])
  .describe('所属法定板块');

export const columnSchema = z.object({
  id: idSchema,
  agencyId: idSchema,
  parentId: idSchema.nullable().describe('上级栏目'),
  block: columnBlockSchema,
  category: z.string().nullable().describe('条例第二十条、第二十一条的类别'),
  categoryName: z.string().nullable(),
  name: nameSchema,
  description: z.string(),
  updateDays: z.number().int().nullable().describe('至少多少天更新一次；空为不要求'),
  sort: z.number().int(),
  itemCount: z.number().int().describe('公开的信息条数'),
  latestOn: civilDateSchema.nullable().describe('最近更新日期'),
  closedOn: civilDateSchema.nullable().describe('停用日期'),
});
export type Column = z.infer<typeof columnSchema>;

const fields = {
  name: nameSchema,
  description: z.string().trim().max(500),
  category: z.string().max(20).nullable(),
  updateDays: z.number().int().min(1).max(3650).nullable(),
  sort: z.number().int().min(0).max(100_000),
};

export const createColumnSchema = z.object({
  agencyId: idSchema,
  parentId: idSchema.nullable().default(null),
  block: columnBlockSchema,
  name: fields.name,
  description: fields.description.default(''),
  category: fields.category.default(null),
  updateDays: fields.updateDays.default(null),
  sort: fields.sort.optional(),
});
export type CreateColumn = z.input<typeof createColumnSchema>;

export const changeColumnSchema = z.object({
  id: idSchema,
  name: fields.name.optional(),
  description: fields.description.optional(),
  category: fields.category.optional(),
  updateDays: fields.updateDays.optional(),
  sort: fields.sort.optional(),
});
export type ChangeColumn = z.infer<typeof changeColumnSchema>;

const tags = ['栏目'];

export const columnContract = {
  list: oc
    .route({ method: 'GET', path: '/agencies/{agencyId}/columns', summary: '列出一个单位的栏目', tags })
    .input(
      z.object({
        agencyId: idSchema,
        closed: z.stringbool().default(false).describe('是否包括停用的栏目'),
      }),
    )
    .output(z.array(columnSchema)),
  create: oc
    .route({ method: 'POST', path: '/agencies/{agencyId}/columns', summary: '新增栏目', tags })
    .input(createColumnSchema)
    .output(z.object({ id: idSchema })),
  change: oc
    .route({ method: 'PATCH', path: '/columns/{id}', summary: '修改栏目', tags })
    .input(changeColumnSchema)
    .output(z.object({})),
  close: oc
    .route({ method: 'POST', path: '/columns/{id}/close', summary: '停用栏目', tags })
    .input(z.object({ id: idSchema }))
    .output(z.object({})),
};
