import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  type Act,
  checkAcknowledged,
  checkActs,
  governmentOf,
  makeActs,
  sendUntilDone,
  signIn,
} from './faults-test-kit.ts';
import { runCommand, startProgram, until } from './running-program.ts';

/** A disk of so many megabytes; null where the system doesn't let us mount one (CI runs as root). */
const mountDisk = (megabytes: number): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const disk = mkdtempSync(join(tmpdir(), 'gongkai-disk-'));
  const options = `size=${megabytes}m,mode=0711`;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0;
  after(() => {
    if (mounted) spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  return mounted ? disk : null;
};

const disk = mountDisk(700);
const small = mountDisk(1);

const fill = (path: string): void => {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  } finally {
    closeSync(file);
  }
};

test('a full disk is said to whoever acts, nothing is there half, and all goes on when there is space again', {
  skip: disk && small ? false : '这项测试要挂载一个小磁盘，需要 Linux 上的 root，已跳过',
}, async () => {
  assert.ok(disk && small);
  const folder = join(disk, 'data');
  const env = { GONGKAI_DATA: folder };
  const program = await startProgram(env);
  const cookie = await signIn(program.url, 'sysadmin');
  const government = await governmentOf(folder);
  const ballast = join(disk, 'ballast');
  fill(ballast);

  const acts: Act[] = [];
  const refusal = await until('an act is refused', async () => {
    const [act] = makeActs(1, `满${acts.length}`);
    assert.ok(act);
    acts.push(act);
    const answer = await fetch(`${program.url}/api/agencies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'idempotency-key': act.key },
      body: JSON.stringify({
        parentId: government,
        kind: 'department',
        name: act.name,
        shortName: act.name,
        regionCode: '990101',
        // Long, so that the table grows soon.
        address: '云山路'.repeat(60),
      }),
    });
    const body = (await answer.json()) as { id?: string; code?: string; message?: string };
    if (answer.status === 200 && body.id) act.acknowledged = body.id;
    return answer.status === 200 ? undefined : { status: answer.status, ...body };
  });
  assert.ok([503, 507].includes(refusal.status), JSON.stringify(refusal));
  assert.match(refusal.message ?? '', /没有保存/);
  const ready = await fetch(`${program.url}/healthz/ready`);
  assert.equal(ready.status, 503);
  assert.match(await ready.text(), /磁盘只剩 \d+ MB，请清理/);
  assert.equal(program.child.exitCode, null, 'the program lives');

  rmSync(ballast);
  await sendUntilDone(program.url, cookie, government, acts);
  await checkAcknowledged(folder, acts);
  await checkActs(folder, acts);
  await until('it says that it is well again', async () =>
    (await fetch(`${program.url}/healthz/ready`)).status === 200 ? true : undefined,
  );

  // A backup onto a full disk leaves nothing; the one there is room for is whole.
  fill(join(small, 'ballast'));
  const refused = await runCommand(['backup', '--to', join(small, 'backup.tar.gz')], env);
  assert.equal(refused.code, 1, refused.output);
  assert.match(refused.output, /磁盘已满，备份没有做成；没有留下残缺的文件/);
  assert.deepEqual(readdirSync(small), ['ballast']);
  const made = await runCommand(['backup', '--to', join(disk, 'backup.tar.gz')], env);
  assert.equal(made.code, 0, made.output);

  const verified = await runCommand(['audit', 'verify'], env);
  assert.equal(verified.code, 0, verified.output);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});
