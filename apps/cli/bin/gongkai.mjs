#!/usr/bin/env node
/**
 * The program runs by type stripping. Under an older Node than 24 it starts again on the pinned one, which
 * `npm start` or `npm ci` has installed.
 */
import { spawnSync } from 'node:child_process';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/main.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Same folder as the threads' (packages/report-worker/src/compile-cache.ts).
  module.enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/gongkai', import.meta.url)));
  await import(main.href);
} else {
  const { setUp } = await import('../../../tools/set-up.mjs');
  const { status } = spawnSync(await setUp(), [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
