import type { Reading } from '../../annual-report/src/read/reading.ts';
import type { Generated } from './generate.ts';
import { openEngine } from './layouts/scan.ts';

type Read = (
  bytes: Uint8Array,
  options: { readonly name: string; readonly pdf?: unknown },
) => Reading | Promise<Reading>;

let reader: Read | null = null;

// Loaded when first needed, so that generating files needs none of the product's readers but PDFium.
const load = async (): Promise<Read> => {
  if (reader !== null) return reader;
  const main = new URL('../../annual-report/src/read/read-report.ts', import.meta.url).href;
  reader = ((await import(main)) as { readonly readReport: Read }).readReport;
  return reader;
};

/** Reads a generated file with the product's reader. */
export const readForScore = async (file: Generated): Promise<Reading> => {
  const read = await load();
  const pdf = file.format === 'pdf' ? await openEngine() : undefined;
  return read(file.bytes, { name: file.name, ...(pdf === undefined ? {} : { pdf }) });
};
