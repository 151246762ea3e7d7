import { oc } from '@orpc/contract';
import { z } from 'zod';
import { civilDateSchema, idSchema, momentSchema } from './values.ts';

/** One document of an archive file (卷内文件), in the order of the catalogue. */
export const archivedDocumentSchema = z.object({
  serial: z.number().int().describe('顺序号'),
  title: z.string().describe('题名'),
  number: z.string().nullable().describe('文号'),
  author: z.string().describe('责任者'),
  date: civilDateSchema,
  pages: z.number().int().nullable().describe('页数；不能装订成页的，或者还没有归档固定的为空'),
  firstPage: z.number().int().nullable().describe('在合订本中的页号'),
  path: z.string().nullable().describe('在案卷包中的文件名；空为还没有归档固定'),
  size: z.number().int().nullable().describe('字节数；空为还没有归档固定'),
  sha256: z.string().nullable().describe('空为还没有归档固定'),
  isLater: z.boolean().describe('归档以后增加的'),
});
export type ArchivedDocument = z.infer<typeof archivedDocumentSchema>;

export const archiveFormats = {
  'archive.zip': '案卷包',
  'archive.pdf': '案卷合订本',
  'evidence.zip': '举证材料包',
} as const;
export type ArchiveFormat = keyof typeof archiveFormats;

/**
 * Bytes: `GET /api/requests/{id}/archive.zip` (案卷包), `…/archive.pdf` (案卷合订本),
 * `…/evidence.zip` (复议、诉讼举证材料包).
 */
export const archivePath = (requestId: string, format: ArchiveFormat): string =>
  `/requests/${requestId}/${format}`;

const tags = ['依申请公开：归档'];
const ofRequest = z.object({ id: idSchema });

const frozenSchema = z.object({
  at: momentSchema.describe('归档时固定的时刻'),
  catalogueSha256: z.string().describe('归档时目录的 SHA-256'),
  agrees: z.boolean().describe('现在与归档时一致'),
  differences: z.array(z.string()).describe('与归档时不一致之处'),
});

const catalogueSchema = z.object({
  agencyId: idSchema,
  documents: z.array(archivedDocumentSchema),
  archivedOn: civilDateSchema.nullable(),
  keepUntil: civilDateSchema.nullable().describe('保存期限届满之日；空为还没有归档'),
  frozen: frozenSchema.nullable().describe('归档时固定的目录；空为还没有固定'),
  hold: z
    .object({ since: civilDateSchema, by: z.string(), reason: z.string() })
    .nullable()
    .describe('暂缓销毁'),
  destroyed: z
    .object({ on: civilDateSchema, by: z.string(), opinion: z.string() })
    .nullable()
    .describe('已按期销毁'),
});
export type ArchiveCatalogue = z.infer<typeof catalogueSchema>;

const dueSchema = z.object({
  id: idSchema,
  number: z.string(),
  endedOn: civilDateSchema.describe('归档的日期'),
  keepUntil: civilDateSchema.describe('保存期限届满之日'),
  outcomeName: z.string(),
  documents: z.number().int().describe('卷内文件数'),
  hold: z.string().nullable().describe('暂缓销毁的原因'),
});
export type ExpiredCase = z.infer<typeof dueSchema>;

export const requestArchiveContract = {
  catalogue: oc
    .route({ method: 'GET', path: '/requests/{id}/archive', summary: '一件申请的卷内文件目录', tags })
    .input(ofRequest)
    .output(catalogueSchema),
  verify: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/archive/verify',
      summary: '逐件读出归档的文件，核对是否与归档时一致',
      tags,
    })
    .input(ofRequest)
    .output(frozenSchema),
  hold: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/hold',
      summary: '暂缓销毁：复议、诉讼、检查中的案卷',
      tags,
    })
    .input(ofRequest.extend({ reason: z.string().trim().min(1, '请写明暂缓销毁的原因').max(500) }))
    .output(z.object({})),
  release: oc
    .route({ method: 'POST', path: '/requests/{id}/release', summary: '解除暂缓销毁', tags })
    .input(ofRequest)
    .output(z.object({})),
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

/** Lines of a page of the list of expired cases. */
export const expiredPageSize = 30;
