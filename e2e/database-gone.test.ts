import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMail } from '../apps/server/src/platform/mail/queue-mail.ts';
import { needs } from '../tools/system-package.ts';
import {
  ask,
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
import { runCommand, startProgram, until } from './running-program.ts';
import { createDatabase, openServerPostgres } from './server-postgres-kit.ts';

test('a database server that goes away is said everywhere, nothing is lost, and everything goes on when it is back', {
  skip: needs('postgres'),
}, async () => {
  const postgres = await openServerPostgres();
  const mail = await openMailServer();
  const DATABASE_URL = await createDatabase(postgres.url);
  const env = {
    GONGKAI_DATA: await makeDataFolder(),
    DATABASE_URL,
    GONGKAI_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  };
  await prepareDistrict(env);
  const program = await startProgram(env);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(DATABASE_URL);
  const before = makeActs(5, '前');
  await sendUntilDone(program.url, cookie, government, before);

  await postgres.stop();
  const acts = makeActs(20, '中');
  for (const status of await Promise.all(acts.map((act) => send(program.url, cookie, government, act))))
    assert.equal(status, 503);
  const refused = await fetch(`${program.url}/api/agencies`, { headers: { cookie } });
  assert.equal(refused.status, 503);
  const { code, message } = (await refused.json()) as { code: string; message: string };
  assert.equal(code, 'DATABASE_UNREACHABLE');
  assert.match(message, /数据库暂时连接不上.*没有保存.*请稍后重试/);
  const page = await fetch(`${program.url}/`);
  assert.equal(page.status, 503);
  assert.equal(page.headers.get('retry-after'), '60');
  assert.match(await page.text(), /连接不上数据库[\s\S]*请过几分钟再试/);
  assert.equal((await fetch(`${program.url}/healthz`)).status, 200, 'the program itself runs');
  const unready = await until('the program says that it is not ready', async () => {
    const answer = await fetch(`${program.url}/healthz/ready`);
    return answer.status === 503
      ? ((await answer.json()) as { checks: { name: string; ok: boolean }[] })
      : undefined;
  });
  assert.equal(unready.checks.find(({ name }) => name === 'database')?.ok, false);
  assert.equal(program.child.exitCode, null);

  await postgres.start();
  await sendUntilDone(program.url, cookie, government, acts);
  await checkActs(DATABASE_URL, [...before, ...acts]);
  await until('it is ready again', async () =>
    (await fetch(`${program.url}/healthz/ready`)).status === 200 ? true : undefined,
  );
  assert.equal((await fetch(`${program.url}/`)).status, 200);
  // Jobs go on: a mail asked for now is sent by the program that lost its database.
  const beside = await openBeside({ ...env, GONGKAI_ONLY: 'office' });
  await ask(
    DATABASE_URL,
    `insert into setting (name, value) values ('operation.mail_sender', '"gongkai@yunshan.example"')`,
  );
  await queueMail(beside.spine, beside.spine.db, {
    to: 'li@example.cn',
    subject: '受理通知',
    text: '已受理。',
  });
  await until('the mail is there', () => (mail.received.includes('li@example.cn') ? true : undefined));
  await beside.close();
  const verified = await runCommand(['audit', 'verify'], env);
  assert.equal(verified.code, 0, verified.output);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
  await mail.close();
});
