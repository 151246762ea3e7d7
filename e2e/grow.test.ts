import assert from 'node:assert/strict';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
  send,
  sendUntilDone,
  signIn,
} from './faults-test-kit.ts';
import { openMailServer } from './mail-server-kit.ts';
import { runCommand, startProgram, until } from './running-program.ts';
import { createDatabase, openServerPostgres } from './server-postgres-kit.ts';

const done = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> => {
  const { code, output } = await runCommand(args, env);
  assert.equal(code, 0, output);
  return output;
};

/** The key isn't in a backup: it is kept apart, and brought along by hand. */
const bringKey = async (from: string, to: string): Promise<void> => {
  await mkdir(join(to, 'keys'), { recursive: true });
  await copyFile(join(from, 'keys', 'column.key'), join(to, 'keys', 'column.key'));
};

test('a system grows from the embedded database to a server and back, by a backup made while it is written to', {
  skip: needs('postgres'),
}, async () => {
  const mail = await openMailServer();
  const dead = { GONGKAI_SMTP_URL: 'smtp://127.0.0.1:1' };
  const alive = { GONGKAI_SMTP_URL: `smtp://127.0.0.1:${mail.port}` };
  const first = await makeDataFolder();
  const small = { GONGKAI_DATA: first, ...dead };
  const program = await startProgram(small);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(first);
  const acts = makeActs(30, '初');
  await sendUntilDone(program.url, cookie, government, acts);

  // A file, and a mail that waits because the mail server is dead; the program goes on as if nothing were.
  await ask(
    first,
    `insert into setting (name, value) values ('operation.mail_sender', '"gongkai@yunshan.example"')`,
  );
  const beside = await openBeside({ GONGKAI_DATA: first });
  const file = await beside.spine.files.keep(beside.spine.db, {
    agencyId: government,
    name: '申请书.txt',
    bytes: Buffer.from('姓名：张三'),
    encrypted: true,
  });
  await queueMail(beside.spine, beside.spine.db, {
    to: 'li@example.cn',
    subject: '受理通知',
    text: '已受理。',
  });
  await beside.close();
  const [waiting] = await until('the mail was tried', async () => {
    const rows = await ask<{ problem: string | null }>(first, 'select problem from mail where attempts > 0');
    return rows.length > 0 ? rows : undefined;
  });
  assert.equal(waiting?.problem, '邮件服务器连接不上。');
  assert.equal((await fetch(`${program.url}/healthz/ready`)).status, 200);

  const during = makeActs(200, '间');
  const writing = Promise.all(during.map((act) => send(program.url, cookie, government, act)));
  const backup = join(first, '备份 一.tar.gz');
  const said = await done(['backup', '--to', backup], small);
  assert.match(said, /已备份 \d+ 行、1 个附件到 备份 一\.tar\.gz。[\s\S]*备份里没有密钥/);
  await writing;
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);

  const postgres = await openServerPostgres();
  const DATABASE_URL = await createDatabase(postgres.url);
  const second = await makeDataFolder();
  const large = { GONGKAI_DATA: second, DATABASE_URL };
  const refused = await runCommand(['restore', '--from', backup], large);
  assert.equal(refused.code, 1);
  assert.match(refused.output, /找不到密钥文件/);
  await bringKey(first, second);
  assert.match(await done(['restore', '--from', backup], large), /已恢复 \d+ 行、1 个附件。可以启动系统了/);
  const refusedAgain = await runCommand(['restore', '--from', backup], large);
  assert.match(refusedAgain.output, /目标数据库不是空的/);

  const grown = await startProgram({ ...large, ...alive });
  const session = await signIn(grown.url, 'sysadmin');
  await checkActs(DATABASE_URL, acts);
  await until('the mail that waited is sent', () => (mail.received.length > 0 ? true : undefined));
  assert.deepEqual(mail.received, ['li@example.cn']);
  const more = makeActs(10, '大');
  await sendUntilDone(grown.url, session, government, more);
  const readFile = async (env: Readonly<Record<string, string>>): Promise<string> => {
    const opened = await openBeside(env);
    try {
      return Buffer.from(await opened.spine.files.read(opened.spine.db, file.id)).toString();
    } finally {
      await opened.close();
    }
  };
  assert.equal(await readFile(large), '姓名：张三');
  assert.match(await done(['audit', 'verify'], large), /事件链完整/);

  const back = join(second, 'back.tar.gz');
  await done(['backup', '--to', back], large);
  grown.child.kill('SIGTERM');
  assert.equal(await grown.ended, 0);
  const third = await makeDataFolder();
  const again = { GONGKAI_DATA: third };
  await bringKey(second, third);
  await done(['restore', '--from', back], again);
  const returned = await startProgram({ ...again, ...alive });
  await signIn(returned.url, 'minzheng-officer');
  await checkAcknowledged(third, [...acts, ...more]);
  assert.equal(await readFile(again), '姓名：张三');
  const exported = join(third, 'events.jsonl');
  await done(['audit', 'export', '--to', exported], again);
  assert.match(await done(['audit', 'verify', '--file', exported], {}), /事件链完整/);
  returned.child.kill('SIGTERM');
  assert.equal(await returned.ended, 0);
  assert.deepEqual(mail.received, ['li@example.cn'], 'what was sent is not sent again');
  assert.deepEqual(
    (await readdir(first)).filter((name) => name.endsWith('.part')),
    [],
  );
});
