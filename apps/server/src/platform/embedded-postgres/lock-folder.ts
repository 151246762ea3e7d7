import { accessSync, closeSync, constants, existsSync, fchownSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseError } from './database-error.ts';
import type { Account } from './find-account.ts';
import type { Place } from './place-cluster.ts';
import { writePrivateFile } from './private-files.ts';

export interface FolderLock {
  readonly release: () => void;
}

/** Held here as well: a lock that is garbage-collected is a lock that is gone. */
const held = new Set<DatabaseSync>();

const busy = 5;

/**
 * Takes the data folder for this program. The lock is the operating system's lock on a file, which ends with the
 * process however it ends, so there is no stale lock, no reused process number and no race to think of. Node has
 * no call for it; SQLite, which is part of Node, takes exactly such a lock on its (here empty) file, on Linux, macOS
 * and Windows. Nothing else in this process may open `program.lock`: closing it would drop the lock (POSIX).
 *
 * @throws DatabaseError `database.inUse` when another program has the folder
 */
export const lockFolder = ({ data, home, owner }: Place): FolderLock => {
  const path = join(home, 'program.lock');
  const pidPath = join(home, 'program.pid');
  // Done here, so that a full disk or a missing permission says so in the system's words and not in SQLite's.
  if (!existsSync(path)) makeEmpty(path, owner);
  accessSync(path, constants.R_OK | constants.W_OK);
  const lock = new DatabaseSync(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new DatabaseError('database.inUse', { folder: data, pid: readPid(pidPath) }, error);
  }
  held.add(lock);
  const release = (): void => {
    if (held.delete(lock)) lock.close();
  };
  try {
    writePrivateFile(pidPath, `${process.pid}\n`, owner);
  } catch (error) {
    release();
    throw error;
  }
  return { release };
};

const makeEmpty = (path: string, owner: Account | null): void => {
  try {
    const file = openSync(path, 'wx', 0o600);
    if (owner) fchownSync(file, owner.uid, owner.gid);
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

const readPid = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '不明';
  }
};
