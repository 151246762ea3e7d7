import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemCatalogue } from '../../packages/annual-report/src/problem.ts';
import { errorsPage } from './errors-page.ts';
import { filesOf, read } from './repository.ts';

test('docs/errors.md is the catalogue of problem codes, neither more nor less', () => {
  assert.equal(read('docs/errors.md'), errorsPage());
});

test('every problem code of the catalogue can really occur', () => {
  const sources = filesOf('packages/**/src/**/*.ts', 'apps/**/src/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts') && path !== 'packages/annual-report/src/problem.ts')
    .map(read)
    .join('\n');
  const unused = Object.keys(problemCatalogue).filter((code) => !sources.includes(`'${code}'`));
  assert.deepEqual(unused, []);
});
