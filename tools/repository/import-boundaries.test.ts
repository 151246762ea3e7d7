import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundaryBreaks, mayImport } from './import-boundaries.ts';
import { filesOf, read } from './repository.ts';

const sources = filesOf(
  'packages/**/*.ts',
  'apps/**/*.{ts,tsx}',
  'bench/**/*.ts',
  'e2e/**/*.ts',
  'tools/**/*.ts',
);

test('every room imports only what ARCHITECTURE.md allows it', () => {
  assert.ok(sources.length > 20, 'the sources were found');
  assert.deepEqual(
    sources.flatMap((path) => boundaryBreaks(path, read(path))),
    [],
  );
});

test('a page that reaches into the engine of another room is refused', () => {
  const path = 'packages/annual-report/src/read/read-report.ts';
  assert.equal(boundaryBreaks(path, "import { x } from '@gongkai/report-worker';").length, 1);
  assert.equal(
    boundaryBreaks('apps/cli/src/read.ts', "export { x } from '../../server/src/report/x.ts';").length,
    1,
  );
  assert.equal(
    boundaryBreaks('apps/server/src/platform/log.ts', "await import('../report/index.ts');").length,
    1,
  );
  assert.equal(
    boundaryBreaks('apps/server/src/report/pages.ts', "import type { A } from '../portal/frame.ts';").length,
    1,
  );
  assert.equal(
    boundaryBreaks('apps/server/src/report/pages.ts', "import type { A } from '../portal/index.ts';").length,
    0,
  );
});

test('the annual report engine and the statute open no file, start no program and talk to no network', () => {
  const forbidden =
    /from ['"](?:node:)?(?:fs|fs\/promises|child_process|http|https|http2|net|dgram|dns|tls|worker_threads|os)['"]|\bfetch\(|\bprocess\.(?!.*never)/;
  const impure = filesOf('packages/annual-report/src/**/*.ts', 'packages/statute/src/**/*.ts')
    .filter((path) => !/\.test\.ts$|-test-kit\.ts$|\/(?:test|fixtures)\//.test(path))
    .filter((path) => forbidden.test(read(path)));
  assert.deepEqual(impure, []);
});

test('ARCHITECTURE.md shows every room of the table', () => {
  const text = read('ARCHITECTURE.md');
  const missing = Object.keys(mayImport).filter((room) => !text.includes(`\`${room}\``));
  assert.deepEqual(missing, []);
});
