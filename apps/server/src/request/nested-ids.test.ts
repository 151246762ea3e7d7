import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import { buildDistrict, holder, type Identity } from '../every-route-test-kit.ts';
import { openTestServer } from '../server-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { upload } from './file/case-file-test-kit.ts';
import { anApplication } from './request-test-kit.ts';
import { submitRequest } from './submit-request.ts';

const server = await openTestServer(await openTestDatabase());
const { spine, ask } = server;
const { agencyId, otherId } = await buildDistrict(server);
const officer = await holder(server, agencyId, 'officer', 'the department');
const elsewhere = await holder(server, otherId, 'officer', 'another department');
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

const steps = async (who: Identity, id: string, taken: object): Promise<Response> =>
  ask('POST', `/api/requests/${id}/steps`, { cookie: who.cookie, json: { taken } });

/** An application to an agency with a file, a letter and somebody asked for an opinion. */
const begin = async (who: Identity, at: string) => {
  const { id } = await submitRequest(spine, { requestId: null }, anApplication(at));
  await steps(who, id, { step: 'confirm_receipt' });
  const { body } = await upload(server, who, id, { name: '方案.pdf', bytes: pdf });
  const party = { party: 'third_party', name: '甲公司', matter: '是否同意公开' };
  const letter = { values: { returnTo: '云山区文化路1号', contact: ['政务公开办公室'] } };
  const consulted = await steps(who, id, { step: 'consult', ...party, letter });
  assert.equal(consulted.status, 200, await consulted.text());
  const { id: letterId } = await spine.db
    .selectFrom('request_letter')
    .select('id')
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow();
  const read = await ask('GET', `/api/requests/${id}`, { cookie: who.cookie });
  const { consultations } = (await read.json()) as { consultations: { id: string }[] };
  return { id, fileId: body.id as string, letterId, consultationId: consultations[0]!.id };
};

test('an address that begins with one’s own case opens nothing of another case, be it of the same agency', async () => {
  const own = await begin(officer, agencyId);
  for (const other of [await begin(officer, agencyId), await begin(elsewhere, otherId)]) {
    const file = `/api/requests/${own.id}/files/${other.fileId}`;
    for (const [method, path, json] of [
      ['GET', file],
      ['GET', `${file}/pages/1.png`],
      ['PATCH', file, { isProvided: true }],
      ['POST', `${file}/remove`, { reason: '误传' }],
      ['GET', `${file}/redaction`],
      ['PUT', `${file}/redaction`, { areas: [] }],
      ['POST', `${file}/redaction`, { areas: [{ page: 1, box: [0, 0, 1, 1], reasonCode: 'name' }] }],
      ['POST', `${file}/redaction/pages/1`, {}],
      ['GET', `/api/requests/${own.id}/letters/${other.letterId}`],
      ['GET', `/api/requests/${own.id}/letters/${other.letterId}.docx`],
      ['GET', `/api/requests/${own.id}/letters/${other.letterId}.pdf`],
    ] as const) {
      const answer = await ask(method, path, { cookie: officer.cookie, json });
      assert.equal(answer.status, 404, `${method} ${path} ${await answer.text()}`);
    }
    const opinion = { step: 'record_opinion', consultationId: other.consultationId, answer: 'agrees' };
    const answer = await steps(officer, own.id, { ...opinion, opinion: '同意' });
    assert.ok([409, 422].includes(answer.status), await answer.text());
  }
  const { removed } = await spine.db
    .selectFrom('request_file')
    .select((e) => e.fn.count<number>('removed_on').as('removed'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(removed), 0);
});

test('a value of the wrong kind for a letter is refused in words, in the preview and in the step', async () => {
  const { id } = await begin(officer, agencyId);
  const taken = { step: 'ask_for_correction', workingDays: 10, matter: '请写明年份' };
  for (const values of [{ contact: '电话' }, { requested: ['一'] }, { basis: ['条例'] }]) {
    const preview = await ask('POST', `/api/requests/${id}/letters/preview`, {
      cookie: officer.cookie,
      json: { taken, letter: { values } },
    });
    const step = await steps(officer, id, { ...taken, letter: { values } });
    for (const answer of [preview, step]) {
      const { code } = (await answer.json()) as { code: string };
      assert.deepEqual([answer.status, code], [422, 'LETTER_EDIT_WRONG'], JSON.stringify(values));
    }
  }
});

test('what an applicant writes is text in the exported table, never a formula', async () => {
  const formulas = ['=HYPERLINK("http://evil.example")', '+1+1', '-2', '@SUM(A1)'];
  for (const title of formulas) {
    const application = anApplication(agencyId);
    await submitRequest(
      spine,
      { requestId: null },
      { ...application, content: { ...application.content, title } },
    );
  }
  const path = `/api/agencies/${agencyId}/requests.xlsx?order=newest`;
  const answer = await ask('GET', path, { cookie: officer.cookie });
  assert.equal(answer.status, 200, path);
  const book = new exceljs.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const cells: exceljs.Cell[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  for (const title of formulas)
    assert.ok(
      cells.some(({ value }) => value === title),
      title,
    );
  assert.ok(cells.every(({ type }) => type !== exceljs.ValueType.Formula));
});
