import { findSeries, type Problem, problem } from '@gongkai/annual-report';
import { TaskFailed } from '@gongkai/report-worker';
import type { Readers } from './readers.ts';
import { type ExaminedReport, type Upload, type UploadedFile, waitingFile } from './upload.ts';

export interface ExamineLimits {
  readonly readSeconds: number;
  readonly uploadFiles: number;
  readonly uploadMegabytes: number;
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

const isZipName = (name: string): boolean => /\.zip$/i.test(name);

const whyFailed = (error: unknown, { readSeconds }: ExamineLimits): Problem => {
  if (!(error instanceof TaskFailed))
    return problem('file.damaged', null, { detail: error instanceof Error ? error.message : String(error) });
  if (error.reason === 'time') return problem('file.timeout', null, { limit: readSeconds });
  if (error.reason === 'memory') return problem('file.tooCostly', null, { limit: '512 MB' });
  return problem('file.damaged', null, { detail: '读取程序意外结束' });
};

interface Content {
  readonly file: UploadedFile;
  readonly bytes: Uint8Array;
}

/** ZIP archives are replaced by the files in them. */
const unpackAll = async (
  upload: Upload,
  contents: readonly Content[],
  readers: Readers,
  limits: ExamineLimits,
): Promise<Content[]> => {
  const all: Content[] = [];
  for (const content of contents) {
    if (!isZipName(content.file.name)) {
      all.push(content);
      continue;
    }
    try {
      const { files, leftOut } = await readers.unpack(
        content.bytes,
        { files: Math.max(0, limits.uploadFiles - all.length), megabytes: limits.uploadMegabytes },
        upload.stop.signal,
      );
      all.push(
        ...files.map(({ name, bytes }) => ({ file: waitingFile(`${content.file.name}/${name}`), bytes })),
      );
      if (leftOut === 0 && files.length > 0) continue;
      content.file.problems = [
        leftOut > 0
          ? problem('archive.tooMany', null, { count: leftOut, limit: limits.uploadFiles })
          : problem('archive.noReports'),
      ];
    } catch (error) {
      content.file.problems = [whyFailed(error, limits)];
    }
    content.file.state = 'done';
    all.push({ file: content.file, bytes: new Uint8Array(0) });
  }
  upload.files = all.map(({ file }) => file);
  return all.filter(({ file }) => file.state === 'waiting');
};

const examineFile = async (
  upload: Upload,
  { file, bytes }: Content,
  readers: Readers,
  limits: ExamineLimits,
): Promise<readonly ExaminedReport[]> => {
  try {
    const { reading, findings } = await readers.read(bytes, file.name, upload.options, upload.stop.signal);
    file.reading = reading;
    file.problems = reading.problems;
    if (reading.reports.length > 0 && isPdf(bytes)) file.bytes = bytes;
    return reading.reports.map((report, index) => ({ file, report, findings: findings[index] ?? [] }));
  } catch (error) {
    file.problems = [whyFailed(error, limits)];
    return [];
  } finally {
    file.state = 'done';
  }
};

/** What is found over the years is shown with the latest report that it names. */
const addYearFindings = async (upload: Upload, readers: Readers): Promise<void> => {
  const more = await readers.years(
    upload.reports.map(({ report }) => report),
    upload.options,
  );
  upload.reports = upload.reports.map((examined, index) => ({
    ...examined,
    findings: [...examined.findings, ...(more[index] ?? [])],
  }));
};

/** Reads and checks everything of an upload; what can't be read gets its reason, and the others go on. */
export const examineUpload = async (
  upload: Upload,
  files: readonly { readonly file: UploadedFile; readonly bytes: Uint8Array }[],
  readers: Readers,
  limits: ExamineLimits,
): Promise<void> => {
  const contents = await unpackAll(upload, files, readers, limits);
  const examined = await Promise.all(
    contents.map((content) => examineFile(upload, content, readers, limits)),
  );
  upload.reports = examined.flat();
  upload.series = findSeries(upload.reports.map(({ report }) => report));
  if (upload.series.length > 0) await addYearFindings(upload, readers);
  upload.done = true;
};
