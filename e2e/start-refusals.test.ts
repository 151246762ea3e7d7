import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { needs } from '../tools/system-package.ts';
import { ask, makeDataFolder } from './faults-test-kit.ts';
import { runCommand, startProgram } from './running-program.ts';
import { createDatabase, openServerPostgres, query } from './server-postgres-kit.ts';

const serve = ['serve', '--no-demonstration'];

/** What somebody who can't read programs gets: Chinese words that say what to do, and nothing else. */
const assertForPeople = (
  { code, output }: { readonly code: number | null; readonly output: string },
  words: RegExp,
) => {
  assert.equal(code === 1 || code === 2, true, `ended with ${code}: ${output}`);
  assert.match(output, words);
  assert.doesNotMatch(output, /\bat .*\.ts:\d+|Error:|node:internal/, 'no stack trace');
  assert.equal(output.trim().split('\n').length, 1, `one message: ${output}`);
};

test('a start that cannot be says why in one message, and harms nothing', async (t) => {
  const folder = await makeDataFolder();
  const env = { GONGKAI_DATA: folder };
  const program = await startProgram(env, serve);

  await t.test('a second program on the same data folder is refused, the first goes on', async () => {
    assertForPeople(
      await runCommand(serve, { ...env, PORT: '0' }),
      new RegExp(`数据目录.*正由另一个正在运行的程序使用（进程号 ${program.child.pid}）`),
    );
    const { status } = await fetch(`${program.url}/healthz/ready`);
    assert.equal(status, 200);
  });

  await t.test('a port that is taken', async () => {
    const other = await makeDataFolder();
    const { port } = new URL(program.url);
    assertForPeople(
      await runCommand(serve, { GONGKAI_DATA: other, PORT: port }),
      /端口 \d+ 已被占用.*换一个端口/,
    );
  });

  await t.test('a setting that cannot be used', async () => {
    assertForPeople(
      await runCommand(serve, { ...env, DATABASE_URL: 'mysql://root:secret@localhost/gongkai' }),
      /^环境变量 DATABASE_URL 应是以 postgres:\/\/ 或 postgresql:\/\/ 开头的地址。\n$/,
    );
  });

  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);

  const key = join(folder, 'keys', 'column.key');
  const kept = await readFile(key);
  await t.test('a key file that is missing', async () => {
    await rename(key, `${key}.away`);
    assertForPeople(await runCommand(serve, env), /找不到密钥文件 .*column\.key.*请把原密钥文件放回/);
    await rename(`${key}.away`, key);
  });

  await t.test('a key file that is damaged', async () => {
    await writeFile(key, kept.subarray(0, kept.length - 10));
    assertForPeople(await runCommand(serve, env), /密钥文件 .*column\.key 的内容不对.*请.*原来/);
    await writeFile(key, kept);
  });

  await t.test('the key of another system', async () => {
    await writeFile(key, `${randomBytes(32).toString('base64')}\n`);
    assertForPeople(await runCommand(serve, env), /不是这个数据库的密钥/);
    await writeFile(key, kept);
  });

  await t.test('a database that a newer version has upgraded', async () => {
    const again = await startProgram(env, serve);
    await ask(folder, `insert into migration (name, hash) values ('9999-later', 'x')`);
    again.child.kill('SIGTERM');
    await again.ended;
    assertForPeople(await runCommand(serve, env), /更新版本的程序升级过（9999-later）.*请换用新版程序/);
  });
});

test('a database server that cannot be used is told apart by what is wrong with it', {
  skip: needs('postgres'),
}, async (t) => {
  const postgres = await openServerPostgres();
  const url = await createDatabase(postgres.url);
  const folder = await makeDataFolder();
  const start = (databaseUrl: string) =>
    runCommand(serve, { GONGKAI_DATA: folder, DATABASE_URL: databaseUrl });
  const changed = (change: (url: URL) => void): string => {
    const one = new URL(url);
    change(one);
    return one.href;
  };

  await t.test('the password is wrong', async () =>
    assertForPeople(
      await start(
        changed((one) => {
          one.password = 'wrong';
        }),
      ),
      /不接受 DATABASE_URL 里的用户名或密码/,
    ),
  );
  await t.test('there is no such database', async () =>
    assertForPeople(
      await start(
        changed((one) => {
          one.pathname = '/nothing';
        }),
      ),
      /DATABASE_URL 里的数据库不存在/,
    ),
  );
  await t.test('nobody listens there', async () =>
    assertForPeople(
      await start(
        changed((one) => {
          one.port = '1';
        }),
      ),
      /连接不上数据库.*DATABASE_URL/,
    ),
  );
  await t.test('the user may make no tables', async () => {
    await query(postgres.url, `create role reader login password 'r'`);
    const message = await start(
      changed((one) => {
        one.username = 'reader';
        one.password = 'r';
      }),
    );
    assertForPeople(message, /没有建表的权限/);
  });
  const { code, output } = await runCommand(['init'], { GONGKAI_DATA: folder, DATABASE_URL: url });
  assert.equal(code, 2, output);
  assert.match(output, /还需要：\n {2}--government/);
});
