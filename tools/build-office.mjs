/**
 * Builds the office (办公端) into apps/office/dist, unless what is there was built from the same sources: `npm start`
 * and `npm test` call it first. The finished build is moved into place whole, so that two runs at a time don't mix.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const office = join(root, 'apps', 'office');
const finished = join(office, 'dist');
const stampFile = join(finished, 'built-from');

/** What the build is made of: a change in any of it asks for a new one. */
const sources = [
  'apps/office/index.html',
  'apps/office/*.ts',
  'apps/office/package.json',
  'apps/office/src/**/*',
  'packages/contract/src/**/*.ts',
  'packages/reply-document/src/write/html/html-style.ts',
  'package-lock.json',
];

const stampOf = () => {
  const hash = createHash('sha256');
  for (const file of sources
    .flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort())
    hash
      .update(`${file.slice(root.length)}\n`)
      .update(readFileSync(file))
      .update('\n');
  return hash.digest('hex');
};

const stamp = stampOf();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  const started = performance.now();
  const { build } = await import('vite');
  const outDir = join(office, `dist-${process.pid}`);
  try {
    await build({ root: office, logLevel: 'error', build: { outDir, emptyOutDir: true } });
    writeFileSync(join(outDir, 'built-from'), stamp);
    rmSync(finished, { recursive: true, force: true });
    renameSync(outDir, finished);
  } catch (error) {
    console.error(`办公端没有构建成功：${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
  if (!process.exitCode)
    console.error(`办公端已重新构建，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
}
