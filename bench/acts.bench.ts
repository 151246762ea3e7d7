import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '../apps/server/src/platform/act.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { type Connection, openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { openEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts';
import { systemActor } from '../apps/server/src/platform/event/event.ts';
import type { Bench, Row } from './bench.ts';
import { middleMean } from './measure.ts';

const callers = 16;
const each = 3_000;
const rounds = 7;

/** Milliseconds of the clock for one of `each` done by so many callers at a time. */
const take = async (work: () => Promise<unknown>): Promise<number> => {
  let left = each;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left > 0) {
        left -= 1;
        await work();
      }
    }),
  );
  return (performance.now() - start) / each;
};

const measure = async (name: string, connection: Connection): Promise<readonly Row[]> => {
  const { db, pool, close } = openDatabase(connection, callers);
  await migrate(pool);
  const emptyAct = (once?: string) =>
    act({ db, actor: systemActor, now: () => new Date(), once }, async ({ record }) => {
      record({
        kind: 'agency_changed',
        agencyId: null,
        subject: { kind: 'agency', id: '1' },
        data: { sort: 1 },
      });
    });
  const insert = {
    name: 'event',
    text: `insert into event (kind, agency_id, actor_kind, actor_id, post_id, subject_kind, subject_id, article, request_id, data)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: ['agency_changed', null, 'system', null, null, 'agency', '1', null, null, '{"sort":1}'],
  };
  const bareRows = async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(insert);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  let key = 0;
  const keyed = () => {
    key += 1;
    return emptyAct(`bench ${key}`);
  };
  const works = [emptyAct, keyed, bareRows];
  const took: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) took[index]?.push(await take(() => work()));
  await close();
  const [own = 0, once = 0, bare = 0] = took.map(middleMean);
  const against = { what: 'the same row, bare', measured: bare };
  return [
    {
      what: `an empty act with its event, ${name}`,
      measured: own,
      unit: 'ms',
      against,
      target: { of: 'ratio', most: 2 },
    },
    { what: `the same with an Idempotency-Key, ${name}`, measured: once, unit: 'ms', against },
  ];
};

export const bench: Bench = {
  question: `What does a use case cost beyond its rows (${callers} callers at a time, durable commits)?`,
  floor: 'begin, the same event inserted by a prepared statement, commit',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
    const embedded = await openEmbeddedPostgres(folder);
    const rows = [...(await measure('embedded', embedded.connection))];
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
    const url = process.env.BENCH_DATABASE_URL;
    if (url) rows.push(...(await measure('server', { connectionString: url })));
    return rows;
  },
};
