import { statfsSync } from 'node:fs';
import { DatabaseError, type DatabaseProblem } from './database-error.ts';

/** Where the failure happened: what the messages name. */
export interface FailurePlace {
  readonly folder: string;
  readonly log: string;
  /** Where the cluster lies, if that may be another disk. */
  readonly cluster?: string;
}

/**
 * With less than this many bytes PostgreSQL can't start, and often can't say so: its log lies on the same disk. Twice
 * a segment of its journal: one that it couldn't write to the end it has removed again when we look.
 */
const leastFree = 32 << 20;

/** Whether a disk has no room for PostgreSQL to start. */
export const isFull = (path: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize < leastFree;
  } catch {
    return false;
  }
};

/** What PostgreSQL's own words mean, the first that matches; its messages are English because lc_messages is C. */
const words: readonly (readonly [RegExp, DatabaseProblem])[] = [
  // The kernel's limits on memory, semaphores and shared memory also say "No space left on device".
  [/could not (create|map|resize) .*(shared memory|semaphore)|cannot allocate memory/i, 'database.noMemory'],
  [
    /no space left on device|disk quota exceeded|not enough space|wrote only \d+ of \d+ bytes/i,
    'database.diskFull',
  ],
  [/database files are incompatible|initialized by PostgreSQL version/i, 'database.otherVersion'],
  [
    /could not locate a valid checkpoint|invalid checkpoint|invalid page|invalid primary checkpoint|incorrect checksum in control file|could not (open|read|find|access) .*(pg_control|pg_filenode|pg_xact|pg_wal|global|base|PG_VERSION|required)|is not a valid data directory|is not a database cluster|invalid data in file|could not find the database system|unexpected pageaddr|replication checkpoint|could not find redo location|WAL ends before/i,
    'database.damaged',
  ],
  [
    /permission denied|invalid permissions|wrong ownership|read-only file system|operation not permitted/i,
    'database.noAccess',
  ],
  [
    /must not be executed by|cannot be run as root|user does not exist|administrative permissions/i,
    'database.noAccount',
  ],
  [
    /error while loading shared libraries|exec format error|GLIBC_|Library not loaded|not a valid Win32/i,
    'database.programUnusable',
  ],
];

/** The words of the last serious line of a log, without time and process. */
const lastSerious = (output: string): string => {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const serious = lines.filter((line) => /\b(FATAL|PANIC|ERROR|error)\b/.test(line));
  const line = (serious.at(0) ?? lines.at(-1) ?? 'PostgreSQL 没有说明原因').trim();
  return line.replace(/^.*?\b(?:FATAL|PANIC|ERROR):\s*/, '').slice(0, 300);
};

/**
 * The failure that PostgreSQL's or initdb's output tells of, as an error for people. `wasFull`: the disk had no room
 * before; what PostgreSQL couldn't write to the end it has removed again by now.
 */
export const nameOutput = (output: string, place: FailurePlace, wasFull = false): DatabaseError => {
  const said = words.find(([pattern]) => pattern.test(output))?.[1];
  const code =
    said ??
    (wasFull || [place.folder, place.cluster ?? place.folder].some(isFull)
      ? 'database.diskFull'
      : 'database.startFailed');
  const detail = lastSerious(output);
  return new DatabaseError(code, { ...place, detail, program: 'postgres' });
};

const systemCodes: Readonly<Record<string, DatabaseProblem>> = {
  ENOSPC: 'database.diskFull',
  EDQUOT: 'database.diskFull',
  EACCES: 'database.noAccess',
  EPERM: 'database.noAccess',
  EROFS: 'database.noAccess',
  ENOTDIR: 'database.notFolder',
  EEXIST: 'database.notFolder',
};

/** The failure of a call to the system (a file, a folder), or of a first connection, as an error for people. */
export const nameSystemError = (error: unknown, place: FailurePlace): DatabaseError => {
  if (error instanceof DatabaseError) return error;
  const { code, message, path } = error as NodeJS.ErrnoException;
  const said = words.find(([pattern]) => pattern.test(message))?.[1];
  const problem = systemCodes[code ?? ''] ?? said ?? 'database.startFailed';
  return new DatabaseError(problem, { ...place, detail: path ? `“${path}”（${code}）` : message }, error);
};
