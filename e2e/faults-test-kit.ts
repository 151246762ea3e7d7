import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { demonstrationPassword } from '../apps/server/src/demonstration/index.ts';
import { findRunningPostgres } from '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts';
import { until } from './running-program.ts';

/** A data folder of a district of its own; gone after the tests. */
export const makeDataFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai faults 故障-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
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

/** Sends acts again until each is acknowledged, as a client does that got no answer. */
export const sendUntilDone = async (
  url: string,
  cookie: string,
  parentId: string,
  acts: readonly Act[],
): Promise<void> => {
  await Promise.all(
    acts.map((act) =>
      until(`the act ${act.name} is acknowledged`, async () => {
        if (act.acknowledged === null) await send(url, cookie, parentId, act);
        return act.acknowledged ?? undefined;
      }),
    ),
  );
};

/** Asks the program's own PostgreSQL, past the program. */
export const ask = async <Row extends pg.QueryResultRow>(
  folder: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const connection = findRunningPostgres(folder);
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
export const checkActs = async (folder: string, acts: readonly Act[]): Promise<void> => {
  const rows = await ask<{ id: string; name: string; events: number }>(
    folder,
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
    folder,
    `select count(*)::int as count from event e where e.kind = 'agency_created'
     and not exists (select 1 from agency a where a.id::text = e.subject_id)`,
  );
  assert.equal(orphans?.count, 0, 'no event without its agency');
};

/** The acts that were acknowledged so far are there, each with its event. */
export const checkAcknowledged = async (folder: string, acts: readonly Act[]): Promise<void> => {
  const done = acts.filter(({ acknowledged }) => acknowledged !== null);
  const rows = await ask<{ id: string }>(
    folder,
    `select a.id from agency a join event e on e.kind = 'agency_created' and e.subject_id = a.id::text where a.id = any($1::uuid[])`,
    [done.map(({ acknowledged }) => acknowledged)],
  );
  assert.equal(rows.length, done.length);
};

export const governmentOf = async (folder: string): Promise<string> => {
  const [row] = await ask<{ id: string }>(folder, `select id from agency where parent_id is null`);
  assert.ok(row);
  return row.id;
};
