import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAgency } from '../../agency/people-test-kit.ts';
import { openTestServer } from '../../server-test-kit.ts';
import { openTestDatabase } from '../../test-database-kit.ts';
import { textOfPdf } from '../letter/letter-test-kit.ts';
import { hiddenOf, openVisitor, pdfFile, type Shown, typedForm, type Visitor } from './applicant-test-kit.ts';
import { forgetExpiredDrafts } from './drafts.ts';

const server = await openTestServer(await openTestDatabase());
const rootId = await buildAgency(server.spine, { name: '云山区人民政府' });
const agencyId = await buildAgency(server.spine, { name: '云山区住房和城乡建设局', parentId: rootId });

const startForm = async (visitor: Visitor): Promise<Readonly<Record<string, string>>> =>
  hiddenOf(await visitor.open(`/apply/form?agency=${agencyId}`), '/apply/form');

const codeOf = ({ text }: Shown): string => /class="query-code">([^<]+)</.exec(text)?.[1] ?? '';
const numberOf = ({ text }: Shown): string => /登记编号<\/dt><dd>([^<]+)</.exec(text)?.[1] ?? '';

const fill = async (visitor: Visitor, more: Parameters<Visitor['send']>[1] = {}): Promise<Shown> =>
  visitor.send('/apply/form', { ...(await startForm(visitor)), ...typedForm, ...more, act: 'review' });

const sendIt = async (visitor: Visitor): Promise<Shown> => {
  const review = await visitor.open('/apply/review');
  return visitor.send('/apply/send', hiddenOf(review, '/apply/send'), { plain: true });
};

const countRequests = async (): Promise<number> =>
  (await server.spine.db.selectFrom('request').select('id').execute()).length;

test('somebody without JavaScript chooses an agency, fills in, reviews, sends and keeps the receipt', async () => {
  const visitor = openVisitor(server);
  const apply = await visitor.open('/apply');
  assert.ok(apply.text.includes('/apply/agencies') && apply.text.includes('application-form.docx'));
  const found = await visitor.open(`/apply/agencies?q=${encodeURIComponent('住房')}`);
  assert.ok(found.text.includes(`/apply/form?agency=${agencyId}`));
  const review = await fill(visitor, {
    attachment: [pdfFile('征收决定.pdf')],
    identity_proof: [pdfFile('证.pdf')],
  });
  assert.equal(review.path, '/apply/review');
  for (const words of ['欧阳小兰', '征收决定.pdf', '证.pdf', '云山区住房和城乡建设局', typedForm.description])
    assert.ok(review.text.includes(words), words);
  const receipt = await sendIt(visitor);
  assert.equal(receipt.path, '/apply/receipt');
  assert.match(codeOf(receipt), /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  assert.match(receipt.text, /双方确认之日才是“收到申请之日”（条例第三十一条第（三）项）/);

  const later = openVisitor(server);
  const application = await later.send(
    '/track',
    { number: numberOf(receipt), queryCode: codeOf(receipt).toLowerCase() },
    { plain: true },
  );
  assert.equal(application.path, '/track/application');
  assert.equal(application.status, 200);
  assert.ok(application.text.includes('待确认收到'));
  const names = await server.spine.db
    .selectFrom('request_file')
    .innerJoin('file', 'file.id', 'request_file.id')
    .select(['file.name', 'request_file.kind'])
    .execute();
  assert.deepEqual(
    names.map(({ name, kind }) => [kind, server.spine.cipher.decrypt(name, 'file.name')]).toSorted(),
    [
      ['attachment', '征收决定.pdf'],
      ['identity_proof', '证.pdf'],
    ],
  );
});

test('a mistake keeps everything that was typed and every file that was handed in', async () => {
  const visitor = openVisitor(server);
  const wrong = await fill(visitor, {
    identityNumber: '110105194912310021',
    description: '',
    attachment: [pdfFile('图纸.pdf')],
  });
  assert.equal(wrong.path, '/apply/form?check=1');
  assert.ok(wrong.text.includes('还不能提交，有 2 处要改'));
  assert.ok(wrong.text.includes('href="#identityNumber"') && wrong.text.includes('id="description-error"'));
  for (const words of ['欧阳小兰', '110105194912310021', '文化路 1 号', '图纸.pdf'])
    assert.ok(wrong.text.includes(words), words);
  const again = await visitor.open('/apply/form');
  assert.ok(again.text.includes('图纸.pdf') && again.text.includes('欧阳小兰'), 'reloaded');
  const review = await visitor.send('/apply/form', {
    ...hiddenOf(again, '/apply/form'),
    ...typedForm,
    act: 'review',
  });
  assert.equal(review.path, '/apply/review');
  assert.ok(review.text.includes('图纸.pdf'));
});

test('a file that was handed in by mistake is taken away again', async () => {
  const visitor = openVisitor(server);
  const before = await visitor.send('/apply/form', {
    ...(await startForm(visitor)),
    ...typedForm,
    attachment: [pdfFile('错的.pdf'), pdfFile('对的.pdf')],
    act: 'upload',
  });
  const id = /value="remove ([0-9a-f-]{36})" aria-label="删除 错的/.exec(before.text)?.[1];
  assert.ok(id);
  const after = await visitor.send('/apply/form', {
    ...hiddenOf(before, '/apply/form'),
    act: `remove ${id}`,
  });
  assert.ok(!after.text.includes('错的.pdf') && after.text.includes('对的.pdf'));
  assert.ok(after.text.includes('欧阳小兰'), 'what was typed stays, though this form sent none of it');
});

test('sent twice at once, after going back, and again from an old page, it is received once', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  const before = await countRequests();
  const form = hiddenOf(await visitor.open('/apply/review'), '/apply/send');
  const receipts = await Promise.all([1, 2, 3].map(() => visitor.send('/apply/send', form, { plain: true })));
  assert.equal(new Set(receipts.map(codeOf)).size, 1);
  assert.notEqual(codeOf(receipts[0]!), '');
  const back = await visitor.open('/apply/review');
  assert.equal(codeOf(back), codeOf(receipts[0]!), 'back to the review');
  const old = await visitor.send('/apply/form', {
    ...typedForm,
    agencyId,
    draft: form.draft ?? '',
    act: 'review',
  });
  assert.equal(codeOf(old), codeOf(receipts[0]!), 'on again from the form');
  assert.equal(await countRequests(), before + 1);
});

test('what another window changed after the review is reviewed anew before it is sent', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  const before = await countRequests();
  const form = hiddenOf(await visitor.open('/apply/review'), '/apply/send');
  await visitor.send('/apply/form', {
    ...typedForm,
    agencyId,
    description: '另一件事',
    draft: form.draft ?? '',
    act: 'save',
  });
  const again = await visitor.send('/apply/send', form, { plain: true });
  assert.equal(again.path, '/apply/review?changed=1');
  assert.ok(again.text.includes('另一件事') && again.text.includes('申请还没有提交'));
  assert.equal(await countRequests(), before);
});

test('the receipt is a sheet of paper at once, and gone from the browser once its reader has done with it', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  assert.equal((await visitor.open('/apply/receipt.pdf')).path, '/apply/form', 'nothing was sent yet');
  const receipt = await sendIt(visitor);
  assert.ok(receipt.text.includes('href="/apply/receipt.pdf"'));
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const paper = await server.ask('GET', '/apply/receipt.pdf', { cookie });
  assert.match(paper.headers.get('content-disposition') ?? '', /^attachment/);
  assert.equal(paper.headers.get('cache-control'), 'no-store');
  const words = textOfPdf(new Uint8Array(await paper.arrayBuffer()));
  for (const expected of [codeOf(receipt), numberOf(receipt), '云山区住房和城乡建设局', '条例第三十一条'])
    assert.ok(words.includes(expected), `${expected} in ${words}`);
  await visitor.send('/apply/leave', {}, { plain: true });
  for (const path of ['/apply/receipt', '/apply/receipt.pdf'])
    assert.equal((await visitor.open(path)).path, '/track', path);
});

test('another browser sees nothing of a draft, and a guessed or made-up cookie opens none', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  const stranger = openVisitor(server);
  assert.ok(!(await stranger.open(`/apply/form?agency=${agencyId}`)).text.includes('欧阳小兰'));
  stranger.cookies.set('__Host-gongkai-draft', 'A'.repeat(43));
  assert.equal((await stranger.open('/apply/review')).path, '/apply/agencies');
  const [secret] = visitor.cookies.values();
  const { rows } = {
    rows: await server.spine.db.selectFrom('application_draft').select('secret_hash').execute(),
  };
  assert.ok(rows.every(({ secret_hash }) => !secret_hash.toString('utf8').includes(secret ?? '')));
});

test('a draft is gone after seven days, with its files; what is typed then starts another', async () => {
  const visitor = openVisitor(server);
  await fill(visitor, { attachment: [pdfFile('旧的.pdf')] });
  const form = hiddenOf(await visitor.open('/apply/form'), '/apply/form');
  const { now } = server.clock;
  const files = async () =>
    (await server.spine.db.selectFrom('application_draft_file').select('id').execute()).length;
  const before = await files();
  server.clock.pass(7 * 24 * 60 + 1);
  assert.equal((await visitor.open('/apply/review')).path, '/apply/agencies');
  assert.ok((await forgetExpiredDrafts(server.spine)) > 0);
  assert.ok((await files()) < before);
  const late = await visitor.send('/apply/form', { ...form, ...typedForm, act: 'review' });
  assert.ok(late.text.includes('已经到期删除') && late.text.includes('欧阳小兰'));
  server.clock.now = now;
});

test('a visitor throws away what was typed, and it is gone', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  await visitor.send('/apply/discard', {}, { plain: true });
  assert.ok(!(await visitor.open(`/apply/form?agency=${agencyId}`)).text.includes('欧阳小兰'));
});

test('hostile and broken files are refused in plain words, and the rest is kept', async () => {
  const visitor = openVisitor(server);
  const page = await visitor.send('/apply/form', {
    ...(await startForm(visitor)),
    ...typedForm,
    attachment: [
      new File(['<html><script>alert(1)</script>'], '说明.pdf'),
      new File(['MZ\u0090\u0000program'], 'a.exe'),
      new File([], '空.pdf'),
      new File(['%PDF-1.7\n', new Uint8Array(20 * 1024 * 1024)], '太大.pdf'),
      new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'], '图.png'),
      pdfFile('../../<b>好的</b>.pdf'),
    ],
    act: 'review',
  });
  assert.equal(page.path, '/apply/form');
  for (const name of ['说明.pdf', 'a.exe', '空.pdf', '太大.pdf', '图.png'])
    assert.match(page.text, new RegExp(`“${name}”没有收下：`), name);
  assert.ok(page.text.includes('每个文件不能超过 20 MB'));
  assert.ok(page.text.includes('b&gt;.pdf') && !page.text.includes('<b>'));
  assert.ok(page.text.includes('欧阳小兰'));
});

test('a form that breaks off, or is no form, keeps what was there and never ends in an error', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const cut = `--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n新名字\r\n--x\r\nContent-Disposition: form-data; name="attachment"; filename="a.pdf"\r\n\r\n%PDF-1.7`;
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', cut],
    ['multipart/form-data', 'nothing'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json', '{'],
    ['application/x-www-form-urlencoded', '%%%&act=review'],
  ] as const) {
    const answer = await server.ask('POST', '/apply/form', {
      cookie,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
      body,
    });
    assert.equal(answer.status, 303, type);
  }
  const page = await visitor.open('/apply/form');
  assert.ok(page.text.includes('新名字') && page.text.includes(typedForm.description));
});

test('another site can neither save, send, throw away, track nor act for somebody', async () => {
  const evil = openVisitor(server, { 'sec-fetch-site': 'cross-site' });
  for (const path of [
    '/apply/form',
    '/apply/send',
    '/apply/discard',
    '/apply/public',
    '/apply/leave',
    '/track',
    '/track/leave',
    '/track/application/withdraw',
    '/track/application/correct',
  ])
    assert.equal((await evil.send(path, { number: '1' }, { plain: true })).status, 403, path);
});

test('a wrong number or code is told alike, and too many tries are held back', async () => {
  const visitor = openVisitor(server);
  const wrong = await visitor.send(
    '/track',
    { number: '依申请〔2026〕9999号', queryCode: 'AAAA-AAAA-AAAA' },
    { plain: true },
  );
  assert.equal(wrong.status, 422);
  assert.ok(wrong.text.includes('登记编号与查询码不符') && wrong.text.includes('9999'));
  assert.ok(!wrong.text.includes('AAAA-AAAA-AAAA'));
  let last = 0;
  for (let tries = 0; tries < 62; tries += 1) {
    const body = new URLSearchParams({ number: 'x', queryCode: 'y' });
    last = (await server.ask('POST', '/track', { body, address: '203.0.113.7' })).status;
  }
  assert.equal(last, 429);
});

test('who saves too often keeps what was typed on the page', async () => {
  const body = (): FormData => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...typedForm, agencyId, act: 'save' }))
      form.append(name, value);
    return form;
  };
  let answer: Response | undefined;
  for (let tries = 0; tries < 62; tries += 1)
    answer = await server.ask('POST', '/apply/form', { body: body(), address: '203.0.113.8' });
  assert.equal(answer?.status, 429);
  assert.ok((await answer?.text())?.includes('欧阳小兰'));
});

test('every page of an application is kept by nobody and found by no search engine; the entry is', async () => {
  const visitor = openVisitor(server);
  await fill(visitor);
  for (const path of ['/apply/form', '/apply/review', '/track', '/apply/agencies']) {
    const page = await visitor.open(path);
    assert.equal(page.headers.get('cache-control'), 'no-store', path);
    assert.ok(page.text.includes('<meta name="robots" content="noindex">'), path);
  }
  assert.ok(!(await visitor.open('/apply')).text.includes('noindex'));
});

test('nothing personal stands in the database in clear', async () => {
  const visitor = openVisitor(server);
  await fill(visitor, { attachment: [pdfFile('欧阳小兰的房产证.pdf', '绝无仅有的内容')] });
  const { db } = server.spine;
  const tables = [
    'application_draft',
    'application_draft_file',
    'file',
    'request',
    'request_step',
    'event',
    'done_once',
  ] as const;
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute();
    const clear = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('utf8') : value,
    );
    for (const words of ['欧阳', '11010519491231002X', '13800001234', '征收补偿方案'])
      assert.ok(!clear.includes(words), `${table}: ${words}`);
  }
});

test('one address fills no disk: past some hundred megabytes it waits, and what was typed is kept', async () => {
  const upload = async (): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...typedForm, agencyId, act: 'upload' }))
      form.append(name, value);
    form.append('attachment', pdfFile('附.pdf'));
    const body = new Response(form);
    return server.ask('POST', '/apply/form', {
      body: await body.arrayBuffer(),
      address: '203.0.113.9',
      headers: {
        'content-type': body.headers.get('content-type') ?? '',
        'content-length': String(50 * 1024 * 1024),
      },
    });
  };
  const answers: Response[] = [];
  for (let count = 0; count < 13; count += 1) answers.push(await upload());
  assert.deepEqual(
    answers.map(({ status }) => status),
    [...Array.from({ length: 12 }, () => 303), 429],
  );
  const text = (await answers.at(-1)?.text()) ?? '';
  assert.ok(text.includes('上传的文件太多') && text.includes('欧阳小兰'));
});
