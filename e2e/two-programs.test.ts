import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMail } from '../apps/server/src/platform/mail/queue-mail.ts';
import { needs } from '../tools/system-package.ts';
import {
  ask,
  checkAcknowledged,
  checkActs,
  governmentOf,
  makeActs,
  makeDataFolder,
  openBeside,
  prepareDistrict,
  send,
  sendUntilDone,
  signIn,
} from './faults-test-kit.ts';
import { openMailServer } from './mail-server-kit.ts';
import { type RunningProgram, runCommand, startProgram, until } from './running-program.ts';
import { createDatabase, openServerPostgres } from './server-postgres-kit.ts';

const stateOf = async (program: RunningProgram, cookie: string): Promise<string> => {
  const answer = await fetch(`${program.url}/api/session`, { headers: { cookie } });
  return ((await answer.json()) as { state: string }).state;
};

test('two programs on one database server are one system', { skip: needs('postgres') }, async (t) => {
  const postgres = await openServerPostgres();
  const mail = await openMailServer();
  const DATABASE_URL = await createDatabase(postgres.url);
  const env = {
    GONGKAI_DATA: await makeDataFolder(),
    DATABASE_URL,
    GONGKAI_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  };
  await prepareDistrict(env);
  let [left, right] = await Promise.all([startProgram(env), startProgram(env)]);
  const government = await governmentOf(DATABASE_URL);

  await t.test('who signs in at one is signed in at the other, and signed out at both', async () => {
    const cookie = await signIn(left.url, 'sysadmin');
    assert.equal(await stateOf(right, cookie), 'ready');
    assert.equal(
      (await fetch(`${right.url}/api/session`, { method: 'DELETE', headers: { cookie } })).status,
      200,
    );
    assert.equal(await stateOf(left, cookie), 'signed_out');
    assert.equal(await stateOf(right, cookie), 'signed_out');
  });

  await t.test('a file that one has kept is read by the other', async () => {
    const [one, other] = await Promise.all([openBeside(env), openBeside(env)]);
    const { id } = await one.spine.files.keep(one.spine.db, {
      agencyId: government,
      name: '申请书.txt',
      bytes: Buffer.from('姓名：张三'),
      encrypted: true,
    });
    assert.equal(Buffer.from(await other.spine.files.read(other.spine.db, id)).toString(), '姓名：张三');
    await Promise.all([one.close(), other.close()]);
  });

  await t.test('each job is done once, by either', async () => {
    await ask(
      DATABASE_URL,
      `insert into setting (name, value) values ('operation.mail_sender', '"gongkai@yunshan.example"')`,
    );
    const beside = await openBeside(env);
    const addresses = Array.from({ length: 40 }, (_, index) => `applicant-${index}@example.cn`);
    await Promise.all(
      addresses.map((to) =>
        queueMail(beside.spine, beside.spine.db, { to, subject: '受理通知', text: '已受理。' }),
      ),
    );
    await until('every mail is noted as sent', async () => {
      const [row] = await ask<{ n: number }>(
        DATABASE_URL,
        `select count(*)::int as n from mail where state = 'sent'`,
      );
      return row?.n === addresses.length ? true : undefined;
    });
    assert.deepEqual(mail.received.toSorted(), addresses.toSorted());
    await beside.close();
  });

  await t.test(
    'both killed in the middle of 200 acts and started again, with one chain that verifies',
    async () => {
      const cookie = await signIn(left.url, 'sysadmin');
      const acts = makeActs(200, '双');
      let acknowledged = 0;
      await Promise.all(
        acts.map(async (act, index) => {
          await send((index % 2 === 0 ? left : right).url, cookie, government, act);
          if (act.acknowledged !== null) acknowledged += 1;
          if (acknowledged < 100) return;
          left.child.kill('SIGKILL');
          right.child.kill('SIGKILL');
        }),
      );
      await Promise.all([left.ended, right.ended]);
      [left, right] = await Promise.all([startProgram(env), startProgram(env)]);
      await checkAcknowledged(DATABASE_URL, acts);
      await Promise.all([
        sendUntilDone(left.url, cookie, government, acts.slice(0, 100)),
        sendUntilDone(right.url, cookie, government, acts.slice(100)),
      ]);
      await checkActs(DATABASE_URL, acts);
      await until('both sealers have linked every event', async () => {
        const [row] = await ask<{ n: number }>(
          DATABASE_URL,
          'select count(*)::int as n from event e where not exists (select 1 from event_link l where l.event_id = e.id)',
        );
        return row?.n === 0 ? true : undefined;
      });
      const { code, output } = await runCommand(['audit', 'verify'], env);
      assert.equal(code, 0, output);
    },
  );

  await t.test('tries to sign in are counted by both together', async () => {
    const attempt = async (program: RunningProgram): Promise<number> =>
      (
        await fetch(`${program.url}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username: 'nobody', password: 'Wrong-Password-1' }),
        })
      ).status;
    await ask(DATABASE_URL, `insert into setting (name, value) values ('security.sign_ins_per_minute', '5')`);
    await ask(DATABASE_URL, 'delete from rate_bucket');
    const first = await Promise.all(
      Array.from({ length: 5 }, (_, index) => attempt(index % 2 === 0 ? left : right)),
    );
    assert.deepEqual(first, [401, 401, 401, 401, 401]);
    // A bucket of 5 a minute gets a token back each 12 seconds: of 20 at once, some find none, at either program.
    const further = await Promise.all(
      Array.from({ length: 20 }, (_, index) => attempt(index < 10 ? left : right)),
    );
    assert.ok(further.slice(0, 10).includes(429) && further.slice(10).includes(429));
  });

  for (const program of [left, right]) {
    program.child.kill('SIGTERM');
    assert.equal(await program.ended, 0, program.output());
  }
  await mail.close();
});
