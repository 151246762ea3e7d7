import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { demonstrationPassword, setUpDemonstration } from '../apps/server/src/demonstration/index.ts';
import { type OpenedSpine, openSpine } from '../apps/server/src/open-spine.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { findRunningPostgres } from '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts';
import { until } from './running-program.ts';

/** A data folder of a district of its own; gone after the tests. */
export const makeDataFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai faults 故障-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** The system opened by the test itself, beside running programs or before the first, without serving anything. */
export const openBeside = (env: Readonly<Record<string, string>>): Promise<OpenedSpine> =>
  openSpine(readConfig(env, 1), { isBeside: true });

/** The demonstration district in a database or data folder that is still empty. */
export const prepareDistrict = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const opened = await openBeside(env);
  try {
    await setUpDemonstration(opened.spine);
  } finally {
    await opened.close();
  }
};

/** One writing use case as a client sends it; the key makes a second sending the same act. */
export interface Act {
  readonly key: string;
  readonly name: string;
  /** The agency's id, once the program has acknowledged it. */
  acknowledged: string | null;
}

export const makeActs = (count: number, round: string): readonly Act[] =>
  Array.from({ length: count }, (_, index) => ({
    key: randomUUID(),
    name: `云山区第${round}-${index}服务中心`,
    acknowledged: null,
  }));

/** The cookie of the demonstration's system administrator, who may create agencies. */
export const signIn = async (url: string, username: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demonstrationPassword }),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
};

/** Sends an act; whatever isn't an answer of success leaves it unacknowledged. */
export const send = async (url: string, cookie: string, parentId: string, act: Act): Promise<number> => {
  try {
    const answer = await fetch(`${url}/api/agencies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': act.key },
      body: JSON.stringify({
        parentId,
        kind: 'department',
        name: act.name,
        shortName: act.name.slice(3),
        regionCode: '990101',
      }),
    });
    const body = (await answer.json()) as { readonly id?: string };
    if (answer.status === 200 && body.id) act.acknowledged = body.id;
    return answer.status;
  } catch {
    return 0;
  }
};

/** Sends acts again until each is acknowledged, as clients do that got no answer: all at once as soon as one works. */
export const sendUntilDone = async (
  url: string,
  cookie: string,
  parentId: string,
  acts: readonly Act[],
): Promise<void> => {
  for (;;) {
    const [first, ...others] = acts.filter(({ acknowledged }) => acknowledged === null);
    if (!first) return;
    await until(`the act ${first.name} is acknowledged`, async () => {
      await send(url, cookie, parentId, first);
      return first.acknowledged ?? undefined;
    });
    await Promise.all(others.map((act) => send(url, cookie, parentId, act)));
  }
};

/** Asks the database past the program: a server's by its address, else the one that runs on the data folder. */
export const ask = async <Row extends pg.QueryResultRow>(
  place: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const connection = place.startsWith('postgres:') ? place : findRunningPostgres(place);
  assert.ok(connection, 'the database runs');
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** The process of the postmaster: the parent of whoever answers. */
export const postmasterOf = async (folder: string): Promise<number> => {
  const connection = findRunningPostgres(folder);
  assert.ok(connection, 'the database runs');
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(rows[0]?.pid)], { encoding: 'utf8' });
    return Number(stdout.trim());
  } finally {
    await client.end();
  }
};

/** Every act is there once with its one event, under the id that was acknowledged; nothing else of its kind is there. */
export const checkActs = async (place: string, acts: readonly Act[]): Promise<void> => {
  const rows = await ask<{ id: string; name: string; events: number }>(
    place,
    `select a.id, a.name, count(e.id)::int as events from agency a
     left join event e on e.kind = 'agency_created' and e.subject_id = a.id::text
     where a.name = any($1) group by a.id, a.name`,
    [acts.map(({ name }) => name)],
  );
  assert.equal(rows.length, acts.length, 'as many agencies as acts');
  for (const row of rows) {
    assert.equal(row.events, 1, `${row.name} has one event`);
    assert.equal(acts.find(({ name }) => name === row.name)?.acknowledged, row.id);
  }
  const [orphans] = await ask<{ count: number }>(
    place,
    `select count(*)::int as count from event e where e.kind = 'agency_created'
     and not exists (select 1 from agency a where a.id::text = e.subject_id)`,
  );
  assert.equal(orphans?.count, 0, 'no event without its agency');
};

/** The acts that were acknowledged so far are there, each with its event. */
export const checkAcknowledged = async (place: string, acts: readonly Act[]): Promise<void> => {
  const done = acts.filter(({ acknowledged }) => acknowledged !== null);
  const rows = await ask<{ id: string }>(
    place,
    `select a.id from agency a join event e on e.kind = 'agency_created' and e.subject_id = a.id::text where a.id = any($1::uuid[])`,
    [done.map(({ acknowledged }) => acknowledged)],
  );
  assert.equal(rows.length, done.length);
};

export const governmentOf = async (place: string): Promise<string> => {
  const [row] = await ask<{ id: string }>(place, `select id from agency where parent_id is null`);
  assert.ok(row);
  return row.id;
};
