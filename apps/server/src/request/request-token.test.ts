import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { TokenScope } from '@gongkai/contract';
import { buildDistrict, type District, issueToken, marks } from '../every-route-test-kit.ts';
import { openTestServer, type TestServer } from '../server-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';

let server: TestServer;
let district: District;

before(async () => {
  server = await openTestServer(await openTestDatabase());
  district = await buildDistrict(server);
});

const tokenFor = (agencyId: string, scopes: readonly TokenScope[]): Promise<string> =>
  issueToken(server, district.personId, { agencyId, scopes });

const ask = async (
  token: string,
  method: string,
  path: string,
  json?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: the answers are looked at field by field
): Promise<{ readonly status: number; readonly body: any }> => {
  const answer = await server.ask(method, `/api${path}`, {
    ...(json === undefined ? {} : { json }),
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: await answer.json() };
};

test('another system registers, lists, reads and handles applications of its agency, and passes no decision', async () => {
  const token = await tokenFor(district.agencyId, ['request.view', 'request.register', 'request.handle']);
  const { body: receipt } = await ask(token, 'POST', `/agencies/${district.agencyId}/requests`, {
    applicant: { kind: 'naturalPerson', name: '欧阳小兰', phone: '13800001234' },
    content: { description: '规划' },
    channel: 'in_person',
    on: '2026-03-16',
  });
  const { body: list } = await ask(token, 'GET', `/agencies/${district.agencyId}/requests`);
  assert.ok(list.items.some(({ id }: { id: string }) => id === receipt.id));
  const step = (taken: object) => ask(token, 'POST', `/requests/${receipt.id}/steps`, { taken });
  const drafted = await step({ step: 'draft_decision', outcome: 'disclosed_provided', reply: '提供' });
  assert.equal(drafted.body.state, 'in_review');
  const { body: found } = await ask(token, 'GET', `/requests/${receipt.id}`);
  assert.deepEqual([found.state, found.content.description], ['in_review', '规划']);
  assert.ok(!found.steps.some(({ step: name }: { step: string }) => name === 'review'));
  assert.equal((await step({ step: 'review' })).status, 403);
  assert.equal((await step({ step: 'rate_service', score: 5 })).status, 403);
  assert.equal(
    (await ask(token, 'POST', `/requests/${receipt.id}/applicant`, { reason: '核对' })).status,
    403,
  );
});

test('a token does only what its scopes name, and nothing at another agency', async () => {
  const reading = await tokenFor(district.agencyId, ['request.view']);
  const others = await tokenFor(district.otherId, ['request.view', 'request.handle']);
  const path = `/requests/${district.requestId}`;
  const confirm = { taken: { step: 'confirm_receipt' } };
  assert.equal((await ask(reading, 'GET', path)).status, 200);
  assert.equal((await ask(reading, 'POST', `${path}/steps`, confirm)).status, 403);
  for (const { status, body } of [
    await ask(others, 'GET', path),
    await ask(others, 'POST', `${path}/steps`, confirm),
    await ask(others, 'GET', `/agencies/${district.agencyId}/requests`),
  ]) {
    assert.equal(status, 403);
    assert.doesNotMatch(JSON.stringify(body), new RegExp(`${marks.applicant}|${marks.application}`));
  }
});
