import assert from 'node:assert/strict';
import { closeSync, existsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBoundedLog } from './bounded-log.ts';
import { makeFolder } from './embedded-postgres-test-kit.ts';

test('a log past ten megabytes is set aside, and who holds it open goes on writing at its beginning', () => {
  const place = { log: join(makeFolder(), 'logs', 'postgres.log'), owner: null };
  const first = openBoundedLog(place);
  const writer = first.open();
  writeSync(writer, Buffer.alloc((10 << 20) + 1, 'x'));
  first.close();

  const second = openBoundedLog(place);
  assert.equal(second.length(), 0);
  assert.equal(statSync(`${place.log}.1`).size, (10 << 20) + 1);
  writeSync(writer, 'LOG:  ready\n');
  assert.equal(second.since(0), 'LOG:  ready\n');
  second.close();
  closeSync(writer);
});

test('a short log stays whole', () => {
  const place = { log: join(makeFolder(), 'logs', 'postgres.log'), owner: null };
  const log = openBoundedLog(place);
  const writer = log.open();
  writeSync(writer, 'one\ntwo\n');
  closeSync(writer);
  log.close();
  const again = openBoundedLog(place);
  assert.equal(again.since(4), 'two\n');
  assert.equal(existsSync(`${place.log}.1`), false);
  again.close();
});
