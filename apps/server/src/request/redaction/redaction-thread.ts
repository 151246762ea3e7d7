/** The thread in which files are opened for redaction, drawn and redacted: whatever a file does, it does it here. */
import { openPdfEngine, openPicture, type PdfEngine, ReadError, renderPage } from '@gongkai/annual-report';
import {
  checkRedaction,
  findPersonalData,
  type PageText,
  type PersonalDataHit,
  pageOfWords,
  RedactionError,
  readPages,
  redactImage,
  redactPdf,
} from '@gongkai/redaction';
import { encodePng, openTesseract, readPdfiumWasm, serveTasks } from '@gongkai/report-worker';
import type { PageSize, RedactionAnswer, RedactionTask, RedactionTasks } from './redaction-task.ts';
import { sameWordsElsewhere, wordsUnder } from './words-under-areas.ts';

/** PDFium's memory never shrinks; past this the thread is worth replacing. */
const memoryCeiling = 384 * 1024 * 1024;
/** What recognition of one page may take. */
const recogniseSeconds = 45;
/** Pixels an inch that recognition is asked with, as pages are scanned. */
const scanResolution = 300;

let opened: PdfEngine | undefined;
const engineOf = async (): Promise<PdfEngine> => {
  if (!opened || opened.broken) opened = await openPdfEngine(readPdfiumWasm());
  return opened;
};

let tesseract: ReturnType<typeof openTesseract> | undefined;

const pictureSize = (bytes: Uint8Array): PageSize => {
  const { width, height, orientation } = openPicture(bytes);
  return orientation >= 5 ? { page: 1, width: height, height: width } : { page: 1, width, height };
};

const sizeOf = ({ page, width, height }: PageText): PageSize => ({ page, width, height });

const inspect = (
  engine: PdfEngine,
  { bytes, isPicture, today }: RedactionTasks['inspect']['asks'],
): RedactionTasks['inspect']['answers'] => {
  if (isPicture) return { pages: [pictureSize(bytes)], hits: [], textless: [1] };
  const pages = readPages(engine, bytes);
  return {
    pages: pages.map(sizeOf),
    hits: findPersonalData(pages, today),
    textless: pages.filter(({ characters }) => characters.length === 0).map(({ page }) => page),
  };
};

/** Personal data in what recognition reads on a page, in the page's own measure. */
const recognise = (
  engine: PdfEngine,
  { bytes, isPicture, page, today }: RedactionTasks['recognise']['asks'],
): readonly PersonalDataHit[] | null => {
  tesseract ??= openTesseract();
  if (tesseract === null) return null;
  const { width, height, rgba } = renderPage(engine, bytes, page, scanResolution);
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = (rgba[at * 4]! * 77 + rgba[at * 4 + 1]! * 150 + rgba[at * 4 + 2]! * 29) >> 8;
  const words =
    tesseract.recogniser(recogniseSeconds)({ page, width, height, pixels, resolution: scanResolution }) ?? [];
  const points = 72 / scanResolution;
  const hits = findPersonalData([pageOfWords(page, width * points, height * points, words)], today);
  if (!isPicture) return hits;
  const scale = pictureSize(bytes).width / (width * points);
  return hits.map((hit) => ({
    ...hit,
    boxes: hit.boxes.map(
      ([left, top, right, bottom]) => [left * scale, top * scale, right * scale, bottom * scale] as const,
    ),
  }));
};

const redact = (
  engine: PdfEngine,
  { bytes, isPicture, areas }: RedactionTasks['redact']['asks'],
): RedactionTasks['redact']['answers'] => {
  const pages = isPicture ? [] : readPages(engine, bytes);
  const redacted = isPicture ? redactImage(engine, bytes, areas) : redactPdf(engine, bytes, areas);
  const words = wordsUnder(pages, areas);
  const { remains } = checkRedaction(engine, redacted.bytes, words);
  return {
    ...redacted,
    traces: [...new Set(remains.map(({ where }) => where))],
    remains: sameWordsElsewhere(pages, areas, words),
    textless: isPicture
      ? [1]
      : pages.filter(({ characters }) => characters.length === 0).map(({ page }) => page),
  };
};

const answer = async (task: RedactionTask): Promise<Extract<RedactionAnswer, { ok: true }>['result']> => {
  const engine = await engineOf();
  switch (task.kind) {
    case 'inspect':
      return inspect(engine, task.asks);
    case 'recognise':
      return recognise(engine, task.asks);
    case 'draw':
      return encodePng(renderPage(engine, task.asks.bytes, task.asks.page, task.asks.resolution));
    case 'redact':
      return redact(engine, task.asks);
  }
};

const handle = async (task: RedactionTask): Promise<RedactionAnswer> => {
  try {
    return { ok: true, result: await answer(task) };
  } catch (error) {
    if (error instanceof ReadError || error instanceof RedactionError)
      return { ok: false, message: error.message };
    throw error;
  }
};

serveTasks(handle, () => opened !== undefined && (opened.broken || opened.memoryBytes > memoryCeiling));
