import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const packaged = '/usr/lib/postgresql';

/** The folder of the system's PostgreSQL programs (Debian keeps them off the PATH); null where there is none. */
export const serverPrograms = (): string | null => {
  if (!existsSync(packaged)) return null;
  const newest = readdirSync(packaged)
    .filter((version) => existsSync(join(packaged, version, 'bin', 'postgres')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(packaged, newest, 'bin');
};

export interface ServerPostgres {
  /** As the superuser `gongkai`, to the database `postgres`. */
  readonly url: string;
  /** Ends it in order; `start` brings it back at the same address. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it at once, as when its machine is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it and removes all that it had. */
  readonly remove: () => Promise<void>;
}

/** PostgreSQL doesn't run as root. */
const accountOf = (name: string): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
};

const isReady = /ready to accept (read-only )?connections/;
const superuser = 'gongkai';
const password = 'gongkai';

/** Makes a fresh cluster, or a replica of the one that runs at an address (streaming; `application_name` replica). */
const makeCluster = (
  programs: string,
  folder: string,
  cluster: string,
  options: object,
  replicaOf: string | undefined,
): void => {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`);
  const initialise = `-D ${cluster} -U ${superuser} -A scram-sha-256 --pwfile ${passwordFile} -E UTF8 --locale=C --no-sync`;
  const made = replicaOf
    ? spawnSync(
        join(programs, 'pg_basebackup'),
        ['-D', cluster, '-R', '-c', 'fast', '-d', `${replicaOf}?application_name=replica`],
        { ...options, encoding: 'utf8' },
      )
    : spawnSync(join(programs, 'initdb'), initialise.split(' '), { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no cluster was made: ${made.stderr}`);
};

/** Starts a PostgreSQL of the system's own on a free port, with a fresh folder: a server as an office has it. */
export const startServerPostgres = async (
  from: { readonly replicaOf?: string } = {},
): Promise<ServerPostgres> => {
  const programs = serverPrograms();
  if (!programs) throw new Error(`no PostgreSQL below ${packaged}`);
  const account = accountOf('postgres');
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-server-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const options = { cwd: folder, ...account };
  const cluster = join(folder, 'cluster');
  makeCluster(programs, folder, cluster, options, from.replicaOf);
  const port = await freePort();

  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn(
      join(programs, 'postgres'),
      // Nothing of it outlives a power failure, so nothing waits for the disk.
      `-D ${cluster} -p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=300 -c fsync=off`.split(
        ' ',
      ),
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const { stderr } = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child?.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      stderr?.on('data', (chunk: Buffer) => {
        if (isReady.test(said)) return;
        said += chunk.toString();
        if (isReady.test(said)) resolve();
      });
    });
    child.removeAllListeners('exit');
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };
  // INT: sessions are ended, what is in memory is written.
  const stop = (): Promise<void> => end('SIGINT');
  await start();
  return {
    url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
    start,
    stop,
    kill: () => end('SIGKILL'),
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
