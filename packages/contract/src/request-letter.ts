import { replyTemplates } from '@gongkai/statute';
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { civilDateSchema, idSchema } from './values.ts';

const templateIds = replyTemplates.map(({ id }) => id) as [(typeof replyTemplates)[number]['id']];
export const letterTemplateSchema = z.enum(templateIds).describe('文书种类');
export type LetterTemplateId = z.infer<typeof letterTemplateSchema>;
const line = z.string().trim().min(1).max(300);

/** A filled letter (文书), as people read and edit it: the shape of `ReplyDocument` of the package reply-document. */
export const letterDocumentSchema = z.strictObject({
  kind: letterTemplateSchema,
  organ: line,
  title: line,
  number: line.nullable().describe('文号；还没有编号的为空'),
  addressee: line.describe('主送'),
  body: z
    .array(
      z.strictObject({
        role: z.enum(['text', 'entry', 'remedy']).describe('正文、条目、救济途径'),
        text: z.string().trim().min(1).max(10_000),
      }),
    )
    .min(1)
    .max(500),
  enclosures: z.array(z.string().trim().min(1).max(500)).max(200).describe('附件'),
  date: civilDateSchema.describe('成文日期'),
  contact: z.array(line).min(1).max(20).describe('联系方式'),
});
export type LetterDocument = z.infer<typeof letterDocumentSchema>;

const slotValueSchema = z.union([z.string().max(10_000), z.array(z.string().max(10_000)).max(200)]);

/**
 * The letter that goes with a step: what fills the template beyond what the step and the case say (by slot), and the
 * text as the officer edited it; null: as the template makes it. A step without a letter is one whose letter was made
 * outside the system, or that has none.
 */
export const letterInputSchema = z.object({
  values: z.record(z.string().max(60), slotValueSchema).default({}).describe('文书所需的其他内容'),
  edited: letterDocumentSchema.nullable().default(null).describe('修改后的文书；空为按模板生成'),
});
export type LetterInput = z.output<typeof letterInputSchema>;

export const letterStates = { draft: '拟稿', issued: '已发出', superseded: '已作废' } as const;
export type LetterState = keyof typeof letterStates;

/** A letter of a case, as lists show it. */
export const letterSchema = z.object({
  id: idSchema,
  template: letterTemplateSchema,
  templateName: z.string(),
  title: z.string(),
  number: z.string().nullable().describe('文号'),
  state: z.enum(Object.keys(letterStates) as [LetterState]),
  stateName: z.string(),
  date: civilDateSchema,
  position: z.number().int().describe('在案卷的哪一步作出'),
  consultationId: idSchema.nullable(),
  toApplicant: z.boolean(),
});
export type Letter = z.infer<typeof letterSchema>;

const slotSchema = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'date', 'money', 'list', 'article', 'remedy']),
  hint: z.string(),
  article: z.string().nullable(),
  required: z.boolean(),
  options: z.array(z.string()).describe('只能填其中之一；空为不限'),
  isKnown: z.boolean().describe('案卷或者这一步中有；改写以后可以恢复'),
  canChange: z.boolean().describe('可以改写：日期、金额、编号以案卷为准，不能改写'),
  value: slotValueSchema.nullable().describe('现在填入的内容'),
  source: z.enum(['case', 'step', 'given']).describe('出自案卷、这一步填写的内容，或者文书另填的内容'),
});
export type LetterSlot = z.infer<typeof slotSchema>;

export const letterPreviewSchema = z.object({
  template: letterTemplateSchema,
  templateName: z.string(),
  slots: z.array(slotSchema).describe('这份文书所需的内容；source 为 given 的由经办人填写'),
  generated: letterDocumentSchema.nullable().describe('按模板生成的文书；空为还缺内容'),
  document: letterDocumentSchema.nullable().describe('将要发出的文书：按模板生成，或者修改后的'),
  html: z.string().nullable().describe('将要发出的文书，公文样式'),
  missing: z.array(z.object({ slot: z.string(), label: z.string(), message: z.string(), hint: z.string() })),
  problems: z.array(z.string()).describe('修改后的文书中必须改正之处'),
  earlier: letterDocumentSchema.nullable().describe('退回以前的文书，可以接着修改'),
});
export type LetterPreview = z.infer<typeof letterPreviewSchema>;

/** A letter as a file: `GET /api/requests/{id}/letters/{letterId}.{docx|pdf}`. */
export const letterPath = (requestId: string, letterId: string, format: 'docx' | 'pdf'): string =>
  `/requests/${requestId}/letters/${letterId}.${format}`;

const templateSchema = z.object({
  template: letterTemplateSchema,
  name: z.string(),
  to: z.string().describe('发给谁'),
  from: civilDateSchema.describe('从哪一天起用'),
  isOwn: z.boolean().describe('本单位修改过'),
  text: z.string().describe('模板的文字，｛｝中为填入的内容'),
  builtIn: z.string().describe('系统自带的文字'),
  slots: z
    .array(z.object({ label: z.string(), typeName: z.string(), hint: z.string(), required: z.boolean() }))
    .describe('可以填入的内容；required 为法律要求必须写明的'),
});
export type LetterTemplate = z.infer<typeof templateSchema>;

const tags = ['依申请公开：文书'];

export const requestLetterContract = {
  preview: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/letters/preview',
      summary: '预览一步的文书：还缺什么，写成什么样',
      tags,
    })
    .input(
      z.object({
        id: idSchema,
        taken: z.looseObject({ step: z.string() }).describe('这一步和已经填写的内容，可以不完整'),
        letter: letterInputSchema,
      }),
    )
    .output(letterPreviewSchema.nullable().describe('空为这一步没有文书')),
  read: oc
    .route({ method: 'GET', path: '/requests/{id}/letters/{letterId}', summary: '查看一份文书', tags })
    .input(z.object({ id: idSchema, letterId: idSchema }))
    .output(letterSchema.extend({ document: letterDocumentSchema, html: z.string() })),
  templates: oc
    .route({
      method: 'GET',
      path: '/agencies/{agencyId}/letter-templates',
      summary: '列出一个单位的文书模板',
      tags,
    })
    .input(z.object({ agencyId: idSchema }))
    .output(z.array(templateSchema)),
  checkTemplate: oc
    .route({
      method: 'POST',
      path: '/agencies/{agencyId}/letter-templates/{template}/check',
      summary: '检查修改中的模板，并以示例内容预览',
      tags,
    })
    .input(z.object({ agencyId: idSchema, template: letterTemplateSchema, text: z.string().max(20_000) }))
    .output(
      z.object({
        problems: z.array(z.object({ line: z.number().int().nullable(), message: z.string() })),
        html: z.string().nullable(),
      }),
    ),
  changeTemplate: oc
    .route({
      method: 'PUT',
      path: '/agencies/{agencyId}/letter-templates/{template}',
      summary: '修改文书模板，自今天起用；空为恢复系统自带的',
      tags,
    })
    .input(
      z.object({
        agencyId: idSchema,
        template: letterTemplateSchema,
        text: z.string().max(20_000).nullable(),
      }),
    )
    .output(templateSchema),
};
