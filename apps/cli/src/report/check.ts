import { readFile } from 'node:fs/promises';
import { type CheckOptions, defaultCheckOptions, findingHead } from '@gongkai/annual-report';
import type { Pool } from '@gongkai/report-worker';
import type { Options } from '../options.ts';
import { styleFor, wantsColor } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { jobsOf, openPool, outputOf, secondsOf } from './batch.ts';
import { failedResult } from './failed-result.ts';
import type { FileResult, FileTask, Output } from './file-task.ts';
import { type FiledReport, groupFiles } from './group-files.ts';
import type { Input } from './input.ts';
import { countInputs, listInputs } from './list-inputs.ts';
import { createProgress, type Progress } from './progress.ts';
import { runBatch } from './run-batch.ts';
import { openPrinter, openSpreadsheet, type Sink } from './sink.ts';
import { openSpool } from './spool.ts';
import { createTotals } from './totals.ts';

interface Run {
  readonly operands: readonly string[];
  readonly options: Options;
  readonly output: Output;
  readonly check: CheckOptions;
  readonly pool: Pool<FileTask, readonly FileResult[]>;
  readonly put: (result: FileResult) => Promise<void>;
  readonly progress: Progress;
}

const deadline = (text: string | undefined, name: string, fallback: string): string => {
  if (text === undefined) return fallback;
  if (!/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text))
    throw new UsageError(`--${name} 要写成 MM-DD（如 01-31），给的是“${text}”。`);
  return text;
};

const checkOptionsOf = (options: Options): CheckOptions => ({
  ...defaultCheckOptions,
  departmentDeadline: deadline(
    options['department-deadline'],
    'department-deadline',
    defaultCheckOptions.departmentDeadline,
  ),
  governmentDeadline: deadline(
    options['government-deadline'],
    'government-deadline',
    defaultCheckOptions.governmentDeadline,
  ),
});

/** Runs a task over several files; if its thread ends, each file gets the reason. */
const runTogether = (run: Run, task: FileTask, inputs: readonly Input[]): Promise<readonly FileResult[]> =>
  run.pool
    .run(task, { seconds: secondsOf(run.options) * inputs.length })
    .catch((error: unknown) =>
      inputs.map(({ name }) =>
        failedResult(name, task.command, error, run.output, { seconds: secondsOf(run.options) }),
      ),
    );

const checkEach = (run: Run) =>
  runBatch(
    listInputs(run.operands),
    async (input): Promise<FileResult> => {
      const [result] = await runTogether(
        run,
        { command: 'check', input, output: run.output, options: run.check },
        [input],
      );
      return result as FileResult;
    },
    jobsOf(run.options) * 8,
  );

const streamed = async (run: Run): Promise<void> => {
  for await (const { input, result } of checkEach(run)) {
    await run.put(result);
    run.progress.step(input.name);
  }
};

/** Results wait on disk until all files are read, since what belongs together over the years is only known then. */
const overYears = async (run: Run): Promise<void> => {
  const spool = openSpool();
  try {
    const inputs: Input[] = [];
    const reports: FiledReport[] = [];
    for await (const { input, result } of checkEach(run)) {
      reports.push(...result.reports.map((report) => ({ ...report, file: inputs.length })));
      inputs.push(input);
      spool.push(result);
      run.progress.step(input.name);
    }
    const better = new Map<number, FileResult>();
    for (const group of groupFiles(reports)) {
      const members = group.map((index) => inputs[index] as Input);
      const results = await runTogether(
        run,
        { command: 'years', inputs: members, output: run.output, options: run.check },
        members,
      );
      for (const [at, index] of group.entries()) better.set(index, results[at] as FileResult);
    }
    for (let index = 0; index < spool.size(); index += 1)
      await run.put(better.get(index) ?? spool.get(index));
  } finally {
    spool.close();
  }
};

/** A plain text file with one agency a line. */
const expectedAgencies = async (path: string | undefined): Promise<readonly string[]> => {
  if (path === undefined) return [];
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`读不到名单“${path}”。`);
  });
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

const family = async (run: Run, parentFile: string): Promise<void> => {
  const inputs: Input[] = [];
  for await (const input of listInputs([parentFile, ...run.operands])) inputs.push(input);
  const [parent, ...children] = inputs as [Input, ...Input[]];
  if (children.length === 0) throw new UsageError('--parent 后面还要给出下级各机关的报告。');
  const options = { ...run.check, expected: await expectedAgencies(run.options.expected) };
  const task: FileTask = { command: 'family', parent, children, output: run.output, options };
  for (const result of await runTogether(run, task, inputs)) await run.put(result);
};

/** `gongkai report check FILE…`. */
export const check = async (operands: readonly string[], options: Options): Promise<number> => {
  const output = outputOf(options);
  const checkOptions = checkOptionsOf(options);
  if (operands.length === 0) throw new UsageError('请给出要检查的文件、文件夹或 ZIP；- 表示标准输入。');
  const sink: Sink = options.xlsx
    ? openSpreadsheet(options.xlsx, findingHead)
    : await openPrinter(output, findingHead);
  const totals = createTotals();
  const progress = createProgress(countInputs(operands));
  const pool = openPool(options);
  const put = async (result: FileResult): Promise<void> => {
    progress.clear();
    await sink.put(result);
    totals.add(result);
  };
  const run: Run = { operands, options, output, check: checkOptions, pool, put, progress };
  try {
    if (options.expected !== undefined && options.parent === undefined)
      throw new UsageError('--expected 要和 --parent 一起用。');
    if (options.parent !== undefined) await family(run, options.parent);
    else if (options['no-years']) await streamed(run);
    else await overYears(run);
  } finally {
    progress.clear();
    await sink.close();
    await pool.close();
  }
  if (totals.files() !== 1) console.error(totals.print(styleFor(wantsColor(options))));
  return totals.exitCode();
};
