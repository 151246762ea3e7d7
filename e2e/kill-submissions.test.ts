import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, makeDataFolder, openBeside, prepareDistrict } from './faults-test-kit.ts';
import { runCommand, startProgram, until } from './running-program.ts';
import {
  applyUntilDone,
  checkApplications,
  makeVisitors,
  tryToApply,
  type Visitor,
} from './submissions-test-kit.ts';

// What was promised is 20 times 200 (docs/operations.md names the command); with every change a smaller one runs.
const rounds = Number(process.env.KILL_ROUNDS ?? 3);
const concurrent = Number(process.env.KILL_APPLICATIONS ?? 80);

test(`the program killed in the middle of ${concurrent} applications with attachments, ${rounds} times: each that has a receipt is there whole, none half, none twice, and the chain verifies`, async () => {
  const folder = await makeDataFolder();
  const env = { GONGKAI_DATA: folder, GONGKAI_TRUST_PROXY: '1' };
  await prepareDistrict(env);
  let program = await startProgram(env);
  const [office] = await ask<{ id: string }>(folder, `select id from agency where short_name = '区政府办'`);
  assert.ok(office);
  const all: Visitor[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const visitors = makeVisitors(concurrent, round);
    all.push(...visitors);
    let received = 0;
    // From "none has a receipt yet" to "almost all have".
    const killAt = Math.floor((round / rounds) * concurrent * 0.95);
    const sent = visitors.map(async (visitor) => {
      await tryToApply(program.url, office.id, visitor);
      if (visitor.number !== null) received += 1;
      if (received >= killAt) program.child.kill('SIGKILL');
    });
    // In the first round while the files are still coming in.
    if (killAt === 0) {
      await until('a form is taken', () => visitors.find(({ cookie }) => cookie !== null));
      program.child.kill('SIGKILL');
    }
    await Promise.all(sent);
    await program.ended;
    program = await startProgram(env);
    const beside = await openBeside(env);
    try {
      await checkApplications(beside, folder, office.id, all);
      await applyUntilDone(program.url, office.id, visitors);
      assert.equal(await checkApplications(beside, folder, office.id, all), all.length);
    } finally {
      await beside.close();
    }
  }
  const { code, output } = await runCommand(['audit', 'verify'], env);
  assert.equal(code, 0, output);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});
