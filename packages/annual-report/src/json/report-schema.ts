import { z } from 'zod';
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

const cellSchema = z
  .strictObject({
    value: z.number().nullable().meta({
      description:
        '印出的数字，按印出的单位，位数不丢失（可能多于 15 位）；空白、没有这一格或不是数字时为 null',
    }),
    unit: z.string().optional().meta({ description: '格子里印出的单位' }),
    raw: z.string().meta({ description: '格子里的原文' }),
    status: statusSchema,
    place: placeSchema.nullable(),
    remark: z.string().optional().meta({ description: '数字旁的文字' }),
    by: z.array(z.string()).optional().meta({ description: '取得这个数字时用过的勾稽关系' }),
  })
  .meta({ id: 'Cell', title: '单元格' });

const sectionSchema = z
  .strictObject({
    id: sectionIdSchema,
    title: z.string().meta({ description: '印出的标题' }),
    text: z.string().meta({ description: '正文，段落之间用换行分开，不含法定表格' }),
    place: placeSchema.nullable(),
    paragraphs: z.array(paragraphSchema),
  })
  .meta({ id: 'Section', title: '部分' });

const tableSchema = z
  .strictObject({
    form: formSchema,
    found: z.boolean().meta({ description: 'false：文件中没有这张表' }),
    place: placeSchema.nullable(),
  })
  .meta({ id: 'Table', title: '表格' });

/** What `gongkai report read --json` prints for a report, one object a line. */
export const reportSchema = z
  .strictObject({
    file: z.string().nullable().meta({ description: '读取的文件名' }),
    agency: z.string().nullable().meta({ description: '行政机关名称' }),
    year: z.int().nullable().meta({ description: '报告的年度' }),
    form: formSchema.nullable().meta({ description: '多数表格的格式版本；各表的见 tables' }),
    title: z.string().nullable(),
    published: civilDateSchema.nullable().meta({ description: '公布日期' }),
    tables: z.partialRecord(tableIdSchema, tableSchema),
    cells: z.record(cellIdSchema, cellSchema).meta({ description: '每张表格按其自身格式版本的全部单元格' }),
    sections: z.array(sectionSchema),
    preamble: z.array(paragraphSchema).meta({ description: '第一部分之前的文字' }),
    problems: z.array(problemSchema),
  })
  .meta({
    title: '政府信息公开工作年度报告',
    description: '从一份年度报告中读出的数字和文字',
  });
