import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepInputs, type TakenStep } from '@gongkai/contract';
import { buildAgency, buildPerson, callerFor } from '../../agency/people-test-kit.ts';
import { openTestServer } from '../../server-test-kit.ts';
import { openTestDatabase } from '../../test-database-kit.ts';
import { anApplication } from '../request-test-kit.ts';
import { type Receipt, submitRequest } from '../submit-request.ts';
import { takeStep } from '../take-step.ts';
import { hiddenOf, openVisitor, pdfFile, type Shown, type Visitor } from './applicant-test-kit.ts';

const server = await openTestServer(await openTestDatabase());
const { spine } = server;
const rootId = await buildAgency(spine, { name: '云山区人民政府' });
const agencyId = await buildAgency(spine, { name: '云山区民政局', parentId: rootId });
const officer = await callerFor(spine, await buildPerson(spine, agencyId, ['officer']), ['officer']);

const submit = (): Promise<Receipt> => submitRequest(spine, { requestId: null }, anApplication(agencyId));
const take = (id: string, step: TakenStep, input: object = {}) =>
  takeStep(spine, officer, id, { step, input: stepInputs[step].parse(input) as never });

const track = async ({ number, queryCode }: Receipt): Promise<Visitor> => {
  const visitor = openVisitor(server);
  const page = await visitor.send('/track', { number, queryCode }, { plain: true });
  assert.equal(page.path, '/track/application');
  return visitor;
};

const handled = async (): Promise<Receipt> => {
  const receipt = await submit();
  await take(receipt.id, 'confirm_receipt');
  return receipt;
};

const act = async (
  visitor: Visitor,
  name: string,
  content: Parameters<Visitor['send']>[1],
): Promise<Shown> => {
  const path = `/track/application/${name}`;
  const page = await visitor.open(name === 'withdraw' ? path : '/track/application');
  return visitor.send(path, { ...hiddenOf(page, path), ...content });
};

const stepsOf = async (id: string): Promise<readonly string[]> =>
  (
    await spine.db
      .selectFrom('request_step')
      .select('step')
      .where('request_id', '=', id)
      .orderBy('position')
      .execute()
  ).map(({ step }) => step);

test('an applicant sees where it stands, the due date and why it is that date', async () => {
  const receipt = await handled();
  const page = await (await track(receipt)).open('/track/application');
  assert.ok(page.text.includes(receipt.number) && page.text.includes('办理中'));
  assert.match(page.text, /还剩 20 个工作日 · <time datetime="2026-04-1\d">/);
  assert.ok(page.text.includes('为什么是这一天'));
  assert.match(page.text, /第三十三条/);
  assert.ok(page.text.includes('/track/application/receipt.pdf'));
  assert.equal(page.headers.get('cache-control'), 'no-store');
});

test('a correction without its text keeps the files, is told, and goes through the second time, once', async () => {
  const receipt = await handled();
  await take(receipt.id, 'ask_for_correction', { workingDays: 10, matter: '请写明年份' });
  const visitor = await track(receipt);
  const asked = await visitor.open('/track/application');
  assert.ok(asked.text.includes('请写明年份'));
  const wrong = await act(visitor, 'correct', { description: '', correction: [pdfFile('补.pdf')] });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes('请填写补正后的申请内容') && wrong.text.includes('补.pdf'));
  assert.equal((await visitor.open('/track/application/correct')).path, '/track/application');

  const page = await visitor.open('/track/application');
  const form = { ...hiddenOf(page, '/track/application/correct'), description: '2025年的' };
  const [first, second] = await Promise.all([
    visitor.send('/track/application/correct', form),
    visitor.send('/track/application/correct', form),
  ]);
  for (const one of [first, second]) assert.ok(one.text.includes('已收到您的补正'), one.path);
  assert.deepEqual(
    (await stepsOf(receipt.id)).filter((step) => step === 'receive_correction'),
    ['receive_correction'],
  );
});

test('material comes later with a note, and its applicant can download it again; nobody else', async () => {
  const receipt = await handled();
  const visitor = await track(receipt);
  const none = await act(visitor, 'material', { note: '身份证' });
  assert.ok(none.text.includes('没有收到文件') && none.text.includes('身份证'));
  const page = await act(visitor, 'material', { note: '身份证', identity_proof: [pdfFile('身份证.pdf')] });
  assert.ok(page.text.includes('已收到您补交的材料') && page.text.includes('身份证.pdf'));
  const link = /\/track\/application\/files\/[0-9a-f-]{36}/.exec(page.text)?.[0] ?? '';
  const file = await visitor.open(link);
  assert.ok(file.text.startsWith('%PDF-1.7'));
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/);
  const stranger = await track(await handled());
  assert.equal((await stranger.open(link)).status, 404);
});

test('withdrawing is asked first, then done, once; after that nothing more is offered', async () => {
  const receipt = await handled();
  const visitor = await track(receipt);
  const asking = await visitor.open('/track/application/withdraw');
  assert.ok(asking.text.includes('还需要的，要重新申请'));
  const form = { ...hiddenOf(asking, '/track/application/withdraw'), reason: '不需要了' };
  const pages = await Promise.all(
    [1, 2].map(() => visitor.send('/track/application/withdraw', form, { plain: true })),
  );
  for (const page of pages) assert.ok(page.text.includes('申请已经撤回'));
  assert.equal((await stepsOf(receipt.id)).filter((step) => step === 'withdraw').length, 1);
  const after = await visitor.open('/track/application');
  for (const path of ['correct', 'material', 'withdraw'])
    assert.ok(!after.text.includes(`/track/application/${path}"`), path);
  const late = await visitor.send('/track/application/withdraw', { once: '' }, { plain: true });
  assert.equal(late.status, 422);
});

test('30 minutes without a request end the session; a made-up or foreign cookie opens nothing', async () => {
  const receipt = await handled();
  const visitor = await track(receipt);
  const { now } = server.clock;
  server.clock.pass(29);
  assert.equal((await visitor.open('/track/application')).status, 200);
  server.clock.pass(31);
  const ended = await visitor.open('/track/application');
  assert.ok(ended.text.includes('已经退出查询'));
  server.clock.now = now;
  const stranger = openVisitor(server);
  for (const value of [
    'A'.repeat(60),
    spine.cipher.encrypt('{"number":"x"}', 'request.content').toString('base64url'),
  ]) {
    stranger.cookies.set('__Host-gongkai-track', value);
    assert.equal((await stranger.open('/track/application')).path, '/track?ended=1');
  }
});

test('the cookie holds neither number nor code in clear, and no address does', async () => {
  const receipt = await handled();
  const visitor = await track(receipt);
  const carried = [...visitor.cookies.values()].map((value) =>
    Buffer.from(value, 'base64url').toString('utf8'),
  );
  for (const words of [receipt.queryCode, '依申请']) assert.ok(!carried.join().includes(words), words);
  const page = await visitor.open('/track/application');
  const addresses = [...page.text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address);
  assert.ok(addresses.every((address) => !decodeURIComponent(address ?? '').includes(receipt.queryCode)));
});

test('who leaves is asked for number and code again', async () => {
  const visitor = await track(await handled());
  await visitor.send('/track/leave', {}, { plain: true });
  assert.equal((await visitor.open('/track/application')).path, '/track?ended=1');
});

test('an applicant agrees to a fee once, and reads how it is paid', async () => {
  const receipt = await handled();
  await take(receipt.id, 'issue_fee_notice', {
    scheme: 'item',
    quantity: 31,
    reason: '数量明显超过合理范围',
  });
  const visitor = await track(receipt);
  const page = await visitor.open('/track/application');
  assert.match(page.text, /需要缴纳信息处理费 \d{1,3}(?:,\d{3})*(?:\.\d+)? 元/);
  const agreed = await act(visitor, 'agree', {});
  assert.ok(agreed.text.includes('您已经表示同意缴纳'));
  assert.ok(!agreed.text.includes('/track/application/agree"'));
});

test('an applicant who is asked for reasons gives them', async () => {
  const receipt = await handled();
  await take(receipt.id, 'ask_for_reasons', { matter: '本年度已申请 40 件，请说明理由' });
  const visitor = await track(receipt);
  assert.ok((await visitor.open('/track/application')).text.includes('本年度已申请 40 件'));
  assert.ok((await act(visitor, 'reasons', { reasons: ' ' })).text.includes('请填写理由'));
  assert.ok((await act(visitor, 'reasons', { reasons: '维权需要' })).text.includes('已收到您说明的理由'));
  assert.ok((await stepsOf(receipt.id)).includes('record_reasons'));
});

test('an application that is over is rated once, with what was typed kept through a mistake', async () => {
  const receipt = await handled();
  await take(receipt.id, 'withdraw', {});
  const visitor = await track(receipt);
  const wrong = await act(visitor, 'rate', { comment: '很快' });
  assert.ok(wrong.text.includes('请选择您满意的程度') && wrong.text.includes('很快'));
  const rated = await act(visitor, 'rate', { score: '5', comment: '很快' });
  assert.ok(rated.text.includes('您已经评价过这次办理'));
  assert.ok(!rated.text.includes('/track/application/rate"'));
});

test('the receipt of registration is downloaded once both sides have confirmed', async () => {
  const receipt = await submit();
  const visitor = await track(receipt);
  assert.equal((await visitor.open('/track/application/receipt.pdf')).status, 409);
  await take(receipt.id, 'confirm_receipt');
  const letter = await visitor.open('/track/application/receipt.pdf');
  assert.equal(letter.status, 200, letter.text.slice(0, 3000));
  assert.ok(letter.text.startsWith('%PDF'));
});

test('the first download of a notice is the proof that it was received; another applicant has none of it', async () => {
  const receipt = await handled();
  await take(receipt.id, 'ask_for_correction', {
    workingDays: 10,
    matter: '请写明年份',
    letter: { values: { returnTo: '云山区民政局办公室' }, edited: null },
  });
  const visitor = await track(receipt);
  const page = await visitor.open('/track/application');
  const link = /\/track\/application\/letters\/[0-9a-f-]{36}\.docx/.exec(page.text)?.[0] ?? '';
  const letter = await visitor.open(link);
  assert.equal(letter.status, 200);
  await visitor.open(link);
  assert.deepEqual(
    (await stepsOf(receipt.id)).filter((step) => step === 'record_notice_received'),
    ['record_notice_received'],
  );
  assert.equal((await (await track(await handled())).open(link)).status, 404);
});

test('who looks up an application that was destroyed by retention is told so, and offered no paper of it', async () => {
  const receipt = await handled();
  await take(receipt.id, 'withdraw', {});
  await spine.db
    .updateTable('request')
    .set({ applicant: null, content: null })
    .where('id', '=', receipt.id)
    .execute();
  const visitor = await track(receipt);
  const page = await visitor.open('/track/application');
  assert.ok(page.text.includes('保管期限已经届满') && page.text.includes('申请人撤回申请'));
  assert.ok(!page.text.includes('/track/application/receipt'));
  assert.equal((await visitor.open('/track/application/receipt.pdf')).status, 409);
});
