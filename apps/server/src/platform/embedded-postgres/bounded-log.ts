import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder } from './private-files.ts';

/** A log of PostgreSQL's that doesn't outgrow twice its limit. */
export interface BoundedLog {
  /** The log's length now, in bytes. */
  readonly length: () => number;
  /** What was written since the log had a length, at most 64 KB of it. */
  readonly since: (length: number) => string;
  /** Opened for appending, to be handed to a child; to be closed by the caller. */
  readonly open: () => number;
  readonly close: () => void;
}

const limit = 10 << 20;
const checkEvery = 60_000;

/** Opens a log for PostgreSQL, who appends to it; when it's too long it becomes `….1`, whose predecessor goes. */
export const openBoundedLog = (path: string): BoundedLog => {
  makePrivateFolder(dirname(path), null);
  const length = (): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const bound = (): void => {
    try {
      if (length() < limit) return;
      // PostgreSQL holds the file open for appending: renaming would take it along, shortening doesn't.
      copyFileSync(path, `${path}.1`);
      truncateSync(path);
    } catch {
      // A log that can't be rotated (a full disk) is no reason to end the program; next time perhaps.
    }
  };
  bound();
  const timer = setInterval(bound, checkEvery).unref();
  return {
    length,
    since: (start) => readFrom(path, start),
    open: () => openSync(path, 'a', 0o600),
    close: () => clearInterval(timer),
  };
};

const readFrom = (path: string, start: number): string => {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(64 << 10);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, start));
  } finally {
    closeSync(file);
  }
};
