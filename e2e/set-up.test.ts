import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type TOTP, URI } from 'otpauth';
import { makeDataFolder } from './faults-test-kit.ts';
import { type RunningProgram, runCommand, startProgram } from './running-program.ts';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));

/** Name and first password of each administrator, as `gongkai init` printed them. */
const accountsIn = (output: string): readonly { readonly username: string; readonly password: string }[] =>
  [...output.matchAll(/用户名 (\S+) {2}初始密码 (\S+)/g)].map(([, username = '', password = '']) => ({
    username,
    password,
  }));

const call = async (
  program: RunningProgram,
  cookie: string | null,
  path: string,
  body?: unknown,
): Promise<{
  readonly status: number;
  readonly answer: Record<string, unknown>;
  readonly cookie: string;
}> => {
  const response = await fetch(`${program.url}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const set = response.headers.getSetCookie()[0]?.split(';')[0];
  return {
    status: response.status,
    answer: (await response.json()) as Record<string, unknown>,
    cookie: set ?? cookie ?? '',
  };
};

test('a real installation is begun by options; its three administrators come in by their own password and second factor', async () => {
  const env = { GONGKAI_DATA: await makeDataFolder() };
  const command = [
    ...['init', '--government', '青山县人民政府', '--region', '990201', '--office', '青山县人民政府办公室'],
    ...['--system', '甲一', '--security', '乙二', '--audit', '丙三'],
  ];
  const { code, output } = await runCommand(command, env);
  assert.equal(code, 0, output);
  assert.match(output, /密钥文件：.*column\.key。请另存一份/);
  const accounts = accountsIn(output);
  assert.deepEqual(
    accounts.map(({ username }) => username),
    ['sysadmin', 'secadmin', 'auditor'],
  );
  assert.equal(new Set(accounts.map(({ password }) => password)).size, 3, 'each has a password of their own');

  const again = await runCommand(command, env);
  assert.equal(again.code, 1);
  assert.match(again.output, /已经有单位（青山县人民政府），不能再次初始化/);

  const program = await startProgram(env);
  assert.doesNotMatch(program.output(), /演示/, 'a real installation has no demonstration in it');
  for (const [index, { username, password }] of accounts.entries()) {
    const first = await call(program, null, '/session', { username, password });
    assert.equal(first.answer.state, 'must_change_password');
    assert.equal((await call(program, first.cookie, '/agencies')).status, 401, 'nothing but the next step');
    const changed = await call(program, first.cookie, '/me/password', {
      currentPassword: password,
      newPassword: `Mountain-${index}-Lake-7391`,
    });
    assert.equal(changed.answer.state, 'must_enrol_second_factor', JSON.stringify(changed.answer));
    const begun = await call(program, changed.cookie, '/me/second-factor', {});
    const totp = URI.parse(String(begun.answer.uri)) as TOTP;
    const enrolled = await call(program, changed.cookie, '/me/second-factor/confirm', {
      code: totp.generate(),
    });
    assert.equal((enrolled.answer.recoveryCodes as unknown[]).length, 10, JSON.stringify(enrolled.answer));
    assert.equal((await call(program, enrolled.cookie, '/session')).answer.state, 'ready');
  }
  assert.equal(
    (await call(program, null, '/session', accounts[0])).status,
    401,
    'the first password is gone',
  );
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});

test('what the options leave out is asked for on the terminal', {
  skip: process.platform !== 'linux' && 'a terminal of its own needs script(1)',
}, async () => {
  const folder = await makeDataFolder();
  const answers = ['青山县人民政府', '990201', '青山县人民政府办公室', '', '甲一', '乙二'];
  const child = spawn(
    'script',
    ['-qec', `'${process.execPath}' '${main}' init --audit 丙三 --data '${folder}'`, '/dev/null'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let said = '';
  let asked = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    // Each question ends with a colon and waits.
    const questions = said.match(/(?:名称|区划代码|主管部门|姓名)[^\n：]*：/g)?.length ?? 0;
    while (asked < questions && asked < answers.length) {
      child.stdin.write(`${answers[asked]}\n`);
      asked += 1;
    }
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, said);
  assert.equal(asked, answers.length, 'an empty answer is asked for again');
  assert.match(said, /已建立 青山县人民政府 的系统/);
  assert.deepEqual(
    accountsIn(said).map(({ username }) => username),
    ['sysadmin', 'secadmin', 'auditor'],
  );
});
