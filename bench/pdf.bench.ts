import { existsSync, readFileSync } from 'node:fs';
import { checkReport, openPdfEngine, type PdfEngine, readReport } from '@gongkai/annual-report';
import { generate } from '@gongkai/synthetic-report';
import type { Bench, Row } from './bench.ts';
import { byTurns } from './measure.ts';
import { readTextAlone } from './pdf-text-alone.ts';

interface Subject {
  readonly what: string;
  readonly files: readonly Uint8Array[];
}

const sample = new URL('../../shared/annual-report/samples/005-淮安市人民政府-2024.pdf', import.meta.url);

const made = async (what: string, layout: string): Promise<Subject> => {
  const files = [];
  for (let seed = 0; seed < 4; seed++)
    files.push((await generate(`bench ${seed}`, { layout, form: '2021' })).bytes);
  return { what, files };
};

const measure = async (engine: PdfEngine, { what, files }: Subject): Promise<Row> => {
  const [own, alone] = await byTurns(
    [
      () => {
        for (const bytes of files)
          for (const report of readReport(bytes, { pdf: engine }).reports) checkReport(report);
      },
      () => {
        for (const bytes of files) readTextAlone(engine, bytes);
      },
    ],
    { warm: 12, rounds: 12 },
  );
  return {
    what,
    measured: own! / files.length,
    unit: 'ms',
    against: { what: 'PDFium', measured: alone! / files.length },
    target: { of: 'ratio', most: 1.5 },
  };
};

export const bench: Bench = {
  question: 'What does a PDF cost, read and checked?',
  floor:
    "PDFium's own extraction of the same file's text, on the same engine: open, load each page, its text",
  run: async () => {
    const wasm = readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
    const engine = await openPdfEngine(wasm);
    const subjects = [
      await made('PDF with ruling lines', 'pdf.ruled'),
      await made('PDF without ruling lines', 'pdf.unruled'),
      ...(existsSync(sample) ? [{ what: 'sample 005, 5 pages', files: [readFileSync(sample)] }] : []),
    ];
    const rows: Row[] = [];
    for (const subject of subjects) rows.push(await measure(engine, subject));
    return rows;
  },
};
