import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDistrict, holder, type Identity } from './every-route-test-kit.ts';
import { everythingKept } from './everything-kept-test-kit.ts';
import { openTestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

/** What the program writes while the tests run: its log. */
const written: string[] = [];
process.stderr.write = ((chunk: string | Uint8Array) => {
  written.push(Buffer.from(chunk as string).toString('utf8'));
  return true;
}) as typeof process.stderr.write;

const server = await openTestServer(await openTestDatabase(), { isLogged: true });
const { spine, ask } = server;
const { agencyId, requestId } = await buildDistrict(server);
const officer = await holder(server, agencyId, 'officer', 'the department');
const head = await holder(server, agencyId, 'disclosure_head', 'the department');

/** What may stand nowhere in clear, each with what it is. */
const secrets = new Map<string, string>();
const secret = (what: string, value: string): string => {
  secrets.set(what, value);
  return value;
};

let keys = 0;
/** Asks as the office does, each time with a key: what a key keeps of an answer is looked at, too. */
const keyed = async (who: Identity, method: string, path: string, json: object) => {
  keys += 1;
  const answer = await ask(method, `/api${path}`, {
    cookie: who.cookie,
    json,
    headers: { 'idempotency-key': `key-${keys}` },
  });
  const text = await answer.text();
  assert.equal(answer.status, 200, `${method} ${path} ${text}`);
  return JSON.parse(text);
};
const step = (id: string, taken: object) => keyed(officer, 'POST', `/requests/${id}/steps`, { taken });

const applicant = {
  kind: 'naturalPerson',
  name: secret('name', '欧阳藏名'),
  identity: { kind: 'idCard', number: secret('identity number', '11010519491231002X') },
  contactPerson: null,
  phone: secret('phone', '13876501234'),
  email: secret('e-mail', 'cangming@hidden.example'),
  address: secret('address', '藏名路七十七号'),
};
const application = {
  agencyId,
  applicant,
  content: {
    title: secret('title', '藏题目的通知'),
    documentNumber: secret('document number', '藏发〔2025〕9号'),
    description: secret('description', '我想要藏内容的全部材料'),
  },
  form: 'electronic',
  way: 'electronic',
};

const view = {
  name: secret('name of a view', '藏视图名称'),
  filter: { q: secret('words of a view', '藏视图词语') },
  order: 'due',
};

/** Everything that an application brings with it, at an agency's counter and online. */
const day = async (): Promise<void> => {
  const submitted = await keyed({ name: 'a visitor', held: null }, 'POST', '/applications', application);
  secret('query code', submitted.queryCode);
  secret('query code without its hyphens', submitted.queryCode.replaceAll('-', ''));
  const { number, queryCode } = submitted;
  await keyed({ name: 'a visitor', held: null }, 'POST', '/applications/steps', {
    number,
    queryCode,
    taken: { step: 'withdraw', reason: secret('reason to withdraw', '藏理由不再需要') },
  });
  const { id, ...receipt } = await keyed(officer, 'POST', `/agencies/${agencyId}/requests`, {
    ...application,
    channel: 'in_person',
    on: '2026-03-16',
  });
  secret('query code of the counter', receipt.queryCode);
  await step(id, {
    step: 'consult',
    party: 'third_party',
    name: secret('third party', '司马藏第三方'),
    matter: secret('matter of the consultation', '藏征求事项是否同意公开'),
  });
  const file = await ask(
    'POST',
    `/api/requests/${id}/files?kind=other&name=${encodeURIComponent(`${secret('file name', '藏文件名')}.txt`)}`,
    {
      cookie: officer.cookie,
      body: secret('text of a file', '藏文件里的正文'),
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': 'file-1' },
    },
  );
  const { id: fileId } = (await file.json()) as { id: string };
  await keyed(officer, 'PATCH', `/requests/${id}/files/${fileId}`, { kind: 'information' });
  await keyed(officer, 'POST', `/requests/${id}/files/${fileId}/remove`, {
    reason: secret('reason to remove', '藏移除原因'),
  });
  await keyed(officer, 'POST', '/request-views', view);
  await keyed(officer, 'POST', `/requests/${id}/proactive`, {
    act: 'propose',
    note: secret('note of a proposal', '藏建议说明'),
  });
  await keyed(officer, 'POST', `/requests/${id}/hold`, { reason: secret('reason of a hold', '藏暂缓原因') });
  await keyed(head, 'POST', `/requests/${requestId}/applicant`, { reason: '核对身份' });
};

test('of an application nothing that somebody wrote stands in clear, in no table, not in what a key keeps, in no log', async () => {
  await day();
  const kept = await everythingKept(spine);
  assert.ok(kept.filter(({ table }) => table === 'public.done_once').length > 5);
  const found = [...secrets].flatMap(([what, value]) => [
    ...kept.filter(({ text }) => text.includes(value)).map(({ table }) => `${what} in ${table}`),
    ...(written.some((text) => text.includes(value)) ? [`${what} in the log`] : []),
  ]);
  assert.deepEqual(found, []);
});
