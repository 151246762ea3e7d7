import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badHoles } from './html-holes.ts';
import { filesOf, read } from './repository.ts';

test('what somebody else wrote stands only where escaping makes it harmless: in text or in double quotes', () => {
  const sources = filesOf('apps/server/src/**/*.ts');
  assert.ok(sources.some((path) => read(path).includes('html`')));
  const bad = sources.flatMap((path) =>
    badHoles(read(path)).map(({ line, before }) => `${path}:${line}: ${before}`),
  );
  assert.deepEqual(bad, []);
});

test('a hole without quotes, in a tag or in single quotes is found, also in a template within a template', () => {
  const tick = '`';
  const html = (body: string): string => `const page = html${tick}${body}${tick};`;
  assert.equal(badHoles(html('<a href=${url}>x</a>')).length, 1);
  assert.equal(badHoles(html('<option ${selected}>x</option>')).length, 1);
  assert.equal(badHoles(html("<a title='${name}'>x</a>")).length, 1);
  assert.equal(
    badHoles(html(`<ul>\${items.map((item) => html${tick}<li id=\${item}></li>${tick})}</ul>`)).length,
    1,
  );
  assert.equal(badHoles(html('<a href="${url}">${text}</a> 1 < ${two}')).length, 0);
});
