import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../tools/system-package.ts';
import {
  checkAcknowledged,
  checkActs,
  governmentOf,
  makeActs,
  makeDataFolder,
  prepareDistrict,
  send,
  sendUntilDone,
  signIn,
} from './faults-test-kit.ts';
import { runCommand, startProgram, until } from './running-program.ts';
import { createDatabase, openServerPostgres, query } from './server-postgres-kit.ts';

test('a database server that is lost for good is replaced by its replica, with everything that was acknowledged', {
  skip: needs('postgres'),
}, async () => {
  const primary = await openServerPostgres();
  const DATABASE_URL = await createDatabase(primary.url);
  const env = { GONGKAI_DATA: await makeDataFolder(), DATABASE_URL };
  await prepareDistrict(env);
  const replica = await openServerPostgres({ replicaOf: primary.url });
  await query(primary.url, "alter system set synchronous_standby_names = 'replica'");
  await query(primary.url, 'select pg_reload_conf()');
  await until('the replica is synchronous', async () => {
    const [row] = await query<{ n: number }>(
      primary.url,
      "select count(*)::int as n from pg_stat_replication where sync_state = 'sync'",
    );
    return row?.n === 1 ? true : undefined;
  });

  const program = await startProgram(env);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(DATABASE_URL);
  const acts = makeActs(100, '备');
  let acknowledged = 0;
  let lost: Promise<void> | undefined;
  await Promise.all(
    acts.map(async (act) => {
      await send(program.url, cookie, government, act);
      if (act.acknowledged !== null) acknowledged += 1;
      if (acknowledged >= 30) lost ??= primary.kill();
    }),
  );
  await lost;
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0, program.output());

  await query(replica.url, 'select pg_promote()');
  const url = new URL(DATABASE_URL);
  url.port = new URL(replica.url).port;
  const after = { ...env, DATABASE_URL: url.href };
  const again = await startProgram(after);
  await checkAcknowledged(url.href, acts);
  await sendUntilDone(again.url, cookie, government, acts);
  await checkActs(url.href, acts);
  const { code, output } = await runCommand(['audit', 'verify'], after);
  assert.equal(code, 0, output);
  again.child.kill('SIGTERM');
  assert.equal(await again.ended, 0, again.output());
});
