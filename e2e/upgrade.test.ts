import assert from 'node:assert/strict';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from '../apps/server/src/open-store.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { migrate, migrationFolder, readMigrations } from '../apps/server/src/platform/database/migrate.ts';
import { ask, makeDataFolder } from './faults-test-kit.ts';
import { runCommand, startProgram } from './running-program.ts';

/** A data folder as the version before the last migration left it, with something in it. */
const makeEarlier = async (): Promise<string> => {
  const folder = await makeDataFolder();
  const earlier = join(folder, 'migrations');
  await cp(migrationFolder, earlier, { recursive: true });
  const last = (await readdir(earlier)).sort().at(-1);
  assert.ok(last);
  await rm(join(earlier, last));
  const store = await openStore(readConfig({ GONGKAI_DATA: folder }, 1));
  await migrate(store.database.pool, earlier);
  await store.database.pool.query(
    `insert into setting (name, value) values ('site.organiser', '"青山县人民政府办公室"')`,
  );
  await store.close();
  return folder;
};

test('a database of an earlier version is brought up at the start, with what it holds, and a new year is imported into it', async () => {
  const folder = await makeEarlier();
  const env = { GONGKAI_DATA: folder };
  const made = await runCommand(
    [
      ...['init', '--government', '青山县人民政府', '--region', '990201', '--office', '青山县人民政府办公室'],
      ...['--system', '甲一', '--security', '乙二', '--audit', '丙三'],
    ],
    env,
  );
  assert.equal(made.code, 0, made.output);
  const program = await startProgram(env);
  const ready = await fetch(`${program.url}/healthz/ready`);
  assert.equal(ready.status, 200, await ready.text());
  const rows = await ask<{ name: string }>(folder, 'select name from migration order by name');
  assert.deepEqual(
    rows.map(({ name }) => name),
    readMigrations().map(({ name }) => name),
  );
  assert.match(await (await fetch(`${program.url}/`)).text(), /青山县人民政府办公室/);

  const calendar = join(folder, '2027.csv');
  const importing = ['calendar', 'import', calendar, '--year', '2027', '--source', '青山县的测试通知'];
  await writeFile(calendar, '2027-01-01至2027-01-03,放假,元旦\n二月,放假,春节\n');
  const refused = await runCommand(importing, env);
  assert.equal(refused.code, 1);
  assert.match(refused.output, /第 2 行：[\s\S]*没有导入/);
  await writeFile(
    calendar,
    '2027-01-01至2027-01-03,放假,元旦\n2027-02-05至2027-02-11,放假,春节\n2027-02-20,上班\n',
  );
  const imported = await runCommand(importing, env);
  assert.equal(imported.code, 0, imported.output);
  assert.match(imported.output, /已导入 2027 年工作日历：全年 \d+ 个工作日/);
  program.child.kill('SIGTERM');
  assert.equal(await program.ended, 0);
});
