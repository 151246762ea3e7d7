import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomes, replyTemplates } from '../../packages/statute/src/index.ts';
import { read } from './repository.ts';
import { statutePage } from './statute-page.ts';

const page = read('docs/statute.md');

test('docs/statute.md is what the data of the law prints; npm run docs prints it anew', () => {
  assert.equal(page, statutePage());
});

test('every outcome and every document stands on the page exactly once', () => {
  for (const { id } of [...outcomes, ...replyTemplates])
    assert.equal(page.split(`| \`${id}\` |`).length, 2, id);
});

test('the page names rows in the form’s words, never by their ids', () => {
  assert.doesNotMatch(page, /undefined|null|unavailable\.|refused\.|otherHandling/);
});
