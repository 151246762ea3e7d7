import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDistrict, holder } from '../every-route-test-kit.ts';
import { openTestServer } from '../server-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { hashInput } from './hash-input.ts';

test('what was asked with a key is kept as a hash that nobody guesses who has not the key of the installation', async () => {
  const server = await openTestServer(await openTestDatabase());
  const { agencyId } = await buildDistrict(server);
  const { cookie } = await holder(server, agencyId, 'officer', 'the department');
  const view = { name: '王小明的申请', filter: { q: '王小明' }, order: 'due' };
  const headers = { 'idempotency-key': 'the-view' };
  const answer = await server.ask('POST', '/api/request-views', { cookie, json: view, headers });
  assert.equal(answer.status, 200);
  const { asked } = await server.spine.db.selectFrom('done_once').select('asked').executeTakeFirstOrThrow();
  const guess = await hashInput([['requestList', 'saveView'], view]);
  assert.notEqual(asked, guess);
  assert.equal(asked, server.spine.cipher.index(guess, 'done_once.asked').toString('hex'));
});
