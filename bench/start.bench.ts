import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../e2e/running-program.ts';
import type { Bench } from './bench.ts';
import { middleMean } from './measure.ts';

const starts = 7;

const stop = async (program: Awaited<ReturnType<typeof startProgram>>): Promise<void> => {
  program.child.kill('SIGTERM');
  await program.ended;
};

export const bench: Bench = {
  question: 'How long from the command until it answers?',
  floor: 'none: the target is a figure',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
    const time = async (data: string): Promise<number> => {
      const begin = performance.now();
      const program = await startProgram({ GONGKAI_DATA: data });
      const took = performance.now() - begin;
      await stop(program);
      return took;
    };
    await time(join(folder, 'warm'));
    const fresh: number[] = [];
    const again: number[] = [];
    for (let count = 0; count < starts; count += 1) {
      const data = join(folder, `data-${count}`);
      fresh.push(await time(data));
      again.push(await time(data));
    }
    await rm(folder, { recursive: true, force: true });
    return [
      { what: 'first start, with the demonstration district', measured: middleMean(fresh), unit: 'ms' },
      {
        what: 'start on an existing database',
        measured: middleMean(again),
        unit: 'ms',
        target: { of: 'figure', most: 3000 },
      },
    ];
  },
};
