import { findSeries, type Problem, problem, type Report, type Series } from '@gongkai/annual-report';
import { type RunOptions, TaskFailed } from '@gongkai/report-worker';
import { cleanPath } from '../platform/clean-name.ts';
import { type Readers, readingMegabytes } from './readers.ts';
import { type ExaminedReport, type Upload, type UploadedFile, waitingFile } from './upload.ts';

export interface ExamineLimits {
  readonly readSeconds: number;
  readonly uploadFiles: number;
  readonly uploadMegabytes: number;
}

/** A file of an upload with what is in it. */
export interface FileContent {
  readonly file: UploadedFile;
  readonly bytes: Uint8Array;
}

interface Run {
  readonly upload: Upload;
  readonly readers: Readers;
  readonly limits: ExamineLimits;
  /** Says what the upload now takes in memory; false where there is no room for it. */
  readonly resize: (bytes: number) => boolean;
}

/** What a reading holds besides its text, roughly: cells, places, findings. */
const perReport = 300_000;

/** What an upload of these files will take in memory, as far as that can be told before they are read. */
export const estimateSize = (contents: readonly FileContent[]): number =>
  contents.reduce((total, { bytes }) => total + bytes.length + perReport, 0);

const textLength = ({ preamble, sections }: Report): number =>
  [...preamble, ...sections.flatMap(({ paragraphs }) => paragraphs)].reduce(
    (total, { text }) => total + text.length,
    0,
  );

const sizeOf = ({ files, reports }: Upload): number =>
  files.reduce((total, { bytes }) => total + (bytes?.length ?? 0), 0) +
  reports.reduce((total, { report }) => total + perReport + 2 * textLength(report), 0);

const optionsOf = ({ lane, stop }: Upload): RunOptions => ({ lane, signal: stop.signal });

const nothing = new Uint8Array(0);

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

const isZipName = (name: string): boolean => /\.zip$/i.test(name);

const whyFailed = (error: unknown, { readSeconds }: ExamineLimits): Problem => {
  const reason = error instanceof TaskFailed ? error.reason : 'crash';
  if (reason === 'time') return problem('file.timeout', null, { limit: readSeconds });
  if (reason === 'memory') return problem('file.tooCostly', null, { limit: `${readingMegabytes} MB` });
  return problem('file.damaged', null, { detail: '读取程序意外结束' });
};

const fail = (file: UploadedFile, why: Problem): void => {
  file.problems = [why];
  file.state = 'done';
};

/** The files of a ZIP; the ZIP itself stays in the list where something is to be said about it. */
const unpack = async (run: Run, { file, bytes }: FileContent, room: number): Promise<FileContent[]> => {
  const { upload, readers, limits } = run;
  try {
    const asks = { bytes, files: room, megabytes: limits.uploadMegabytes };
    const { files, leftOut, problem: why } = await readers.run('unpack', asks, optionsOf(upload));
    const inside = files.map((entry) => {
      const inner = waitingFile(`${file.name}/${cleanPath(entry.name)}`);
      if ('bytes' in entry) return { file: inner, bytes: entry.bytes };
      fail(inner, entry.problem);
      return { file: inner, bytes: nothing };
    });
    const left =
      leftOut > 0 ? problem('archive.tooMany', null, { count: leftOut, limit: limits.uploadFiles }) : null;
    const none = files.length === 0 ? problem('archive.noReports') : null;
    const said = why ?? left ?? none;
    if (!said) return inside;
    fail(file, said);
    return [...inside, { file, bytes: nothing }];
  } catch (error) {
    fail(file, whyFailed(error, limits));
    return [{ file, bytes: nothing }];
  }
};

/** ZIP archives are replaced by the files in them, one archive after the other. */
const unpackAll = async (run: Run, contents: readonly FileContent[]): Promise<FileContent[]> => {
  const all: FileContent[] = [];
  for (const [at, content] of contents.entries()) {
    const inside = isZipName(content.file.name)
      ? await unpack(run, content, Math.max(0, run.limits.uploadFiles - all.length))
      : [content];
    const bytes = estimateSize([...all, ...inside, ...contents.slice(at + 1)]);
    if (run.resize(bytes)) {
      all.push(...inside);
      continue;
    }
    fail(content.file, problem('file.tooCostly', null, { limit: '服务器现在的余量' }));
    all.push({ file: content.file, bytes: nothing });
  }
  run.upload.files = all.map(({ file }) => file);
  return all.filter(({ file }) => file.state === 'waiting');
};

const examineFile = async (
  { upload, readers, limits }: Run,
  { file, bytes }: FileContent,
): Promise<readonly ExaminedReport[]> => {
  try {
    const asks = { bytes, name: file.name, options: upload.options };
    const { reading, findings } = await readers.run('read', asks, optionsOf(upload));
    file.reading = reading;
    file.problems = reading.problems;
    if (reading.reports.length > 0 && (isPdf(bytes) || reading.format === 'image')) file.bytes = bytes;
    return reading.reports.map((report, index) => ({ file, report, findings: findings[index] ?? [] }));
  } catch (error) {
    file.problems = [whyFailed(error, limits)];
    return [];
  } finally {
    file.state = 'done';
  }
};

/** What is found over the years is shown with the latest report that it names. */
const addYearFindings = async ({ upload, readers }: Run): Promise<void> => {
  const asks = { reports: upload.reports.map(({ report }) => report), options: upload.options };
  const more = await readers.run('years', asks, optionsOf(upload));
  upload.reports = upload.reports.map((examined, index) => ({
    ...examined,
    findings: [...examined.findings, ...(more[index] ?? [])],
  }));
};

/** Two reports for one year are compared, but there is no course of years to draw. */
const hasSeveralYears = ({ reports }: Upload, members: Series): boolean =>
  new Set(members.map((index) => reports[index]?.report.year)).size > 1;

/**
 * Reads and checks everything of an upload; what can't be read gets its reason, and the others go on. Never
 * rejects, and the upload is always done at the end, so that nobody waits for ever.
 */
export const examineUpload = async (
  upload: Upload,
  contents: readonly FileContent[],
  readers: Readers,
  limits: ExamineLimits,
  resize: (bytes: number) => boolean,
): Promise<void> => {
  const run: Run = { upload, readers, limits, resize };
  try {
    const unpacked = await unpackAll(run, contents);
    const examined = await Promise.all(unpacked.map((content) => examineFile(run, content)));
    upload.reports = examined.flat();
    const series = findSeries(upload.reports.map(({ report }) => report));
    upload.series = series.filter((members) => hasSeveralYears(upload, members));
    resize(sizeOf(upload));
    if (series.length > 0) await addYearFindings(run);
  } catch (error) {
    // The reports stand as they are; only what lies between the years was not looked at.
    upload.seriesFailed = true;
    for (const file of upload.files) if (file.state === 'waiting') fail(file, whyFailed(error, limits));
  } finally {
    upload.done = true;
  }
};
