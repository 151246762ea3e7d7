import assert from 'node:assert/strict';
import { test } from 'node:test';
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
import { runCommand, startProgram } from './running-program.ts';

const rounds = 20;
const concurrent = 200;

test(`the program killed in the middle of ${concurrent} acts, ${rounds} times: what was acknowledged is there, once, and the chain verifies`, async () => {
  const folder = await makeDataFolder();
  const env = { GONGKAI_DATA: folder };
  await prepareDistrict(env);
  let program = await startProgram(env);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(folder);
  for (let round = 0; round < rounds; round += 1) {
    const acts = makeActs(concurrent, `甲${round}`);
    let acknowledged = 0;
    // From "none was acknowledged yet" to "almost all were".
    const killAt = Math.floor((round / rounds) * concurrent * 0.95);
    const sent = acts.map(async (act) => {
      await send(program.url, cookie, government, act);
      if (act.acknowledged !== null) acknowledged += 1;
      if (acknowledged >= killAt) program.child.kill('SIGKILL');
    });
    if (killAt === 0) program.child.kill('SIGKILL');
    await Promise.all(sent);
    await program.ended;
    program = await startProgram(env);
    await checkAcknowledged(folder, acts);
    await sendUntilDone(program.url, cookie, government, acts);
    await checkActs(folder, acts);
  }
  const { code, output } = await runCommand(['audit', 'verify'], env);
  assert.equal(code, 0, output);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});
