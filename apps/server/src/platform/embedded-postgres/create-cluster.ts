import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { DatabaseError } from './database-error.ts';
import type { Program } from './find-program.ts';
import { nameOutput } from './name-failure.ts';
import type { Place } from './place-cluster.ts';
import { makePrivateFolder, syncFolder, writePrivateFile } from './private-files.ts';

/** The passwords of a cluster, made up when it was set up and kept in it. */
export interface Passwords {
  /** Of the role `gongkai`, which owns the database. */
  readonly owner: string;
  /** Of the role `postgres`, which may do everything. */
  readonly administrator: string;
}

const passwordFile = 'gongkai-passwords.json';

/**
 * Character types for what doesn't go by ICU; which of these a system knows differs. Without one of UTF-8, pg_trgm
 * would not see Chinese characters as letters.
 */
const characterTypes = process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];

const makePassword = (): string => randomBytes(24).toString('base64url');

/**
 * Sets up the cluster where there is none. It's made under another name and renamed when it's whole, so that a
 * program killed half-way leaves nothing that looks like a database.
 *
 * @throws DatabaseError also when there is one, but of another major version, or not whole
 */
export const createCluster = async (place: Place, program: Program): Promise<void> => {
  removeDrafts(place.home);
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0) return checkCluster(place, program);
  const draft = join(place.home, `${draftPrefix}${randomBytes(6).toString('hex')}`);
  const draftPassword = `${draft}.password`;
  const passwords: Passwords = { owner: makePassword(), administrator: makePassword() };
  try {
    makePrivateFolder(draft, place.account);
    writePrivateFile(draftPassword, passwords.administrator, place.account);
    await initialise(place, program, draft, draftPassword);
    writePrivateFile(join(draft, passwordFile), `${JSON.stringify(passwords)}\n`, place.account);
    renameSync(draft, place.cluster);
    syncFolder(place.home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(draftPassword, { force: true });
  }
};

const draftPrefix = 'postgres.new.';

/**
 * What programs that were killed while they set a cluster up have left. The initdb of one may still be writing into
 * it, which is why every set-up has a name of its own; what doesn't go now goes the next time.
 */
const removeDrafts = (home: string): void => {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(draftPrefix)) continue;
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // In nobody's way.
    }
  }
};

const initialise = async (
  place: Place,
  program: Program,
  folder: string,
  passwordPath: string,
): Promise<void> => {
  let output = '';
  for (const characterType of characterTypes) {
    const { code, text } = await runInitdb(place, program, [
      '-D',
      folder,
      '--username=postgres',
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
      `--lc-ctype=${characterType}`,
      '--text-search-config=simple',
      '--data-checksums',
      ...(place.durable ? [] : ['--no-sync']),
    ]);
    if (code === 0) return;
    output = text;
    if (!/invalid locale/i.test(text)) break;
    // A failed initdb empties the folder behind itself.
  }
  throw nameOutput(output, { folder: place.data, log: place.log });
};

const runInitdb = (
  { account, home }: Place,
  { initdb }: Program,
  options: readonly string[],
): Promise<{ readonly code: number | null; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(initdb, options, {
      cwd: home,
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.once('error', (error) => reject(unusable(initdb, error)));
    child.once('close', (code) => resolve({ code, text }));
  });

/** A program of PostgreSQL's that the system doesn't start at all. */
export const unusable = (program: string, error: Error): DatabaseError =>
  (error as NodeJS.ErrnoException).code === 'EPERM'
    ? new DatabaseError(
        'database.noAccount',
        { detail: '系统不允许本程序换成另一个账户运行 PostgreSQL' },
        error,
      )
    : new DatabaseError('database.programUnusable', { program, detail: error.message }, error);

const checkCluster = ({ data, cluster, log }: Place, { major }: Program): void => {
  for (const needed of ['PG_VERSION', passwordFile, 'global/pg_control'])
    if (!existsSync(join(cluster, needed)))
      throw new DatabaseError('database.damaged', {
        folder: data,
        log,
        detail: `“${cluster}”里缺少 ${needed}`,
      });
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found !== major)
    throw new DatabaseError('database.otherVersion', { folder: data, found, expected: major });
};

/** The passwords of a cluster. */
export const readPasswords = ({ data, cluster, log }: Place): Passwords => {
  const text = readFileSync(join(cluster, passwordFile), 'utf8');
  try {
    const { owner, administrator } = JSON.parse(text) as Partial<Passwords>;
    if (owner && administrator) return { owner, administrator };
  } catch {
    // Told below.
  }
  throw new DatabaseError('database.damaged', { folder: data, log, detail: `${passwordFile} 的内容不对` });
};
