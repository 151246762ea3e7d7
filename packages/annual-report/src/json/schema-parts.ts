import { z } from 'zod';
import { tableIds } from '../form/form.ts';
import { cellStatuses, sectionIds } from '../report.ts';

/** What the published schemas have in common. Titles and descriptions go into docs/schemas/. */

const count = z.int().min(1);

export const placeSchema = z
  .union([
    z.strictObject({
      kind: z.literal('page'),
      page: count,
      box: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .meta({ description: '左、上、右、下，单位为点（1/72 英寸），从页面左上角量起' }),
    }),
    z.strictObject({
      kind: z.literal('table'),
      table: count,
      row: count,
      column: count,
      sheet: z.string().optional(),
    }),
    z.strictObject({ kind: z.literal('paragraph'), paragraph: count }),
    z.strictObject({
      kind: z.literal('line'),
      line: count,
      start: z.int().min(0),
      end: z.int().min(0),
    }),
  ])
  .meta({ id: 'Place', title: '位置', description: '在原文件中的位置；所有序号从 1 数起' });

export const formSchema = z.enum(['2019', '2021']).meta({
  id: 'Form',
  title: '格式版本',
  description: '2019：国办公开办函〔2019〕60号；2021：国办公开办函〔2021〕30号',
});

export const tableIdSchema = z.enum(tableIds).meta({ id: 'TableId', title: '表格编号' });

export const statusSchema = z.enum(cellStatuses).meta({
  id: 'CellStatus',
  title: '取得方式',
  description:
    'printed 表格中印出；blank 格子是空的；absent 文件中没有这一格；byOrder 按次序认出；byArithmetic 按勾稽关系选定；solved 由勾稽关系解出；recognised 由文字识别得来；unreadable 无法确定',
});

export const sectionIdSchema = z.enum(sectionIds).meta({
  id: 'SectionId',
  title: '部分',
  description:
    'overview 一、总体情况；proactive 二、主动公开政府信息情况；requests 三、收到和处理政府信息公开申请情况；reviews 四、政府信息公开行政复议、行政诉讼情况；problems 五、存在的主要问题及改进情况；other 六、其他需要报告的事项',
});

export const problemSchema = z
  .strictObject({
    code: z.string().meta({ description: '见 docs/errors.md' }),
    message: z.string(),
    place: placeSchema.nullable(),
  })
  .meta({ id: 'Problem', title: '读取中的问题' });

export const paragraphSchema = z
  .strictObject({ text: z.string(), place: placeSchema.nullable() })
  .meta({ id: 'Paragraph', title: '段落' });

export const civilDateSchema = z.iso
  .date()
  .meta({ id: 'CivilDate', title: '日期', description: 'YYYY-MM-DD' });

export const cellIdSchema = z
  .string()
  .meta({ id: 'CellId', title: '单元格编号', description: 'TABLE.ROW.COLUMN，例如 requests.received.total' });
