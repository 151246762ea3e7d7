/**
 * Runs the tests: all, or those below the files and folders given.
 * What a test needs of the system (chromium, tesseract …) is its own business: see tools/system-package.ts.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const places = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'));

const everywhere = ['packages', 'apps', 'tools', 'bench', 'e2e'];
const files = (places.length > 0 ? places : everywhere)
  .flatMap((place) =>
    statSync(place).isDirectory()
      ? globSync(`${place}/**/*.test.ts`, { exclude: (path) => path.includes('node_modules') })
      : [place],
  )
  .sort();

if (files.length === 0) {
  console.error(`没有找到测试：${places.join('、')}`);
  process.exit(2);
}

/** Tests that make databases of their own share one embedded PostgreSQL: starting one for each file takes longer than many of the files. */
const openSharedPostgres = async () => {
  const usesDatabase = (file) => /openTest(Database|District|Server)\b/.test(readFileSync(file, 'utf8'));
  if (process.env.GONGKAI_TEST_DATABASE_URL || files.filter(usesDatabase).length < 2) return null;
  const { openEmbeddedPostgres } = await import(
    '../apps/server/src/platform/embedded-postgres/embedded-postgres.ts'
  );
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-tests-'));
  const embedded = await openEmbeddedPostgres(folder, {
    durable: false,
    connections: 50 * availableParallelism(),
  });
  const { host, port, user, password, database } = embedded.connection;
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`,
    close: async () => {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const postgres = await openSharedPostgres();
const child = spawn(
  process.execPath,
  ['--test', `--test-concurrency=${availableParallelism()}`, ...flags, ...files],
  { stdio: 'inherit', env: { ...process.env, ...(postgres && { GONGKAI_TEST_DATABASE_URL: postgres.url }) } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const status = await new Promise((resolve) => child.on('close', resolve));
await postgres?.close();
process.exit(status ?? 1);
