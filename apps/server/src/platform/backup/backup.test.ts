import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { migrate } from '../database/migrate.ts';
import { newId } from '../database/new-id.ts';
import type { Database } from '../database/open-database.ts';
import { BackupError } from './backup-error.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import type { StoredBytes } from './stored-bytes.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'));
after(() => rm(folder, { recursive: true, force: true }));

const buildStore = (): StoredBytes & { readonly held: Map<string, Buffer> } => {
  const held = new Map<string, Buffer>();
  return {
    held,
    open: async (sha256) => Readable.from([held.get(sha256) as Buffer]),
    put: async (sha256, _isEncrypted, bytes) => {
      const parts: Buffer[] = [];
      for await (const part of bytes) parts.push(part as Buffer);
      held.set(sha256, Buffer.concat(parts));
    },
  };
};

const fill = async ({ db }: Database, store: ReturnType<typeof buildStore>): Promise<void> => {
  for (let index = 0; index < 300; index += 1)
    await db
      .insertInto('event')
      .values({
        kind: 'agency_changed',
        agency_id: null,
        actor_kind: 'system',
        actor_id: null,
        post_id: null,
        subject_kind: 'agency',
        subject_id: String(index),
        article: null,
        request_id: null,
        data: JSON.stringify({ words: '制表符\t换行\n反斜杠\\', empty: '', none: null, index }),
      })
      .execute();
  // A child stands before its parent: rows may refer to later rows of their own table.
  const [parent, child] = [newId(), newId()];
  const agency = { kind: 'department', region_code: '990101', short_name: '甲' } as const;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('agency')
      .values({ ...agency, id: parent, name: '云山区人民政府' })
      .execute();
    await trx
      .insertInto('agency')
      .values({ ...agency, id: child, name: '云山区教育局', parent_id: parent })
      .execute();
  });
  const bytes = Buffer.from('附件的内容');
  const sha256 = createHash('sha256').update(bytes).digest();
  store.held.set(sha256.toString('hex'), bytes);
  await db
    .insertInto('file')
    .values({
      id: newId(),
      agency_id: null,
      sha256,
      size: bytes.length,
      media_type: 'text/plain',
      name: Buffer.from('甲'),
      is_encrypted: false,
    })
    .execute();
};

const everything = async ({ pool }: Database): Promise<string> => {
  const parts: string[] = [];
  for (const name of ['event', 'agency', 'file', 'event_chain_head'])
    parts.push(
      (
        await pool.query(
          `select coalesce(string_agg((to_jsonb(t) - 'xid' - 'sealed_before')::text, E'\\n' order by to_jsonb(t)::text), '') as all from "${name}" t`,
        )
      ).rows[0].all,
    );
  return parts.join('\n');
};

const source = await openTestDatabase();
const sourceStore = buildStore();
await fill(source, sourceStore);
const path = join(folder, '备份 一.tar.gz');
await makeBackup({ pool: source.pool, bytes: sourceStore, keyFingerprint: 'k', path, now: new Date() });

test('everything stands in a restored database as it stood, and new events go on counting', async () => {
  const target = await openTestDatabase({ migrated: false });
  const store = buildStore();
  const result = await restoreBackup({ pool: target.pool, bytes: store, keyFingerprint: 'k', path });
  assert.equal(result.files, 1);
  assert.equal(await everything(target), await everything(source));
  assert.deepEqual([...store.held], [...sourceStore.held]);
  assert.deepEqual(await migrate(target.pool), [], 'no migration is missing');
  await target.pool.query(
    "insert into event (kind, actor_kind, subject_kind, subject_id) values ('x', 'system', 'x', 'x')",
  );
  const { rows } = await target.pool.query('select count(distinct id) as ids, count(*) as all from event');
  assert.deepEqual(rows[0], { ids: 301, all: 301 });
});

test('a backup is the state of one instant while others go on writing', async () => {
  let writing = true;
  const writer = (async () => {
    while (writing) {
      const id = newId();
      await source.db.transaction().execute(async (trx) => {
        // Two rows that belong together: a backup never has one of them alone.
        await trx
          .insertInto('setting')
          .values({ name: `a-${id}`, value: '1' })
          .execute();
        await trx
          .insertInto('notification')
          .values({ id, person_id: id, kind: 'x', text: 'x', link: null, read_at: null })
          .execute();
      });
    }
  })();
  const live = join(folder, 'live.tar.gz');
  await makeBackup({
    pool: source.pool,
    bytes: sourceStore,
    keyFingerprint: 'k',
    path: live,
    now: new Date(),
  });
  writing = false;
  await writer;
  const target = await openTestDatabase({ migrated: false });
  await restoreBackup({ pool: target.pool, bytes: buildStore(), keyFingerprint: 'k', path: live });
  const { rows } = await target.pool.query(
    "select (select count(*) from setting where name like 'a-%') as settings, (select count(*) from notification) as notifications",
  );
  assert.equal(rows[0].settings, rows[0].notifications);
});

test('a backup cut off anywhere is refused and leaves the database empty', async () => {
  const whole = await readFile(path);
  for (const share of [0, 0.1, 0.5, 0.9, 0.999]) {
    const cut = join(folder, 'cut.tar.gz');
    await writeFile(cut, whole.subarray(0, Math.floor(whole.length * share)));
    const target = await openTestDatabase({ migrated: false });
    await assert.rejects(
      restoreBackup({ pool: target.pool, bytes: buildStore(), keyFingerprint: 'k', path: cut }),
      BackupError,
      `cut at ${share}`,
    );
    const { rows } = await target.pool.query("select 1 from pg_tables where schemaname = 'public'");
    assert.equal(rows.length, 0);
  }
});

test('a database that holds something is never restored over', async () => {
  await assert.rejects(
    restoreBackup({ pool: source.pool, bytes: buildStore(), keyFingerprint: 'k', path }),
    /不是空的/,
  );
});

test('a backup is refused where the key is another one: nobody finds out years later', async () => {
  const target = await openTestDatabase({ migrated: false });
  await assert.rejects(
    restoreBackup({ pool: target.pool, bytes: buildStore(), keyFingerprint: 'other', path }),
    /另一个密钥/,
  );
});

test('a backup that cannot be written says where and leaves nothing behind', async () => {
  const nowhere = join(folder, 'no', 'such', 'folder.tar.gz');
  await assert.rejects(
    makeBackup({
      pool: source.pool,
      bytes: sourceStore,
      keyFingerprint: 'k',
      path: nowhere,
      now: new Date(),
    }),
    (error: Error) => error instanceof BackupError && error.message.includes(nowhere),
  );
});

test('a backup can be read by nobody but its owner', {
  skip: process.platform === 'win32' && 'Windows keeps rights elsewhere',
}, async () => {
  assert.equal((await stat(path)).mode & 0o077, 0);
});
