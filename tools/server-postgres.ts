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

/** Starts a PostgreSQL of the system's own on a free port, with a fresh folder: a server as an office has it. */
export const startServerPostgres = async (): Promise<ServerPostgres> => {
  const programs = serverPrograms();
  if (!programs) throw new Error(`no PostgreSQL below ${packaged}`);
  const account = accountOf('postgres');
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-server-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const options = { cwd: folder, ...account };
  const cluster = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'gongkai\n');
  const made = spawnSync(
    join(programs, 'initdb'),
    [
      '-D',
      cluster,
      '-U',
      'gongkai',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--pwfile',
      passwordFile,
      '--no-sync',
      '--no-instructions',
    ],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();

  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn(
      join(programs, 'postgres'),
      [
        '-D',
        cluster,
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'max_connections=300',
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const { stderr } = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child?.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      stderr?.on('data', (chunk: Buffer) => {
        if (said.includes('ready to accept connections')) return;
        said += chunk.toString();
        if (said.includes('ready to accept connections')) resolve();
      });
    });
    child.removeAllListeners('exit');
  };
  const stop = async (): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    // INT: sessions are ended, what is in memory is written.
    running.kill('SIGINT');
    await ended;
  };
  await start();
  return {
    url: `postgres://gongkai:gongkai@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
