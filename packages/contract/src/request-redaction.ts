import { oc } from '@orpc/contract';
import { z } from 'zod';
import { requestFileSchema } from './request-file.ts';
import { idSchema } from './values.ts';

/** Left, top, right, bottom from the page's top left corner, in points (PDF) or pixels (pictures), as displayed. */
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('左、上、右、下');

export const redactionAreaSchema = z.object({
  page: z.number().int().min(1).max(500),
  box: boxSchema,
  reasonCode: z.string().max(60).describe('理由代码'),
});
export type RedactionArea = z.infer<typeof redactionAreaSchema>;

const pageSchema = z.object({ page: z.number().int(), width: z.number(), height: z.number() });

const hitSchema = z.object({
  page: z.number().int(),
  boxes: z.array(boxSchema).describe('一处可能跨行，各行一框'),
  kind: z.string(),
  kindName: z.string().describe('身份证号码、电话号码等'),
  text: z.string().describe('找到的文字，只显示一部分，供核对'),
  confidence: z.string(),
  confidenceName: z.string(),
  reasonCode: z.string().describe('建议的理由'),
});
export type RedactionHit = z.infer<typeof hitSchema>;

export const redactionReasonSchema = z.object({
  code: z.string(),
  mark: z.string().describe('印在遮盖处的记号'),
  name: z.string(),
  article: z.string().nullable(),
});

const usedReasonSchema = redactionReasonSchema.extend({
  areas: z.number().int().describe('处数'),
  pages: z.array(z.number().int()),
});

/** The most areas of one file. */
export const mostRedactionAreas = 8_000;
const areasSchema = z.array(redactionAreaSchema);

/** A page of the file as a picture: `GET /api/requests/{id}/files/{fileId}/pages/{page}.png`, `?fine` for close looks. */
export const redactionPagePath = (requestId: string, fileId: string, page: number): string =>
  `/requests/${requestId}/files/${fileId}/pages/${page}.png`;

const tags = ['依申请公开：区分处理'];
const file = { id: idSchema, fileId: idSchema };

export const requestRedactionContract = {
  open: oc
    .route({
      method: 'GET',
      path: '/requests/{id}/files/{fileId}/redaction',
      summary: '打开文件作区分处理：页面、找到的个人信息、理由目录、上次的遮盖',
      tags,
    })
    .input(z.object(file))
    .output(
      z.object({
        file: requestFileSchema,
        pages: z.array(pageSchema),
        hits: z.array(hitSchema),
        textless: z.array(z.number().int()).describe('没有文字层、须人工查看的页'),
        reasons: z.array(redactionReasonSchema),
        areas: z.array(redactionAreaSchema).describe('上次保存的遮盖'),
      }),
    ),
  recognise: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/files/{fileId}/redaction/pages/{page}',
      summary: '识别扫描页上的文字，查找个人信息',
      tags,
    })
    .input(z.object({ ...file, page: z.coerce.number().int().min(1).max(500) }))
    .output(
      z.object({
        recognised: z.boolean().describe('假为本机没有安装文字识别程序'),
        hits: z.array(hitSchema),
      }),
    ),
  save: oc
    .route({
      method: 'PUT',
      path: '/requests/{id}/files/{fileId}/redaction',
      summary: '保存还没有做完的遮盖',
      tags,
    })
    .input(z.object({ ...file, areas: areasSchema.max(mostRedactionAreas) }))
    .output(z.object({})),
  redact: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/files/{fileId}/redaction',
      summary: '按遮盖制作区分处理后的文件，并核验没有残留',
      tags,
    })
    .input(z.object({ ...file, areas: areasSchema.min(1, '请先框选要遮盖的地方').max(mostRedactionAreas) }))
    .output(
      z.object({
        file: requestFileSchema,
        reasons: z.array(usedReasonSchema),
        remains: z.array(z.string()).describe('别处还有没有遮盖的同样文字；不空的，核对后再定为随答复提供'),
        unchecked: z.array(z.string()).describe('核验做不到的，须人工查看'),
      }),
    ),
};
