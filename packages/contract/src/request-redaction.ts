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
  text: z.string().describe('找到的文字，供核对'),
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

/** A page of the file as a picture: `GET /api/requests/{id}/files/{fileId}/pages/{page}.png`. */
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
  save: oc
    .route({
      method: 'PUT',
      path: '/requests/{id}/files/{fileId}/redaction',
      summary: '保存还没有做完的遮盖',
      tags,
    })
    .input(z.object({ ...file, areas: z.array(redactionAreaSchema).max(20_000) }))
    .output(z.object({})),
  redact: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/files/{fileId}/redaction',
      summary: '按遮盖制作区分处理后的文件，并核验没有残留',
      tags,
    })
    .input(
      z.object({ ...file, areas: z.array(redactionAreaSchema).min(1, '请先框选要遮盖的地方').max(20_000) }),
    )
    .output(
      z.object({
        file: requestFileSchema,
        reasons: z.array(usedReasonSchema),
        remains: z.array(z.string()).describe('核验时仍然找到的内容；空为没有残留'),
        unchecked: z.array(z.string()).describe('核验做不到的，须人工查看'),
      }),
    ),
};
