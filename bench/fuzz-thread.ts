/** The thread of `fuzz.bench.ts`: breaks files and reads them, and tells what came of each. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { checkReport, openPdfEngine, type PdfEngine, readReport } from '@gongkai/annual-report';
import { createRandom } from '@gongkai/synthetic-report';
import { mutateFile } from '../packages/synthetic-report/src/mutate/mutate-file.ts';

/** The files to be broken, and where the thread says what it is at: the number of the run, or -1. */
export interface FuzzData {
  readonly files: readonly { readonly name: string; readonly format: string; readonly bytes: Uint8Array }[];
  readonly at: SharedArrayBuffer;
}

export interface FuzzTask {
  readonly from: number;
  readonly to: number;
  /** Runs in between: the other threads do those. */
  readonly step: number;
}

export interface FuzzOutcome {
  readonly run: number;
  readonly format: string;
  /** `read`, or the code of the first problem, or `threw …`. */
  readonly outcome: string;
  /** Of the processor. */
  readonly milliseconds: number;
}

const { files, at } = workerData as FuzzData;
const current = new Int32Array(at);
const wasm = readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
let pdf: PdfEngine | null = null;

const fuzz = async (run: number): Promise<FuzzOutcome> => {
  const { name, format, bytes } = files[run % files.length]!;
  const broken = mutateFile(bytes, createRandom(`fuzz ${run}`));
  if (format === 'pdf' && (pdf === null || pdf.broken)) pdf = await openPdfEngine(wasm);
  Atomics.store(current, 0, run);
  const start = process.threadCpuUsage();
  let outcome: string;
  try {
    const reading = readReport(broken, { name, ...(pdf ? { pdf } : {}) });
    for (const report of reading.reports) checkReport(report);
    outcome = reading.reports.length > 0 ? 'read' : (reading.problems[0]?.code ?? 'said nothing');
  } catch (error) {
    outcome = `threw ${error instanceof Error ? error.message : error}`;
  }
  const { user, system } = process.threadCpuUsage(start);
  Atomics.store(current, 0, -1);
  return { run, format, outcome, milliseconds: (user + system) / 1000 };
};

parentPort?.on('message', async ({ from, to, step }: FuzzTask) => {
  for (let run = from; run < to; run += step) parentPort?.postMessage(await fuzz(run));
  parentPort?.postMessage(null);
});
