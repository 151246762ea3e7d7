/**
 * Runs the tests: all, or those below the files and folders given.
 * What a test needs of the system (chromium, tesseract …) is its own business: see tools/system-package.ts.
 */
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

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

const { status } = spawnSync(
  process.execPath,
  ['--test', `--test-concurrency=${availableParallelism()}`, ...flags, ...files],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
