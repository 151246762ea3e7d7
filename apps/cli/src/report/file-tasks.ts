/** The thread in which `report read` and `report check` read their files. */
import { readFile, stat } from 'node:fs/promises';
import { workerData } from 'node:worker_threads';
import {
  type CheckOptions,
  checkAgencies,
  checkReport,
  checkYears,
  defaultLimits,
  type Finding,
  problem,
  type Reading,
  type Report,
  readArchiveEntry,
} from '@gongkai/annual-report';
import { openReportEngine, serveTasks } from '@gongkai/report-worker';
import type { FileResult, FileTask } from './file-task.ts';
import type { Input } from './input.ts';
import { type Examined, presentChecks, presentReading } from './present.ts';

const engine = openReportEngine(workerData as { readonly recognise: boolean });

/** The archive that was opened last: its files come one after the other. */
let archive: { readonly path: string; readonly bytes: Uint8Array } | undefined;

const openArchive = async (path: string): Promise<Uint8Array> => {
  if (archive?.path !== path) archive = { path, bytes: await readFile(path) };
  return archive.bytes;
};

const unreadable = (...details: Parameters<typeof problem>): Reading => ({
  format: null,
  reports: [],
  problems: [problem(...details)],
});

const readInput = async ({ path, name, entry, bytes }: Input): Promise<Reading> => {
  try {
    if (bytes === undefined) {
      const { size } = await stat(path);
      if (entry.length === 0 && size > defaultLimits.fileBytes)
        return unreadable('file.tooLarge', null, { limit: `${defaultLimits.fileBytes / 1024 / 1024} MB` });
    }
    const outer = bytes ?? (entry.length > 0 ? await openArchive(path) : await readFile(path));
    return await engine.read(entry.length > 0 ? readArchiveEntry(outer, entry) : outer, name);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return unreadable('file.missing');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') return unreadable('file.noAccess');
    return unreadable('file.damaged', null, {
      detail: error instanceof Error ? error.message : String(error),
    });
  }
};

const examine = (reading: Reading, options: CheckOptions): readonly Examined[] =>
  reading.reports.map((report) => ({ report, findings: checkReport(report, options) }));

/** Which of the reports that a finding names it belongs to; `named` is never empty. */
type Subject = (named: readonly number[], reports: readonly Report[]) => number;

/** Over years: what is wrong shows in the latest of the reports. */
const latest: Subject = (named, reports) =>
  named.reduce((best, index) => ((reports[index]?.year ?? 0) >= (reports[best]?.year ?? 0) ? index : best));

/** Over agencies: the parent (report 0) answers where it is named. */
const topmost: Subject = (named) => Math.min(...named);

const bySubject = (
  findings: readonly Finding[],
  reports: readonly Report[],
  subject: Subject,
): readonly (readonly Finding[])[] => {
  const lists: Finding[][] = reports.map(() => []);
  for (const finding of findings) {
    const named = finding.places.flatMap(({ report }) => (report === undefined ? [] : [report]));
    lists[subject(named.length > 0 ? named : reports.map((_, index) => index), reports)]?.push(finding);
  }
  return lists;
};

interface Read {
  readonly input: Input;
  readonly reading: Reading;
}

/** Checks the reports of several files each by itself and together, and presents them file by file. */
const together = (
  files: readonly Read[],
  output: FileTask['output'],
  options: CheckOptions,
  over: (reports: readonly Report[]) => readonly Finding[],
  subject: Subject,
): readonly FileResult[] => {
  const reports = files.flatMap(({ reading }) => reading.reports);
  const names = files.flatMap(({ input, reading }) => reading.reports.map(() => input.name));
  const lists = bySubject(over(reports), reports, subject);
  let at = 0;
  return files.map(({ input, reading }) => {
    const examined = reading.reports.map((report) => {
      const more = lists[at++] ?? [];
      return {
        report,
        findings: [...checkReport(report, options), ...more],
        ...(more.length > 0 ? { files: names } : {}),
      };
    });
    return presentChecks(input.name, reading, examined, output);
  });
};

const readAll = async (inputs: readonly Input[]): Promise<readonly Read[]> => {
  const files: Read[] = [];
  for (const input of inputs) files.push({ input, reading: await readInput(input) });
  return files;
};

const handle = async (task: FileTask): Promise<readonly FileResult[]> => {
  if (task.command === 'read')
    return [presentReading(task.input.name, await readInput(task.input), task.output)];
  if (task.command === 'check') {
    const reading = await readInput(task.input);
    return [presentChecks(task.input.name, reading, examine(reading, task.options), task.output)];
  }
  if (task.command === 'years')
    return together(
      await readAll(task.inputs),
      task.output,
      task.options,
      (reports) => checkYears(reports, task.options),
      latest,
    );
  return together(
    await readAll([task.parent, ...task.children]),
    task.output,
    task.options,
    ([parent, ...children]) => (parent ? checkAgencies(parent, children, task.options) : []),
    topmost,
  );
};

serveTasks(handle, engine.spent);
