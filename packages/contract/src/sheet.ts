import { z } from 'zod';

/** A spreadsheet somebody uploads: XLSX, CSV or plain text. What it is, is found out from its content. */
export const sheetFileSchema = z
  .file()
  .max(10 * 1024 * 1024, '文件不能超过 10 MB')
  .describe('XLSX 或 CSV 文件');

/** A file to keep. */
export const downloadSchema = z.file().describe('文件');

/** What is wrong in a spreadsheet, where. */
export const sheetProblemSchema = z.object({
  row: z.number().int().nullable().describe('行号，从 1 起；整个文件的问题为空'),
  column: z.string().nullable().describe('列名；整行的问题为空'),
  message: z.string().describe('问题和处理办法'),
});
export type SheetProblem = z.infer<typeof sheetProblemSchema>;

export const sheetPreviewSchema = z.object({
  problems: z.array(sheetProblemSchema).describe('必须改正的问题；为空才能导入'),
  problemCount: z.number().int().describe('问题总数；列出的最多 200 个'),
});
