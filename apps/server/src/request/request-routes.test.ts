import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildDistrict, type District, holder, type Identity, marks } from '../every-route-test-kit.ts';
import { openTestServer, type TestServer } from '../server-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';

let server: TestServer;
let district: District;
let officer: Identity;
let supervisor: Identity;

before(async () => {
  server = await openTestServer(await openTestDatabase());
  district = await buildDistrict(server);
  officer = await holder(server, district.agencyId, 'officer', 'the department');
  supervisor = await holder(server, district.rootId, 'supervisor', 'the government');
});

const ask = async (
  method: string,
  path: string,
  { json, who, key }: { readonly json?: unknown; readonly who?: Identity; readonly key?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: the answers are looked at field by field
): Promise<{ readonly status: number; readonly body: any }> => {
  const answer = await server.ask(method, `/api${path}`, {
    ...(json === undefined ? {} : { json }),
    ...(who ? { cookie: who.cookie } : {}),
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });
  return { status: answer.status, body: await answer.json() };
};

const application = (description: string) => ({
  agencyId: district.agencyId,
  applicant: { kind: 'naturalPerson', name: '欧阳小兰', phone: '13800001234' },
  content: { description },
});

test('whoever applies gets number and query code, and follows the application with them', async () => {
  const { status, body: receipt } = await ask('POST', '/applications', { json: application('规划') });
  assert.equal(status, 200);
  const proof = { number: receipt.number, queryCode: receipt.queryCode };
  const { body: tracked } = await ask('POST', '/applications/track', { json: proof });
  assert.deepEqual(
    [tracked.agencyName, tracked.stateName, tracked.clock.dueOn],
    [marks.agency, '待确认收到', null],
  );
  assert.match(tracked.clock.sentences.join(''), /等待双方确认/);
  assert.deepEqual(
    tracked.steps.map(({ step }: { step: string }) => step),
    ['receive_material', 'withdraw'],
  );

  const step = (taken: object) =>
    ask('POST', `/requests/${receipt.id}/steps`, { json: { taken }, who: officer });
  assert.equal((await step({ step: 'confirm_receipt' })).body.state, 'handling');
  await step({ step: 'ask_for_correction', workingDays: 10, matter: '请写明规划的名称' });
  const { body: asked } = await ask('POST', '/applications/track', { json: proof });
  assert.equal(asked.correction, '请写明规划的名称');
  const own = async (taken: object) =>
    (await ask('POST', '/applications/steps', { json: { ...proof, taken } })).body;
  assert.equal((await own({ step: 'receive_correction', description: '国土空间规划' })).state, 'handling');
  assert.equal((await own({ step: 'confirm_receipt' })).code, 'INPUT_INVALID', 'what only the agency does');
  assert.equal((await own({ step: 'withdraw' })).state, 'withdrawn');
  const { body: over } = await ask('POST', '/applications/track', { json: proof });
  assert.deepEqual([over.stateName, over.outcomeName], ['已撤回', '申请人撤回申请']);
});

test('an application sent again with its key is there once, with another text refused, and kept nowhere in clear', async () => {
  const send = (description: string) =>
    ask('POST', '/applications', { json: application(description), key: 'form-7' });
  const [first, second] = [await send('预算'), await send('预算')];
  assert.deepEqual(first.body, second.body);
  assert.equal((await send('决算')).body.code, 'IDEMPOTENCY_KEY_REUSED');
  const { rows } = await server.spine.database.pool.query(
    'select row_to_json(d)::text as text from done_once d',
  );
  for (const { text } of rows) assert.doesNotMatch(text, /欧阳|预算|queryCode|13800001234/);
});

test('an officer reads a case with its clock, its timeline and what may be done now, and why the rest may not', async () => {
  const { body: receipt } = await ask('POST', `/agencies/${district.agencyId}/requests`, {
    json: { ...application('征地补偿'), channel: 'in_person', on: '2026-03-16' },
    who: officer,
  });
  const { body: found } = await ask('GET', `/requests/${receipt.id}`, { who: officer });
  assert.deepEqual(
    [found.state, found.clock.dueOn, found.applicantName, found.content.description],
    ['handling', '2026-04-14', '欧阳**', '征地补偿'],
  );
  const choice = (name: string) => found.steps.find(({ step }: { step: string }) => step === name);
  assert.deepEqual([choice('ask_for_correction').allowed, choice('record_payment').allowed], [true, false]);
  assert.match(choice('record_payment').reason, /办理中/);
  assert.equal(choice('approve'), undefined, 'what somebody else has to do is not offered');
  assert.ok(found.related.length >= 1, 'other applications with the same telephone');
  assert.equal(found.timeline[0].title, '提出申请');

  const { body: seen } = await ask('GET', `/requests/${receipt.id}`, { who: supervisor });
  assert.deepEqual([seen.content, seen.related, seen.steps], [null, [], []]);
  assert.equal(seen.clock.dueOn, '2026-04-14');
});

test('an applicant is shown in full on purpose only, and the record says to whom and why', async () => {
  const path = `/requests/${district.requestId}/applicant`;
  assert.equal((await ask('POST', path, { json: {}, who: officer })).status, 422);
  const { body } = await ask('POST', path, { json: { reason: '电话确认收到申请' }, who: officer });
  assert.deepEqual([body.name, body.phone], [marks.applicant, marks.phone]);
  const events = await server.spine.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'personal_data_shown')
    .where('subject_id', '=', district.requestId)
    .execute();
  assert.deepEqual(events, [{ data: { fields: ['申请人'], reason: '电话确认收到申请' } }]);
});

test('a list is walked to its end page by page, each application once, in either order', async () => {
  for (const index of [1, 2, 3, 4, 5])
    await ask('POST', '/applications', { json: application(`第${index}件`) });
  for (const order of ['newest', 'due']) {
    const seen: { readonly id: string; readonly dueOn: string | null }[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query = `order=${order}&size=3${next ? `&after=${next}` : ''}`;
      const { status, body } = await ask('GET', `/agencies/${district.agencyId}/requests?${query}`, {
        who: officer,
      });
      assert.equal(status, 200);
      seen.push(...body.items);
      next = body.next;
    }
    const all = await server.spine.db
      .selectFrom('request')
      .select('id')
      .where('agency_id', '=', district.agencyId)
      .execute();
    assert.equal(seen.length, all.length);
    assert.equal(new Set(seen.map(({ id }) => id)).size, all.length);
    const keys = seen.map(({ id, dueOn }) => (order === 'due' ? `${dueOn ?? '~'} ${id}` : id));
    assert.deepEqual(keys, order === 'due' ? keys.toSorted() : keys.toSorted().toReversed());
  }
  const { body } = await ask('GET', `/agencies/${district.agencyId}/requests?after=x`, { who: officer });
  assert.equal(body.code, 'PAGE_INVALID');
});
