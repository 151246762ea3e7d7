import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseError } from './database-error.ts';

/** An account of the system, as which PostgreSQL runs when the program is root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const listed = (): readonly Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4 && !parts[0]!.startsWith('#'))
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));

/** The account of a uid; null when the system has none. */
export const accountOf = (uid: number): Account | null => listed().find((one) => one.uid === uid) ?? null;

/**
 * The account for a program that runs as root, because PostgreSQL refuses root: the one named, else `postgres`, else
 * `nobody`. A uid without an account doesn't do: initdb looks its name up.
 */
export const findAccount = (name?: string): Account => {
  const accounts = listed();
  const wanted = name ? [name] : ['postgres', '_postgres', 'nobody'];
  for (const one of wanted) {
    const found = accounts.find((account) => account.name === one && account.uid !== 0);
    if (found) return found;
  }
  const detail = `本程序以 root 运行，系统中没有可供 PostgreSQL 使用的账户 ${wanted.join('、')}`;
  throw new DatabaseError('database.noAccount', { detail });
};

/** Whether the permission bits give an account all of `bits` (4 read, 2 write, 1 pass). */
export const allows = (stats: Stats, account: Account, bits: number): boolean => {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & bits) === bits;
};

/** The first folder on the way to `folder`, itself included, that an account may not pass; null when there is none. */
export const barrierTo = (folder: string, account: Account): string | null => {
  const parent = dirname(folder);
  const above = parent === folder ? null : barrierTo(parent, account);
  return above ?? (allows(statSync(folder), account, 1) ? null : folder);
};
