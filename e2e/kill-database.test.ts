import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checkActs,
  governmentOf,
  makeActs,
  makeDataFolder,
  postmasterOf,
  prepareDistrict,
  send,
  sendUntilDone,
  signIn,
} from './faults-test-kit.ts';
import { runCommand, startProgram, until } from './running-program.ts';

const rounds = 20;
const concurrent = 200;

test(`the program's database killed in the middle of ${concurrent} acts, ${rounds} times: it comes back by itself and nothing acknowledged is lost`, async () => {
  const folder = await makeDataFolder();
  const env = { GONGKAI_DATA: folder };
  await prepareDistrict(env);
  const program = await startProgram(env);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(folder);
  for (let round = 0; round < rounds; round += 1) {
    const acts = makeActs(concurrent, `乙${round}`);
    let acknowledged = 0;
    let killed = false;
    const killAt = Math.floor((round / rounds) * concurrent * 0.95);
    const postmaster = await postmasterOf(folder);
    const kill = (): void => {
      if (killed) return;
      killed = true;
      process.kill(postmaster, 'SIGKILL');
    };
    const statuses = await Promise.all(
      acts.map(async (act) => {
        const status = await send(program.url, cookie, government, act);
        if (act.acknowledged !== null) acknowledged += 1;
        if (acknowledged >= killAt) kill();
        return status;
      }),
    );
    for (const status of statuses)
      assert.ok([200, 503].includes(status), `an answer that says what happened, not ${status}`);
    await sendUntilDone(program.url, cookie, government, acts);
    await checkActs(folder, acts);
  }
  await until('the program says that it is well', async () =>
    (await fetch(`${program.url}/healthz/ready`)).status === 200 ? true : undefined,
  );
  const { code, output } = await runCommand(['audit', 'verify'], env);
  assert.equal(code, 0, output);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});
