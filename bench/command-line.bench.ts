import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openReportEngine } from '@gongkai/report-worker';
import { presentReading } from '../apps/cli/src/report/present.ts';
import type { Bench, Row } from './bench.ts';
import { writeMixedReports } from './mixed-reports.ts';

const program = fileURLToPath(new URL('../apps/cli/bin/gongkai.mjs', import.meta.url));
const readShare = fileURLToPath(new URL('./read-share.ts', import.meta.url));
const count = 1000;
const rounds = 3;

/** Milliseconds from the start of a process to its end. */
const runs = (args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.resume();
    child.on('close', (code) =>
      code === 0 ? resolve(performance.now() - start) : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });

const commandLine = (folder: string, times: number): Promise<number> =>
  runs([
    program,
    ...['report', 'read', '--json', '--no-recognise', '--jobs', '2'],
    ...Array.from({ length: times }, () => folder),
  ]);

/** Two processes that share the files between them beforehand and need nobody. */
const twoAlone = async (folder: string): Promise<number> =>
  Math.max(...(await Promise.all(['0', '1'].map((share) => runs([readShare, folder, share])))));

/** One thread that has read them all before. */
const oneWarm = async (files: readonly string[]): Promise<number> => {
  const engine = openReportEngine({ recognise: false });
  const readAll = async (): Promise<number> => {
    const start = performance.now();
    for (const file of files)
      presentReading(file, await engine.read(readFileSync(file), file), { kind: 'json' });
    return performance.now() - start;
  };
  await readAll();
  return readAll();
};

const least = async (work: readonly (() => Promise<number>)[]): Promise<readonly number[]> => {
  const times: number[] = work.map(() => Infinity);
  for (let round = 0; round < rounds; round++)
    for (const [index, run] of work.entries()) times[index] = Math.min(times[index]!, await run());
  return times;
};

const row = (what: string, ideal: number, against: string, taken: number, target: boolean): Row => ({
  what: `${what}: ideal`,
  measured: ideal,
  unit: 'ms',
  against: { what: against, measured: taken },
  ...(target ? { target: { of: 'ratio', least: 0.8 } } : {}),
});

export const bench: Bench = {
  question: `How near does the command line come to what two workers could do at best, with ${count} mixed reports?`,
  floor:
    'here the ideal is measured and the command line stands beside it, start included; of each the best of several rounds by turns',
  run: async () => {
    const { folder, files, remove } = await writeMixedReports(count);
    try {
      const [alone, warm, once, tenfold] = await least([
        () => twoAlone(folder),
        () => oneWarm(files),
        () => commandLine(folder, 1),
        () => commandLine(folder, 10),
      ]);
      return [
        row('two processes that share the files beforehand', alone!, 'command line', once!, true),
        row('two threads warm from the start, 1,000', warm! / 2, 'command line', once!, false),
        row('two threads warm from the start, 10,000', warm! * 5, 'command line', tenfold!, true),
      ];
    } finally {
      remove();
    }
  },
};
