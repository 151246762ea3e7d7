import { oc } from '@orpc/contract';
import { z } from 'zod';
import { civilDateSchema, idSchema } from './values.ts';

/** One document of an archive file (卷内文件), in the order of the catalogue. */
export const archivedDocumentSchema = z.object({
  serial: z.number().int().describe('顺序号'),
  title: z.string().describe('题名'),
  number: z.string().nullable().describe('文号'),
  author: z.string().describe('责任者'),
  date: civilDateSchema,
  pages: z.number().int().nullable().describe('页数；不分页的为空'),
  path: z.string().describe('在案卷包中的文件名'),
  size: z.number().int(),
  sha256: z.string(),
});
export type ArchivedDocument = z.infer<typeof archivedDocumentSchema>;

/**
 * Bytes: `GET /api/requests/{id}/archive.zip` (案卷包), `…/archive.pdf` (案卷合订本),
 * `…/evidence.zip` (复议、诉讼举证材料包).
 */
export const archivePath = (
  requestId: string,
  format: 'archive.zip' | 'archive.pdf' | 'evidence.zip',
): string => `/requests/${requestId}/${format}`;

const tags = ['依申请公开：归档'];

const dueSchema = z.object({
  id: idSchema,
  number: z.string(),
  endedOn: civilDateSchema.describe('办结的日期'),
  keepUntil: civilDateSchema.describe('保存期限届满之日'),
  outcomeName: z.string(),
});

export const requestArchiveContract = {
  catalogue: oc
    .route({ method: 'GET', path: '/requests/{id}/archive', summary: '一件申请的卷内文件目录', tags })
    .input(z.object({ id: idSchema }))
    .output(z.object({ documents: z.array(archivedDocumentSchema), keepUntil: civilDateSchema.nullable() })),
  due: oc
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/requests/expired',
      summary: '列出保存期限届满、可以销毁的案卷',
      tags,
    })
    .input(z.object({ agencyId: idSchema, page: z.coerce.number().int().min(1).max(10_000).default(1) }))
    .output(z.object({ items: z.array(dueSchema), total: z.number().int() })),
  destroy: oc
    .route({
      method: 'POST',
      path: '/agencies/{agencyId}/requests/destroy',
      summary: '销毁保存期限届满的案卷：内容和材料不能恢复，办理的事实仍在',
      tags,
    })
    .input(
      z.object({
        agencyId: idSchema,
        ids: z.array(idSchema).min(1).max(200),
        reason: z.string().trim().min(1, '请写明鉴定意见').max(500).describe('鉴定意见'),
      }),
    )
    .output(z.object({ destroyed: z.number().int() })),
};
