import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, stepInputs, type TakenStep } from '@gongkai/contract';
import type { Caller } from '../../agency/index.ts';
import { buildPerson, callerFor } from '../../agency/people-test-kit.ts';
import { buildDistrict, holder, type Identity, issueToken } from '../../every-route-test-kit.ts';
import { cookieOf, openTestServer } from '../../server-test-kit.ts';
import { openTestDatabase } from '../../test-database-kit.ts';
import { loadCase } from '../load-case.ts';
import { anApplication } from '../request-test-kit.ts';
import { submitRequest } from '../submit-request.ts';
import { takeStep } from '../take-step.ts';
import { filesForApplicant, openApplicantFile } from './applicant-files.ts';
import { upload } from './case-file-test-kit.ts';

const server = await openTestServer(await openTestDatabase());
const { spine } = server;
const { agencyId, personId } = await buildDistrict(server);
const officer = await holder(server, agencyId, 'officer', 'the department');
const somebody = async (role: Role): Promise<Caller> =>
  callerFor(spine, await buildPerson(spine, agencyId, [role]), [role]);
const handler = await somebody('officer');
const passing: Partial<Record<TakenStep, Caller>> = {
  review: await somebody('reviewer'),
  send_back: await somebody('reviewer'),
  review_secrecy: await somebody('secrecy_reviewer'),
  approve: await somebody('disclosure_head'),
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

const take = (id: string, step: TakenStep, input: object = {}) =>
  takeStep(spine, passing[step] ?? handler, id, { step, input: stepInputs[step].parse(input) as never });
const begin = async () => {
  const receipt = await submitRequest(spine, { requestId: null }, anApplication(agencyId));
  await take(receipt.id, 'confirm_receipt');
  const { body } = await upload(server, officer, receipt.id, { name: '方案.pdf', bytes: pdf });
  return { ...receipt, fileId: body.id as string };
};
const provide = async (id: string, fileId: string): Promise<void> => {
  const path = `/api/requests/${id}/files/${fileId}`;
  const answer = await server.ask('PATCH', path, { cookie: officer.cookie, json: { isProvided: true } });
  assert.equal(answer.status, 200, await answer.text());
};
const offered = async (id: string): Promise<readonly string[]> =>
  (await filesForApplicant(spine, (await loadCase(spine.db, id)).row)).map((file) => file.id);
const pass = async (id: string, conclusion: string): Promise<void> => {
  await take(id, 'review');
  await take(id, 'review_secrecy', { conclusion, basis: '已审查' });
  await take(id, 'approve');
};
const deliver = async (id: string): Promise<void> => {
  await take(id, 'sign');
  await take(id, 'deliver', { way: 'electronic', proof: '发出' });
};

test('what is provided is the applicant’s to download once the reply is delivered, not before', async () => {
  const { id, fileId, ...proof } = await begin();
  await provide(id, fileId);
  await take(id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' });
  await pass(id, 'may_disclose');
  assert.deepEqual(await offered(id), []);
  await assert.rejects(openApplicantFile(spine, proof, fileId), { code: 'FILE_NOT_FOUND' });
  await deliver(id);
  assert.deepEqual(await offered(id), [fileId]);
  const { file, bytes } = await openApplicantFile(spine, proof, fileId);
  assert.equal(file.size, pdf.length);
  for await (const piece of bytes ?? []) assert.deepEqual(Buffer.from(piece), pdf);
});

test('a file that an earlier draft was to provide does not leave with a refusal', async () => {
  const { id, fileId, ...proof } = await begin();
  await provide(id, fileId);
  await take(id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' });
  await take(id, 'send_back', { reason: '涉及国家秘密' });
  await take(id, 'draft_decision', {
    outcome: 'refused_state_secret',
    reply: '不予公开',
    reasons: '依法确定为国家秘密',
  });
  await pass(id, 'must_not');
  await deliver(id);
  assert.deepEqual(await offered(id), []);
  await assert.rejects(openApplicantFile(spine, proof, fileId), { code: 'FILE_NOT_FOUND' });
  const { is_provided } = await spine.db
    .selectFrom('request_file')
    .select('is_provided')
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow();
  assert.equal(is_provided, false, 'nor does the case say that it did');
});

test('a proof of identity is closed to whoever may not see the applicant, by every address that leads to it', async () => {
  const { id } = await begin();
  const { body } = await upload(server, officer, id, {
    kind: 'identity_proof',
    name: '身份证.pdf',
    bytes: pdf,
  });
  const scopes = ['request.view', 'request.read_files', 'request.handle'] as const;
  const system: Identity = {
    name: 'a system',
    token: await issueToken(server, personId, { agencyId, scopes }),
    held: null,
  };
  const path = `/api/requests/${id}/files/${body.id}`;
  for (const [method, address, json] of [
    ['GET', path],
    ['GET', `${path}/pages/1.png`],
    ['POST', `${path}/redaction/pages/1`, {}],
    ['GET', `${path}/redaction`],
    ['PATCH', path, { kind: 'other' }],
  ] as const) {
    const answer = await server.ask(method, address, { token: system.token, json });
    const text = await answer.text();
    assert.deepEqual([answer.status, JSON.parse(text).code], [403, 'PERMISSION_DENIED'], address);
  }
});

test('whoever looks at the pages of what an applicant handed in stands in the record', async () => {
  const { id } = await begin();
  const { body } = await upload(server, officer, id, { kind: 'attachment', name: '附.pdf', bytes: pdf });
  const shown = async (): Promise<number> =>
    (
      await spine.db
        .selectFrom('event')
        .select('id')
        .where('kind', '=', 'personal_data_shown')
        .where('subject_id', '=', id)
        .execute()
    ).length;
  const before = await shown();
  await server.ask('GET', `/api/requests/${id}/files/${body.id}/pages/1.png`, { cookie: officer.cookie });
  assert.equal(await shown(), before + 1);
});

test('who only asks what a download would be leaves no file open, and has received nothing', async () => {
  const { number, queryCode, id, fileId } = await begin();
  const form = new URLSearchParams({ number, queryCode });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const entered = await server.ask('POST', '/track', { body: form.toString(), headers });
  const cookie = cookieOf(entered);
  const page = '/track/application';
  const letterInput = { values: { returnTo: '云山区文化路1号' } };
  await take(id, 'ask_for_correction', { workingDays: 10, matter: '请写明年份', letter: letterInput });
  const letter = await spine.db
    .selectFrom('request_letter')
    .select('id')
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow();
  const steps = async (): Promise<number> => (await loadCase(spine.db, id)).steps.length;
  const before = await steps();
  const address = `${page}/letters/${letter.id}.docx`;
  assert.equal((await server.ask('HEAD', address, { cookie })).status, 200);
  assert.equal((await server.ask('HEAD', `${page}/files/${fileId}`, { cookie })).status, 404);
  assert.equal(await steps(), before);
  assert.equal((await server.ask('GET', address, { cookie })).status, 200);
  assert.equal(await steps(), before + 1);
});
