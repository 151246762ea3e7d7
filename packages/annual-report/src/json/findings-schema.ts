import { z } from 'zod';
import { severities } from '../check/rule.ts';
import { cellIdSchema, placeSchema, problemSchema, sectionIdSchema } from './schema-parts.ts';

const figure = z.number().nullable();

const quoteSchema = z
  .strictObject({
    section: z.union([sectionIdSchema, z.literal('preamble')]),
    text: z.string(),
    mark: z
      .tuple([z.int().min(0), z.int().min(0)])
      .meta({ description: '有问题的文字在 text 中的起止位置（UTF-16 单元，从 0 数起，不含末位）' }),
  })
  .meta({ id: 'Quote', title: '引文' });

const evidenceSchema = z
  .strictObject({
    what: z.string(),
    value: z.string().nullable().meta({ description: '此处印出的数字或文字' }),
    cell: cellIdSchema.optional(),
    quote: quoteSchema.optional(),
    place: placeSchema.nullable(),
    report: z
      .int()
      .min(0)
      .optional()
      .meta({ description: '比较多份报告时，是 files 中的第几份（从 0 数起）' }),
  })
  .meta({ id: 'Evidence', title: '依据', description: '矛盾的一方：何处写了什么' });

const correctionSchema = z
  .strictObject({ cell: cellIdSchema, found: figure, value: z.number() })
  .meta({ id: 'Correction', title: '一处改正' });

const explanationSchema = z
  .strictObject({
    cell: cellIdSchema,
    found: figure,
    value: z.number().meta({ description: '改成这个数，relations 中的关系就全部成立' }),
    relations: z.array(z.string()),
    message: z.string(),
    also: z
      .array(correctionSchema)
      .optional()
      .meta({ description: '须一同改正的格子：两格互换、合计没有填写等' }),
  })
  .meta({
    id: 'Explanation',
    title: '可能的原因',
    description: '改一个格子（有 also 时连同那些格子）就能消除矛盾',
  });

const findingSchema = z
  .strictObject({
    rule: z.string().meta({ description: '规则编号' }),
    severity: z.enum(severities).meta({ description: 'error 错误；warning 很可能有误；notice 提示' }),
    message: z.string(),
    cells: z.array(cellIdSchema),
    places: z.array(evidenceSchema),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    repair: explanationSchema.optional().meta({ description: '只剩一个可能的原因时' }),
    explanations: z.array(explanationSchema).optional().meta({ description: '有多个可能的原因时，全部列出' }),
  })
  .meta({ id: 'Finding', title: '检查结果' });

/** What `gongkai report check --json` prints for a report, one object a line. */
export const findingsSchema = z
  .strictObject({
    file: z.string().nullable(),
    agency: z.string().nullable(),
    year: z.int().nullable(),
    files: z.array(z.string()).optional().meta({ description: '一起比较的各份报告' }),
    problems: z.array(problemSchema).optional().meta({ description: '文件读不出来时的原因' }),
    findings: z.array(findingSchema),
  })
  .meta({ title: '年度报告检查结果' });
