import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client, type QueryResultRow } from 'pg';
import { DatabaseError } from './database-error.ts';
import type { Connection } from './embedded-postgres.ts';
import type { Account } from './find-account.ts';
import { untilOrLate } from './until.ts';

export const isRoot = process.getuid?.() === 0;

/** A folder that is gone after the tests of the file. */
export const makeFolder = (mode = 0o700): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-postgres-'));
  chmodSync(folder, mode);
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** What `assert.rejects` holds an error against: its code, and words of its message. */
export const refusal = (code: string, pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof DatabaseError, String(error));
  assert.equal(error.code, code);
  assert.match(error.message, pattern);
  return true;
};

/** Runs one statement on a connection of its own. */
export const query = async <Row extends QueryResultRow>(
  connection: Connection,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** Runs one statement as soon as PostgreSQL takes connections again. */
export const queryWhenBack = async <Row extends QueryResultRow>(
  connection: Connection,
  text: string,
): Promise<Row[]> => {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      return await query<Row>(connection, text);
    } catch (error) {
      if (Date.now() > end) throw error;
      await untilOrLate(() => false, 20);
    }
  }
};

/** A running acknowledging-program. */
export interface Program {
  readonly child: ChildProcess;
  /** All that it has said, by line. */
  readonly said: readonly string[];
  /** The greatest row that was acknowledged to it; 0 before the first. */
  readonly acknowledged: () => number;
  /** Waits until it has said a line that begins with one of these; the line. */
  readonly says: (...starts: string[]) => Promise<string>;
  readonly exited: Promise<void>;
}

/** Starts the acknowledging-program on a data folder, as another account when one is given. */
export const startProgram = (folder: string, account?: Account): Program => {
  const script = fileURLToPath(new URL('./acknowledging-program.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const said: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => said.push(line));
  const exited = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  after(() => child.kill('SIGKILL'));
  const says = async (...starts: string[]): Promise<string> => {
    const find = (): string | undefined =>
      said.find((line) => starts.some((start) => line.startsWith(start)));
    if (await untilOrLate(() => find() !== undefined || child.exitCode !== null, 60_000)) {
      const found = find();
      if (found) return found;
    }
    throw new Error(`the program did not say "${starts.join()}" but ${JSON.stringify(said.slice(-3))}`);
  };
  const acknowledged = (): number => Number(said.findLast((line) => line.startsWith('row '))?.slice(4) ?? 0);
  return { child, said, acknowledged, says, exited };
};

/** The watchdog of a program, found among the processes by its parent (Linux). */
export const watchdogOf = (program: number): number | undefined => {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
      if (parent === program && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('watchdog.mjs'))
        return Number(name);
    } catch {
      // It ended meanwhile.
    }
  }
  return undefined;
};
