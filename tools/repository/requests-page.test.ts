import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './repository.ts';
import { requestsPage } from './requests-page.ts';

test('docs/requests.md is the table of steps, neither more nor less', () => {
  assert.equal(read('docs/requests.md'), requestsPage());
});
