/** The thread in which `report read` and `report check` read their files. */
import { readFile, stat } from 'node:fs/promises';
import {
  type ArchivedFile,
  type CheckAgenciesOptions,
  type CheckOptions,
  checkAgencies,
  checkReport,
  checkSeries,
  defaultLimits,
  type Finding,
  listReports,
  problem,
  ReadError,
  type Reading,
  type Report,
} from '@gongkai/annual-report';
import { openReportEngine, serveTasks, threadData } from '@gongkai/report-worker';
import type { FileResult, FileTask } from './file-task.ts';
import type { Input } from './input.ts';
import { type Examined, presentChecks, presentReading } from './present.ts';

const engine = openReportEngine(threadData() as { readonly recognise: boolean });

/** The archive that was opened last: its files come one after the other. */
let archive:
  | { readonly path: string; readonly bytes: Uint8Array; files: ReadonlyMap<string, ArchivedFile> }
  | undefined;

const listed = (bytes: Uint8Array): ReadonlyMap<string, ArchivedFile> =>
  new Map([...listReports(bytes)].map((file) => [file.name, file]));

const readFromArchive = async (path: string, entry: string, given?: Uint8Array): Promise<Uint8Array> => {
  if (archive?.path !== path) {
    const bytes = given ?? (await readFile(path));
    archive = { path, bytes, files: listed(bytes) };
  }
  const inflate = (): Uint8Array => archive?.files.get(entry)?.bytes() ?? new Uint8Array(0);
  try {
    return inflate();
  } catch {
    // One listing inflates no more than a limit, to stop bombs; a large honest archive gets a new one.
    archive.files = listed(archive.bytes);
    return inflate();
  }
};

const unreadable = (...details: Parameters<typeof problem>): Reading => ({
  format: null,
  reports: [],
  problems: [problem(...details)],
});

const readInput = async ({ path, name, entry, bytes }: Input): Promise<Reading> => {
  try {
    if (entry !== null) return await engine.read(await readFromArchive(path, entry, bytes), name);
    if (bytes) return await engine.read(bytes, name);
    const { size } = await stat(path);
    if (size > defaultLimits.fileBytes)
      return unreadable('file.tooLarge', null, { limit: `${defaultLimits.fileBytes / 1024 / 1024} MB` });
    return await engine.read(await readFile(path), name);
  } catch (error) {
    if (error instanceof ReadError) return { format: null, reports: [], problems: [error.problem] };
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

/** The parent (report 0) answers for what it is named in, otherwise the child. */
const overAgencies =
  (options: CheckAgenciesOptions) =>
  (reports: readonly Report[]): readonly (readonly Finding[])[] => {
    const found: Finding[][] = reports.map(() => []);
    const [parent, ...children] = reports;
    for (const finding of parent ? checkAgencies(parent, children, options) : []) {
      const named = finding.places.flatMap(({ report }) => (report === undefined ? [] : [report]));
      found[Math.min(...(named.length > 0 ? named : [0]))]?.push(finding);
    }
    return found;
  };

const noFindings = (reports: readonly Report[]): readonly (readonly Finding[])[] => reports.map(() => []);

interface Read {
  readonly input: Input;
  readonly reading: Reading;
}

/** Checks the reports of several files each by itself and together, and presents them file by file. */
const together = (
  files: readonly Read[],
  output: FileTask['output'],
  options: CheckOptions,
  over: (reports: readonly Report[]) => readonly (readonly Finding[])[],
): readonly FileResult[] => {
  const reports = files.flatMap(({ reading }) => reading.reports);
  const names = files.flatMap(({ input, reading }) => reading.reports.map(() => input.name));
  const lists = over(reports);
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
  const { output, options } = task;
  if (task.command === 'years')
    return together(await readAll(task.inputs), output, options, (reports) => checkSeries(reports, options));
  const files = await readAll([task.parent, ...task.children]);
  // Without the parent's report there is nothing to hold its children's against.
  const over = files[0]?.reading.reports.length === 0 ? noFindings : overAgencies(task.options);
  return together(files, output, options, over);
};

serveTasks(handle, engine.spent);
