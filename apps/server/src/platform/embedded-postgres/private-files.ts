import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './find-account.ts';

/**
 * Makes a folder that only its owner may enter; one that is there stays as it is. Missing parents are made as anybody
 * makes folders: PostgreSQL's account has to pass them.
 */
export const makePrivateFolder = (path: string, account: Account | null, mode = 0o700): void => {
  mkdirSync(dirname(path), { recursive: true });
  if (mkdirSync(path, { recursive: true, mode }) === undefined) return;
  // The umask may have taken bits away.
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
};

/** What was renamed or made in a folder is still there after a power failure. Windows has no such call. */
export const syncFolder = (path: string): void => {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
};

/**
 * Writes a file of mode 0600 whole or not at all. Root writes into folders that belong to the database's account
 * this way: a link that lies in wait under the name is replaced, never followed.
 */
export const writePrivateFile = (path: string, text: string, account: Account | null): void => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    try {
      writeSync(file, text);
      if (account) fchownSync(file, account.uid, account.gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
};
