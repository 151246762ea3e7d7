import {
  closeSync,
  constants,
  copyFileSync,
  fchownSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Place } from './place-cluster.ts';
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
const longestRead = 64 << 10;

/** The folder may belong to somebody else than root: a link that lies in wait there is not followed. */
const own = constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);

/** Opens the log for PostgreSQL, who appends to it; when it's too long it becomes `….1`, whose predecessor goes. */
export const openBoundedLog = ({ log: path, owner }: Pick<Place, 'log' | 'owner'>): BoundedLog => {
  makePrivateFolder(dirname(path), owner);
  const length = (): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const bound = (): void => {
    try {
      if (length() > limit) rotate(path);
    } catch {
      // A log that can't be rotated (a full disk) is no reason to end the program; next time perhaps.
    }
  };
  const open = (): number => {
    const file = openSync(path, own | constants.O_APPEND | constants.O_CREAT, 0o600);
    if (owner) fchownSync(file, owner.uid, owner.gid);
    return file;
  };
  bound();
  const timer = setInterval(bound, checkEvery).unref();
  return { length, since: (start) => readFrom(path, start), open, close: () => clearInterval(timer) };
};

/** PostgreSQL holds the file open for appending: renaming would take it along, shortening doesn't. */
const rotate = (path: string): void => {
  rmSync(`${path}.1`, { force: true });
  copyFileSync(path, `${path}.1`, constants.COPYFILE_EXCL);
  const file = openSync(path, own);
  ftruncateSync(file);
  closeSync(file);
};

/** The last 64 KB of a log; empty when there is none. */
export const readTail = (path: string): string => {
  const length = statSync(path, { throwIfNoEntry: false })?.size;
  return length === undefined ? '' : readFrom(path, Math.max(0, length - longestRead));
};

const readFrom = (path: string, start: number): string => {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(longestRead);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, start));
  } finally {
    closeSync(file);
  }
};
