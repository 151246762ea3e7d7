/** The thread that sets sheets and letters and binds documents: typesetting and PDFium away from the event loop. */
import { openPdfEngine, type PdfEngine } from '@gongkai/annual-report';
import { unprintableIn, writeDocx, writePdf, writeSheet } from '@gongkai/reply-document';
import { readFonts, readPdfiumWasm, serveTasks } from '@gongkai/report-worker';
import { bindPart, countPages, hasPages } from './bind-part.ts';
import type { MadePdf, PressTask, PressTasks } from './press-task.ts';

/** PDFium's memory never shrinks: a thread that a large file has blown up is replaced. */
const mostMemory = 192 * 1024 * 1024;
const pdf = 'application/pdf';

let engine: PdfEngine | undefined;
const openEngine = async (): Promise<PdfEngine> => {
  if (!engine || engine.broken) engine = await openPdfEngine(readPdfiumWasm());
  return engine;
};

let fonts: readonly Uint8Array[] | undefined;
const openFonts = (): readonly Uint8Array[] => {
  fonts ??= readFonts();
  return fonts;
};

const counted = async (bytes: Uint8Array): Promise<MadePdf> => ({
  bytes,
  pages: countPages(await openEngine(), bytes, pdf),
});

const work = async (task: PressTask): Promise<PressTasks[keyof PressTasks]['answers']> => {
  switch (task.kind) {
    case 'sheet':
      return counted(await writeSheet(task.sheet, openFonts()));
    case 'letter':
      return unprintableIn(task.document, openFonts()).length === 0
        ? counted(await writePdf(task.document, openFonts()))
        : { bytes: await writeDocx(task.document), pages: null };
    case 'count': {
      if (!hasPages(task.mediaType)) return null;
      try {
        return countPages(await openEngine(), task.bytes, task.mediaType);
      } catch {
        // Whatever is wrong with it, it stays a file of its own.
        return null;
      }
    }
    case 'part':
      return bindPart(await openEngine(), task.bytes, task.mediaType, task);
  }
};

serveTasks<PressTask, PressTasks[keyof PressTasks]['answers']>(
  work,
  () => engine !== undefined && (engine.broken || engine.memoryBytes > mostMemory),
);
