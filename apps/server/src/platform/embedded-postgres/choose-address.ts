import { chmodSync, chownSync, lstatSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { barrierTo } from './find-account.ts';
import type { Place } from './place-cluster.ts';
import { makePrivateFolder } from './private-files.ts';

/** Where PostgreSQL listens: a socket in a folder, on Windows a port of this machine. */
export type Address =
  | { readonly socketFolder: string; readonly temporary: boolean; readonly port: number }
  | { readonly port: number };

/** The system holds a socket's path to 108 bytes, macOS to 104, with the ending zero. */
const longest = 103 - '/.s.PGSQL.5432'.length;

const fits = (folder: string): boolean =>
  Buffer.byteLength(folder) <= longest && !/["\\\p{Cc}]/u.test(folder);

/**
 * Chooses where PostgreSQL listens. The socket's folder is in the data folder when the path is short enough, else a
 * new one under the system's folder for temporary files; only PostgreSQL's account may enter either.
 */
export const chooseAddress = async ({ home, account }: Place): Promise<Address> => {
  if (process.platform === 'win32') return { port: await freePort() };
  const own = join(home, 'postgres-socket');
  if (fits(own)) {
    makePrivateFolder(own, account);
    return { socketFolder: own, temporary: false, port: 5432 };
  }
  const usual = tmpdir();
  const usable = fits(join(usual, 'gongkai-XXXXXX')) && (!account || barrierTo(usual, account) === null);
  const folder = mkdtempSync(join(usable ? usual : '/tmp', 'gongkai-'));
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return { socketFolder: folder, temporary: true, port: 5432 };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Removes a socket and its lock. A killed PostgreSQL leaves both; the lock would be believed for as long as some process has its number. */
export const removeSocket = (folder: string): void => {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(folder, name), { force: true });
};

/** Removes the temporary folder of a socket whose PostgreSQL has ended. */
export const removeSocketFolder = (folder: string, { account }: Place): void => {
  const ours = /^gongkai-\w{6}$/.test(folder.slice(dirname(folder).length + 1));
  if (!ours || (dirname(folder) !== tmpdir() && dirname(folder) !== '/tmp')) return;
  try {
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || stats.uid !== (account?.uid ?? process.getuid?.())) return;
    removeSocket(folder);
    rmdirSync(folder);
  } catch {
    // It's gone already, or holds something that isn't ours: an empty folder in /tmp harms nobody.
  }
};
