import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseProblems } from '../../apps/server/src/platform/embedded-postgres/database-error.ts';
import { problemCatalogue } from '../../packages/annual-report/src/problem.ts';
import { refusalCodes } from '../../packages/contract/src/index.ts';
import { errorsPage } from './errors-page.ts';
import { filesOf, read } from './repository.ts';

test('docs/errors.md is the catalogues of codes, neither more nor less', () => {
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

const server = filesOf('apps/server/src/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: read(path) }));

/** A refusal's code stands as a literal behind its kind; so do the codes of the API's own answers. */
const thrown = server.flatMap(({ path, text }) => [
  ...[...text.matchAll(/new Refusal\(\s*'[a-z_]+',\s*'([A-Z_]+)'/g)].map((match) => match[1]!),
  ...(path.includes('/platform/api/')
    ? [...text.matchAll(/new ORPCError\(\s*'([A-Z_]+)'|code: '([A-Z_]+)'/g)].map(
        (match) => (match[1] ?? match[2])!,
      )
    : []),
]);

test('every code that the server refuses with stands in the catalogue, and none there is unused', () => {
  assert.deepEqual([...new Set(thrown)].sort(), Object.keys(refusalCodes).sort());
});

test('every code of the embedded database is thrown somewhere', () => {
  const sources = server.filter(({ path }) => !path.endsWith('/database-error.ts')).map(({ text }) => text);
  const unused = Object.keys(databaseProblems).filter(
    (code) => !sources.some((text) => text.includes(`'${code}'`)),
  );
  assert.deepEqual(unused, []);
});

test('every refusal names its code in clear, so that the test above sees it', () => {
  const hidden = server.flatMap(({ path, text }) => {
    const all = [...text.matchAll(/new Refusal\(/g)].length;
    const clear = [...text.matchAll(/new Refusal\(\s*'[a-z_]+',\s*'[A-Z_]+'/g)].length;
    return all === clear ? [] : [path];
  });
  assert.deepEqual(hidden, []);
});

test('what a refusal or the database says and what to do about it are whole sentences', () => {
  const texts = [
    ...Object.entries(refusalCodes),
    ...Object.entries(databaseProblems).map(([code, { what, todo }]) => [code, [what, todo]] as const),
  ];
  for (const [code, sentences] of texts)
    for (const sentence of sentences) assert.match(sentence, /。$/, code);
});
