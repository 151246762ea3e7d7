import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.ts';
import { writeMixedReports } from './mixed-reports.ts';

const program = fileURLToPath(new URL('../apps/cli/bin/gongkai.mjs', import.meta.url));
const distinct = 500;
const times = 20;
const marks = [1000, 2000, 5000, 10_000];

/** Resident megabytes of a process, as Linux tells them. */
const residentOf = (pid: number): number => {
  const [, kilobytes] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Number(kilobytes) / 1024;
};

/** What the process holds at most while the files up to each mark go through it. */
const peaks = (folder: string): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const folders = Array.from({ length: times }, () => folder);
    const args = [program, 'report', 'read', '--json', '--no-recognise', '--jobs', '2', ...folders];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const highest = marks.map(() => 0);
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) lines++;
      const part = marks.findIndex((mark) => lines <= mark);
      if (part !== -1 && child.pid !== undefined && lines < distinct * times)
        highest[part] = Math.max(highest[part]!, residentOf(child.pid));
    });
    child.on('error', reject);
    child.on('close', () => resolve(highest));
  });

export const bench: Bench = {
  question: 'Does the command line stay as large as it is, over 10,000 files?',
  floor:
    'what it holds at most over the files before; the target is for the second half, when every thread is warm',
  run: async () => {
    const { folder, remove } = await writeMixedReports(distinct);
    try {
      const highest = await peaks(folder);
      return highest.slice(1).map((measured, index) => ({
        what: `memory at most, files ${marks[index]! + 1} to ${marks[index + 1]}`,
        measured,
        unit: 'MB' as const,
        against: { what: 'before', measured: Math.max(...highest.slice(0, index + 1)) },
        ...(marks[index] === 5000 ? { target: { of: 'ratio' as const, most: 1.1 } } : {}),
      }));
    } finally {
      remove();
    }
  },
};
