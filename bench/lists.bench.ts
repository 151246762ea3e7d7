import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { Caller } from '../apps/server/src/agency/index.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { type Connection, openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { openEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts';
import { createCipher } from '../apps/server/src/platform/secret/cipher.ts';
import type { Spine } from '../apps/server/src/platform/spine.ts';
import {
  countRequests,
  findAlike,
  listRequests,
  listSimilar,
  readRequest,
} from '../apps/server/src/request/index.ts';
import { listRequestsSchema } from '../packages/contract/src/index.ts';
import type { Bench, Row } from './bench.ts';
import { fillRequests } from './fill-requests.ts';
import { recordStatements } from './record-statements.ts';

const requests = Number(process.env.LIST_REQUESTS ?? 1_000_000);
const times = 150;

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

interface Subject {
  readonly what: string;
  readonly times?: number;
  /** Once, differently each time. */
  readonly work: (turn: number) => Promise<unknown>;
  /** Which of its statements reads what is shown; absent: all of them, one after the other. */
  readonly main?: (text: string) => boolean;
  readonly target?: number;
}

const measure = async (
  pool: pg.Pool,
  { what, work, main, target, times: turns = times }: Subject,
): Promise<readonly Row[]> => {
  const took: [number[], number[]] = [[], []];
  for (let turn = -20; turn < turns; turn += 1) {
    const { sent: all } = await recordStatements(() => work(turn + 20));
    const sent = all.filter(({ text }) => main === undefined || main(text));
    const bare = async () => {
      for (const { text, values } of sent) await pool.query(text, values);
    };
    const own = () => work(turn + 20);
    if (turn === -20 && process.env.LIST_EXPLAIN)
      for (const { text, values } of sent) {
        const { rows } = await pool.query(`explain (analyze, buffers) ${text}`, values);
        console.log(`\n-- ${what}\n${text}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
      }
    // Both find the pages where recording left them; who comes first changes by turns.
    const [first, second] = turn % 2 === 0 ? [own, bare] : [bare, own];
    const [one, other] = [await timed(first), await timed(second)];
    if (turn < 0) continue;
    took[0].push(turn % 2 === 0 ? one : other);
    took[1].push(turn % 2 === 0 ? other : one);
  }
  return (
    [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const
  ).map(([name, share]) => ({
    what: `${what}, ${name}`,
    measured: percentile(took[0], share),
    unit: 'ms' as const,
    against: { what: 'bare', measured: percentile(took[1], share) },
    ...(name === 'p99' && target !== undefined && { target: { of: 'ratio' as const, most: target } }),
  }));
};

const subjectsOf = async (spine: Spine, caller: Caller, agencyId: string): Promise<readonly Subject[]> => {
  const { rows } = await spine.database.pool.query<{ id: string; due_on: string | null }>(
    `select id, due_on from request where agency_id = $1 and waiting is not null order by md5(id::text) limit 1000`,
    [agencyId],
  );
  const at = (turn: number) => rows[turn % rows.length]!;
  const list = (asked: object) =>
    listRequests(spine, caller, listRequestsSchema.parse({ agencyId, ...asked }));
  const main = (text: string): boolean => /from request/.test(text);
  const words = ['征地补偿', '水库除险加固设计', '李', '清水街道', '旧城改造规划 会议纪要', '龙凤镇'].filter(
    (word) => word.length > 1,
  );
  const target = 5;
  return [
    { what: 'first page, newest, 30', work: () => list({ size: 30 }), main, target },
    {
      what: 'any page of 200, open, due first',
      work: (turn) =>
        list({
          open: 'true',
          order: 'due',
          size: 200,
          after: `${at(turn).due_on ?? 'infinity'}_${at(turn).id}`,
        }),
      main,
      target,
    },
    {
      what: 'due within three working days, 30',
      work: () => list({ due: 'soon', order: 'due', size: 30 }),
      main,
      target,
    },
    {
      what: 'waiting for the reviewer, newest, 30',
      work: (turn) => list({ waiting: 'reviewer', size: 30, after: at(turn).id }),
      main,
      target,
    },
    {
      what: 'assigned to me, due first, 30',
      work: () => list({ mine: 'assigned', order: 'due', size: 30 }),
      main,
      target,
    },
    { what: 'counts of 10,000 open', work: () => countRequests(spine, caller, agencyId), main, target },
    { what: 'search, 30', work: (turn) => list({ q: words[turn % words.length], size: 30 }), main, target },
    { what: 'a case', work: (turn) => readRequest(spine, caller, at(turn).id), target },
    {
      what: 'what is alike, while registering',
      work: async (turn) =>
        findAlike(spine, {
          agencyId,
          identity: null,
          phone: null,
          name: null,
          content: {
            description: `申请公开2023年${words[turn % words.length]}及其批复文件，包括部门预算明细`,
          },
        }),
      times: 100,
    },
    {
      what: 'groups by article 44 of 50,000',
      work: () => listSimilar(spine, caller, { agencyId, least: 3 }),
      times: 10,
    },
  ];
};

const measureAt = async (connection: Connection): Promise<readonly Row[]> => {
  const database = openDatabase(connection, 4);
  await migrate(database.pool);
  const cipher = createCipher(randomBytes(32));
  const unused = () => {
    throw new Error('lists use neither jobs nor files');
  };
  const spine: Spine = {
    database,
    db: database.db,
    now: () => new Date('2026-03-16T01:00:00Z'),
    cipher,
    jobs: { enqueue: unused },
    files: { keep: unused, receive: unused, describe: unused, read: unused, open: unused },
  };
  const { agencyId, officerId } = await fillRequests(connection, cipher, requests);
  const caller: Caller = {
    actor: { kind: 'person', id: officerId, postId: null },
    agencyId,
    name: '经办人',
    held: [{ role: 'officer', agencyId }],
    scopes: null,
    requestId: null,
  };
  const rows: Row[] = [];
  for (const subject of await subjectsOf(spine, caller, agencyId))
    rows.push(...(await measure(database.pool, subject)));
  await database.close();
  return rows;
};

export const bench: Bench = {
  question: `What do work list, counts, search and case page cost with ${requests} applications, 10,000 of them open at one agency?`,
  floor: 'the statements that they send, sent bare, in the same run',
  run: async () => {
    const url = process.env.BENCH_DATABASE_URL;
    if (url) return measureAt({ connectionString: url });
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
    const embedded = await openEmbeddedPostgres(folder);
    try {
      return await measureAt(embedded.connection);
    } finally {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
