import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { isRoot, query, queryWhenBack, refusal } from './embedded-postgres-test-kit.ts';
import { untilOrLate } from './until.ts';

/** A disk of 120 MB; null where the system doesn't let us mount one. */
const mountSmallDisk = (): string | null => {
  if (process.platform !== 'linux' || !isRoot) return null;
  const disk = mkdtempSync(join(tmpdir(), 'gongkai-disk-'));
  const remove = (): void => rmSync(disk, { recursive: true, force: true });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk]).status !== 0) {
    remove();
    return null;
  }
  after(() => {
    spawnSync('umount', ['-l', disk]);
    remove();
  });
  chmodSync(disk, 0o711);
  return disk;
};

const disk = mountSmallDisk();
const ballast = join(disk ?? '', 'ballast');

const fillDisk = (megabytes = 200): void => {
  const file = openSync(ballast, 'a');
  const block = Buffer.alloc(64 << 10);
  try {
    for (let written = 0; written < megabytes << 20; written += block.length) writeSync(file, block);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  } finally {
    closeSync(file);
  }
};

test('a full disk is named at set-up, in use and at the start, and nothing acknowledged is lost', {
  skip: disk ? false : 'needs to mount a small disk',
}, async () => {
  const folder = join(disk!, 'data');
  fillDisk(100);
  await assert.rejects(openEmbeddedPostgres(folder), refusal('database.diskFull', /磁盘已满.*腾出/));
  rmSync(ballast);

  const first = await openEmbeddedPostgres(folder);
  await query(first.connection, 'create table row as select 1 as number');
  let exits = 0;
  first.onExit(() => {
    exits += 1;
  });
  fillDisk();
  // Fills the journal, for which there is no room: PostgreSQL gives up.
  const message = "select pg_logical_emit_message(true, 'filler', repeat('x', 1000000))";
  const full = async (): Promise<void> => {
    for (;;) await query(first.administration, message);
  };
  await assert.rejects(full());
  assert.ok(await untilOrLate(() => exits > 0, 60_000));
  rmSync(ballast);
  assert.deepEqual(await queryWhenBack(first.connection, 'select number from row'), [{ number: 1 }]);

  fillDisk();
  await first.stop();
  await assert.rejects(openEmbeddedPostgres(folder), refusal('database.diskFull', /已经保存的数据都在/));
  rmSync(ballast);
  const second = await openEmbeddedPostgres(folder);
  assert.deepEqual(await query(second.connection, 'select number from row'), [{ number: 1 }]);
  await second.stop();
});
