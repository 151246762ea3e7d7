import { z } from 'zod';
import { isDecimal, toDecimal } from '../decimal.ts';
import {
  cellIdSchema,
  civilDateSchema,
  formSchema,
  paragraphSchema,
  placeSchema,
  problemSchema,
  sectionIdSchema,
  statusSchema,
  tableIdSchema,
} from './schema-parts.ts';

/** A number, or its digits as text. `parseExactJson` hands over what a float cannot hold as text. */
const figureSchema = z
  .union([z.number(), z.string().regex(/^-?\d{1,40}(\.\d{1,40})?$/, '不是数字')])
  .transform((value, context) => {
    const decimal = toDecimal(String(value));
    if (decimal !== null && isDecimal(decimal)) return decimal;
    context.addIssue('数字过大或过小');
    return z.NEVER;
  })
  .meta({ id: 'Figure', title: '数字', description: '数字，或用文字写出的数字' });

const cellSchema = z
  .strictObject({
    value: figureSchema.nullable().optional(),
    unit: z.string().optional(),
    raw: z.string().optional().meta({ description: '格子里的原文；不写时由数字和单位拼成' }),
    status: statusSchema.optional(),
    place: placeSchema.nullable().optional(),
    remark: z.string().optional(),
    by: z.array(z.string()).optional(),
  })
  .meta({ id: 'CellInput', title: '单元格' });

const sectionSchema = z
  .strictObject({
    id: sectionIdSchema,
    title: z.string().optional().meta({ description: '不写时用法定标题' }),
    text: z.string().optional().meta({ description: '正文，段落之间用换行分开；已有 paragraphs 时不用' }),
    place: placeSchema.nullable().optional(),
    paragraphs: z.array(z.union([z.string(), paragraphSchema])).optional(),
  })
  .meta({ id: 'SectionInput', title: '部分' });

const tableSchema = z.strictObject({
  form: formSchema,
  found: z.boolean().optional(),
  place: placeSchema.nullable().optional(),
});

/** What `gongkai report write --from data.json` accepts: the object of `read --json`, or much less. */
export const reportInputSchema = z
  .strictObject({
    $schema: z.string().optional(),
    file: z.string().nullable().optional(),
    agency: z.string().nullable().optional().meta({ description: '行政机关名称' }),
    year: z.int().min(1900).max(2999).nullable().optional().meta({ description: '报告的年度' }),
    form: formSchema.nullable().optional().meta({ description: '不写时按年度规定的格式版本' }),
    title: z.string().nullable().optional(),
    published: civilDateSchema.nullable().optional(),
    tables: z.partialRecord(tableIdSchema, tableSchema).optional().meta({
      description: '写出时，报告的表格和部分以所列为准；不写时，表格和六个部分按格式版本补齐',
    }),
    cells: z
      .record(cellIdSchema, z.union([figureSchema, z.null(), cellSchema]))
      .optional()
      .meta({ description: '单元格编号 → 数字或单元格；没有写到的格子为空白' }),
    sections: z.array(sectionSchema).optional(),
    preamble: z.array(z.union([z.string(), paragraphSchema])).optional(),
    problems: z.array(problemSchema).optional(),
  })
  .meta({
    title: '政府信息公开工作年度报告（写出用的数据）',
    description: 'read --json 的结果可以直接使用；手工填写时只需 agency、year、cells、sections',
  });

export type ReportInput = z.output<typeof reportInputSchema>;
