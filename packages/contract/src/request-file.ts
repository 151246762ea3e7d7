import { oc } from '@orpc/contract';
import { z } from 'zod';
import { civilDateSchema, idSchema, keysOf, momentSchema } from './values.ts';

/** What a file of a case is (案卷材料). */
export const requestFileKinds = {
  identity_proof: '身份证明',
  attachment: '申请附件',
  scan: '来件扫描件',
  correction: '补正材料',
  search_evidence: '检索证据',
  consultation: '征求意见材料',
  opinion: '意见材料',
  information: '所申请的政府信息',
  redacted: '区分处理后的政府信息',
  proof: '送达、缴费凭证',
  other: '其他材料',
} as const;
export type RequestFileKind = keyof typeof requestFileKinds;
export const requestFileKindNames = keysOf(requestFileKinds);

/** What applicants hand in themselves. */
export const applicantFileKinds = [
  'identity_proof',
  'attachment',
  'correction',
  'other',
] as const satisfies readonly RequestFileKind[];

/** Bytes of one file, and how many files a case takes. */
export const mostFileBytes = 50 * 1024 * 1024;
export const mostFilesOfCase = 300;

export const requestFileSchema = z.object({
  id: idSchema,
  kind: z.enum(requestFileKindNames),
  kindName: z.string(),
  name: z.string().describe('交来时的文件名'),
  mediaType: z.string(),
  size: z.number().int().describe('字节数'),
  addedAt: momentSchema,
  addedBy: z.string().nullable().describe('谁交来的；空为申请人'),
  originalId: idSchema.nullable().describe('区分处理后的文件：原来的那一份'),
  isProvided: z.boolean().describe('随答复提供给申请人'),
  reasons: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        exemption: z.string().describe('不予公开的情形'),
        areas: z.number().int().describe('遮盖的处数'),
        pages: z.array(z.number().int()),
      }),
    )
    .nullable()
    .describe('区分处理后的文件：遮盖的理由'),
  removedOn: civilDateSchema.nullable().describe('误传而移除的日期'),
});
export type RequestFile = z.infer<typeof requestFileSchema>;

/**
 * Addresses that carry bytes and so are no procedures:
 * `POST /api/requests/{id}/files?kind=…&name=…` takes the file as its body and answers with `requestFileSchema`;
 * `GET /api/requests/{id}/files/{fileId}` gives it back (`?inline` to be shown by the browser: PDF and pictures).
 */
export const requestFilePath = (requestId: string, fileId?: string): string =>
  `/requests/${requestId}/files${fileId === undefined ? '' : `/${fileId}`}`;

const tags = ['依申请公开：案卷材料'];
const file = { id: idSchema, fileId: idSchema };

export const requestFileContract = {
  list: oc
    .route({ method: 'GET', path: '/requests/{id}/files', summary: '列出一件申请的材料', tags })
    .input(z.object({ id: idSchema }))
    .output(z.array(requestFileSchema)),
  change: oc
    .route({
      method: 'PATCH',
      path: '/requests/{id}/files/{fileId}',
      summary: '改正材料的类别，或者定为随答复提供',
      tags,
    })
    .input(
      z.object({
        ...file,
        kind: z.enum(requestFileKindNames).optional(),
        isProvided: z.boolean().optional(),
      }),
    )
    .output(requestFileSchema),
  remove: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/files/{fileId}/remove',
      summary: '移除误传的材料（记录保留）',
      tags,
    })
    .input(z.object({ ...file, reason: z.string().trim().min(1, '请写明移除的原因').max(200) }))
    .output(z.object({})),
};
