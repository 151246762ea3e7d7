import { oc } from '@orpc/contract';
import { z } from 'zod';
import { downloadSchema, sheetFileSchema, sheetPreviewSchema } from './sheet.ts';
import { civilDateSchema } from './values.ts';

const yearSchema = z.coerce.number().int().min(2000).max(2149).describe('年份');
const regionSchema = z
  .string()
  .regex(/^(\d{6})?$/, '区划代码应为 6 位数字')
  .describe('空为全国；否则为该地区自己的节假日');

const daysOffSchema = z.object({
  name: z.string().describe('节日名称'),
  from: civilDateSchema,
  to: civilDateSchema,
});

/** One year of the working-day calendar (工作日历). */
export const calendarYearSchema = z.object({
  year: z.number().int(),
  regionCode: z.string().describe('空为全国'),
  origin: z.enum(['built_in', 'imported', 'unannounced']).describe('随程序提供、已导入，或者尚未公布'),
  source: z.string().nullable().describe('依据的通知'),
  importedOn: civilDateSchema.nullable().describe('导入日期'),
  isProvisional: z.boolean().describe('全年或年末几天尚未公布，按此算出的期限是暂定的'),
  workingDays: z.number().int().describe('全年工作日数'),
  off: z.array(daysOffSchema).describe('放假'),
  worked: z.array(civilDateSchema).describe('调休上班'),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

const importFields = {
  year: yearSchema,
  regionCode: regionSchema.default(''),
  source: z
    .string()
    .trim()
    .min(1, '请写明依据的通知')
    .max(200)
    .describe('依据的通知，如 国务院办公厅关于2027年部分节假日安排的通知'),
  announced: civilDateSchema.optional().describe('通知的日期'),
  file: sheetFileSchema.optional().describe('XLSX、CSV 或文本文件；也可以改用 text'),
  text: z.string().max(100_000).optional().describe('每行：日期，放假或上班，节日名称'),
};
export const importCalendarYearSchema = z.object(importFields);
export type ImportCalendarYear = z.input<typeof importCalendarYearSchema>;

export const calendarPreviewSchema = sheetPreviewSchema.extend({
  year: calendarYearSchema.nullable().describe('读到的日历；有问题时为空'),
  warnings: z.array(z.string()).describe('看起来可疑、请核对的地方；不妨碍导入'),
  replaces: z.enum(['nothing', 'built_in', 'imported']).describe('会取代什么'),
});
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;

const tags = ['工作日历'];

export const calendarContract = {
  list: oc
    .route({ method: 'GET', path: '/calendar/years', summary: '列出各年工作日历及其依据', tags })
    .input(z.object({ regionCode: regionSchema.default('') }))
    .output(
      z.object({
        years: z.array(calendarYearSchema),
        notice: z.string().nullable().describe('需要导入下一年日历时的提示'),
      }),
    ),
  template: oc
    .route({ method: 'GET', path: '/calendar/import/template', summary: '下载工作日历导入模板', tags })
    .input(z.object({ year: yearSchema }))
    .output(downloadSchema),
  previewImport: oc
    .route({ method: 'POST', path: '/calendar/import/preview', summary: '预览工作日历导入', tags })
    .input(importCalendarYearSchema)
    .output(calendarPreviewSchema),
  import: oc
    .route({ method: 'POST', path: '/calendar/import', summary: '导入一年的工作日历', tags })
    .input(importCalendarYearSchema)
    .output(calendarPreviewSchema),
};
