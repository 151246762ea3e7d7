import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { buildAgency, spineFor } from '../apps/server/src/agency/people-test-kit.ts';
import { migrate } from '../apps/server/src/platform/database/migrate.ts';
import { newId } from '../apps/server/src/platform/database/new-id.ts';
import { type Connection, openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { openEmbeddedPostgres } from '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts';
import { openFolderStore } from '../apps/server/src/platform/file/folder-store.ts';
import { openFiles } from '../apps/server/src/platform/file/open-files.ts';
import type { Spine } from '../apps/server/src/platform/spine.ts';
import { anApplication } from '../apps/server/src/request/application-test-kit.ts';
import { limitApplicants, receiveApplicantFiles, submitRequest } from '../apps/server/src/request/index.ts';
import type { Bench, Row } from './bench.ts';
import { middleMean } from './measure.ts';
import { recordStatements, type Statement } from './record-statements.ts';

const callerCounts = [1, 16, 64];
const rounds = 3;
/** Milliseconds a round lasts. */
const roundMs = 1_500;
const attachmentBytes = 100_000;

/** Milliseconds of the clock for one, done by so many callers at a time. */
const take = async (callers: number, work: () => Promise<unknown>): Promise<number> => {
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() - start < roundMs) {
        await work();
        done += 1;
      }
    }),
  );
  return (performance.now() - start) / done;
};

/** A number that no other value is. */
const firstSerial = 7_000_000;

let serial = 0;
const someAddress = (): string => {
  serial += 1;
  return `10.${(serial >> 16) & 255}.${(serial >> 8) & 255}.${serial & 255}`;
};

const submitter = (spine: Spine, agencyId: string, bytes: Uint8Array | null) => async () => {
  await limitApplicants(spine, someAddress());
  // Bytes of its own each time, as different people's files are.
  const files =
    bytes === null
      ? []
      : await receiveApplicantFiles(spine, { requestId: null }, agencyId, [
          { kind: 'attachment', name: '附件.pdf', bytes: ownBytes(bytes) },
        ]);
  return submitRequest(spine, { requestId: null, once: randomUUID() }, anApplication(agencyId), files);
};

const ownBytes = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(16), bytes]);

/**
 * The same rows, bare: what one submission inserts, with ids and numbers of its own each time, by prepared
 * statements. The number is taken from the same locked row; what only reads or changes rows again is left out.
 */
const bareSubmitter = async (
  pool: pg.Pool,
  submit: () => Promise<{ readonly id: string; readonly number: string }>,
  folder: string,
  bytes: Uint8Array | null,
) => {
  const { sent, result } = await recordStatements(submit);
  const inserts = sent.filter(({ text }) => /^\s*(?:insert|with)\b/i.test(text));
  const bucket = inserts.find(({ text }) => text.includes('rate_bucket'));
  const rows = inserts.filter((one) => one !== bucket);
  const ids = new Set(
    rows
      .flatMap(({ values }) => values)
      .filter((value): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)),
  );
  // What was there before it, the agency above all, stays itself.
  const { rows: there } = await pool.query<{ id: string }>('select id::text from agency');
  for (const { id } of there) ids.delete(id);
  const oldSerial = Number(/(\d+)号$/.exec(result.number)?.[1]);
  let turn = 0;
  const run = (client: pg.Pool | pg.PoolClient, index: number, { text }: Statement, values: unknown[]) =>
    client.query({ name: `bare ${bytes?.length ?? 0} ${index}`, text, values });
  return async () => {
    turn += 1;
    if (bytes !== null) {
      const path = join(folder, `bare-${turn}`);
      const file = await open(`${path}.part`, 'w');
      await file.write(ownBytes(bytes));
      await file.sync();
      await file.close();
      await rename(`${path}.part`, path);
    }
    if (bucket) await run(pool, -1, bucket, [randomUUID(), ...bucket.values.slice(1)]);
    const fresh = new Map([...ids].map((id) => [id, newId()]));
    const key = randomUUID();
    let number = 0;
    const own = (value: unknown): unknown => {
      if (value === oldSerial) return number;
      if (typeof value !== 'string') return value;
      if (/^[0-9a-f]{64}$/.test(value)) return key;
      let text = value.replaceAll(`〕${oldSerial}号`, `〕${number}号`);
      for (const [old, id] of fresh) text = text.replaceAll(old, id);
      return text;
    };
    const client = await pool.connect();
    try {
      await client.query('begin');
      for (const [index, statement] of rows.entries()) {
        const { rows: answered } = await run(client, index, statement, statement.values.map(own));
        if (statement.text.includes('taken')) number = (answered[0] as { readonly last: number }).last;
      }
      await client.query('commit');
    } finally {
      client.release();
    }
  };
};

const measure = async (name: string, connection: Connection): Promise<readonly Row[]> => {
  const database = openDatabase(connection);
  await migrate(database.pool);
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-files-'));
  const { spine: plain } = spineFor(database);
  const spine: Spine = {
    ...plain,
    now: () => new Date(),
    files: await openFiles({
      store: openFolderStore(join(folder, 'files')),
      temporaryFolder: join(folder, 'temporary'),
      cipher: plain.cipher,
      algorithm: 'aes',
      scanner: null,
      most: 50 * 1024 * 1024,
    }),
  };
  const agencyId = await buildAgency(spine, { name: '云山区人民政府办公室' });
  await database.pool.query(
    `insert into request_number (agency_id, series, year, last) values ($1, 'registration', $2, ${firstSerial})`,
    [agencyId, spine.now().getFullYear()],
  );
  const result: Row[] = [];
  for (const bytes of [null, randomBytes(attachmentBytes)]) {
    const submit = submitter(spine, agencyId, bytes);
    const bare = await bareSubmitter(database.pool, submit, folder, bytes);
    for (const callers of callerCounts) {
      const took: [number[], number[]] = [[], []];
      await take(callers, submit);
      await take(callers, bare);
      for (let round = 0; round < rounds; round += 1) {
        took[0].push(await take(callers, submit));
        took[1].push(await take(callers, bare));
      }
      const [own, floor] = took.map(middleMean) as [number, number];
      result.push({
        what: `${bytes ? 'with 100 KB' : 'a submission'}, ${callers} at a time, ${name}`,
        measured: own,
        unit: 'ms',
        against: { what: 'the same rows, bare', measured: floor },
        target: { of: 'ratio', most: 2 },
      });
    }
  }
  await database.close();
  await rm(folder, { recursive: true, force: true });
  return result;
};

export const bench: Bench = {
  question:
    'What does an application cost beyond its rows, all to one agency, each durable before it is acknowledged?',
  floor:
    'the same rows inserted by prepared statements in one transaction, its number from the same locked row; the file written and synced',
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
