import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileResult } from './file-task.ts';

/** Results held back on disk, in order, until it is known what else belongs to them. */
export interface Spool {
  readonly push: (result: FileResult) => void;
  readonly size: () => number;
  readonly get: (index: number) => FileResult;
  /** Removes it from the disk. */
  readonly close: () => void;
}

export const openSpool = (): Spool => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  const file = openSync(join(folder, 'results'), 'w+', 0o600);
  const ends: number[] = [];
  const startOf = (index: number): number => (index === 0 ? 0 : (ends[index - 1] as number));
  return {
    push: (result) => {
      const bytes = Buffer.from(JSON.stringify(result));
      const at = startOf(ends.length);
      for (let written = 0; written < bytes.length; )
        written += writeSync(file, bytes, written, bytes.length - written, at + written);
      ends.push(at + bytes.length);
    },
    size: () => ends.length,
    get: (index) => {
      const start = startOf(index);
      const bytes = Buffer.alloc((ends[index] as number) - start);
      readSync(file, bytes, 0, bytes.length, start);
      return JSON.parse(bytes.toString()) as FileResult;
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
