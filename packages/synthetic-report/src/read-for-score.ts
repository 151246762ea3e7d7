import type { Reading } from '../../annual-report/src/read/reading.ts';
import type { Generated } from './generate.ts';

type Read = (
  bytes: Uint8Array,
  options: { readonly name: string; readonly pdf?: unknown },
) => Reading | Promise<Reading>;

let reader: { readonly read: Read; readonly openPdf: () => Promise<unknown> } | null = null;
let pdf: unknown;

// Loaded when first needed, so that the generator itself depends on nothing that reads.
const load = async (): Promise<NonNullable<typeof reader>> => {
  if (reader !== null) return reader;
  const main = new URL('../../annual-report/src/read/read-report.ts', import.meta.url).href;
  const engine = new URL('../../annual-report/src/read/pdf/engine.ts', import.meta.url).href;
  const { readReport } = (await import(main)) as { readonly readReport: Read };
  reader = {
    read: readReport,
    openPdf: async () =>
      ((await import(engine)) as { readonly openPdfEngine: () => Promise<unknown> }).openPdfEngine(),
  };
  return reader;
};

/** Reads a generated file with the product's reader. */
export const readForScore = async (file: Generated): Promise<Reading> => {
  const { read, openPdf } = await load();
  if (file.format === 'pdf') pdf ??= await openPdf();
  return read(file.bytes, { name: file.name, ...(pdf === undefined ? {} : { pdf }) });
};
