import { z } from 'zod';
import { findingsSchema } from './findings-schema.ts';
import { reportInputSchema } from './report-input-schema.ts';
import { reportSchema } from './report-schema.ts';

/** The JSON Schemas (draft 2020-12) of docs/schemas/, by file name, as text. */
export const publishedSchemas = (): ReadonlyMap<string, string> =>
  new Map([
    ['report.schema.json', print(reportSchema)],
    ['report-input.schema.json', print(reportInputSchema)],
    ['findings.schema.json', print(findingsSchema)],
  ]);

const print = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }), null, 2)}\n`;
