import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../packages/annual-report/src/check/rules.ts';
import { checksPage } from './checks-page.ts';

const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');

test('docs/checks.md is what the registry prints; npm run docs prints it anew', () => {
  assert.equal(page, checksPage());
});

test('every rule stands on the page exactly once', () => {
  for (const { id } of rules) assert.equal(page.split(`| \`${id}\` |`).length, 2, id);
});
