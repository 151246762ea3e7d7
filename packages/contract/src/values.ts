import { z } from 'zod';

/** Schemas that several contracts share. */
export const idSchema = z.uuid().describe('标识');
export const civilDateSchema = z.iso.date().describe('日期（北京时间），如 2026-03-16');
export const momentSchema = z.iso.datetime({ offset: true }).describe('时刻');
export const pageQuerySchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('页码，从 1 起'),
  size: z.coerce.number().int().min(1).max(200).default(30).describe('每页条数'),
});

/** One page of a list, with the count of the whole. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int().min(0).describe('总条数') });

export const nameSchema = z.string().trim().min(1).max(100);

/** What an import does to one thing. */
export const changeOutcomeSchema = z.enum(['created', 'changed']).describe('新增或修改');

/** The names of a closed vocabulary, as `z.enum` wants them. */
export const keysOf = <T extends Readonly<Record<string, unknown>>>(words: T) =>
  Object.keys(words) as unknown as readonly [keyof T & string, ...(keyof T & string)[]];
