import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestFileSchema } from '@gongkai/contract';
import { buildDistrict, holder, type Identity } from '../../every-route-test-kit.ts';
import { openTestServer } from '../../server-test-kit.ts';
import { openTestDatabase } from '../../test-database-kit.ts';
import { takeStep } from '../take-step.ts';
import { docxOf, upload, zipOf } from './case-file-test-kit.ts';

const server = await openTestServer(await openTestDatabase());
const district = await buildDistrict(server);
const { agencyId, otherId, rootId } = district;
const officer = await holder(server, agencyId, 'officer', 'the department');
const reviewer = await holder(server, agencyId, 'reviewer', 'the department');
const head = await holder(server, agencyId, 'disclosure_head', 'the department');
const elsewhere = await holder(server, otherId, 'officer', 'another department');
const supervisor = await holder(server, rootId, 'supervisor', 'the government');

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
const text = (words: string) => Buffer.from(words);

const ask = async (who: Identity | null, method: string, path: string, json?: unknown) => {
  const answer = await server.ask(method, `/api/requests/${district.requestId}${path}`, {
    cookie: who?.cookie,
    ...(json === undefined ? {} : { json }),
  });
  const body = await answer.text();
  return { status: answer.status, headers: answer.headers, body: body ? JSON.parse(body) : null };
};
const list = async (who: Identity = officer) => (await ask(who, 'GET', '/files')).body;
const send = (file: Parameters<typeof upload>[3], who: Identity | null = officer, headers = {}) =>
  upload(server, who, district.requestId, file, headers);
const download = async (who: Identity | null, fileId: string, query = '') => {
  const path = `/api/requests/${district.requestId}/files/${fileId}${query}`;
  const answer = await server.ask('GET', path, { cookie: who?.cookie });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const eventsOf = async (kind: string) =>
  (
    await server.spine.db
      .selectFrom('event')
      .selectAll()
      .where('kind', '=', kind as never)
      .execute()
  ).map(({ data, actor_kind }) => ({ data, actor_kind }));

describe('a file of a case', () => {
  it('is taken, listed with who added it and when, and given back byte for byte', async () => {
    const { status, body } = await send({ name: '2025年度征地补偿方案.pdf', bytes: pdf });
    assert.equal(status, 200, JSON.stringify(body));
    const file = requestFileSchema.parse(body);
    assert.deepEqual(
      [file.name, file.kindName, file.mediaType, file.size, file.isProvided, file.removedOn],
      ['2025年度征地补偿方案.pdf', '所申请的政府信息', 'application/pdf', pdf.length, false, null],
    );
    assert.ok(file.addedBy);
    const listed = await list();
    assert.deepEqual(listed.at(-1), file);
    assert.equal(listed[0].addedBy, null, 'the applicant came first');
    const answer = await download(officer, file.id);
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.bytes, pdf);
  });

  it('lies encrypted, its name too, and no event names it', async () => {
    const { body } = await send({ name: '申小兰的房屋.txt', bytes: text('幸福路八号的房屋征收') });
    const row = await server.spine.db
      .selectFrom('file')
      .selectAll()
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    assert.ok(row.is_encrypted);
    assert.ok(!row.name.includes(Buffer.from('申小兰')));
    const added = await eventsOf('request_file_added');
    assert.ok(added.length > 0);
    assert.ok(!JSON.stringify(added).includes('申小兰'));
  });

  it('sent twice with one key is there once; the key with another file is refused', async () => {
    const before = (await list()).length;
    const key = { 'idempotency-key': 'the-same-file' };
    const first = await send({ name: '一.pdf', bytes: pdf }, officer, key);
    const second = await send({ name: '一.pdf', bytes: pdf }, officer, key);
    assert.deepEqual(second, first);
    assert.equal((await list()).length, before + 1);
    const other = await send({ name: '二.pdf', bytes: pdf }, officer, key);
    assert.deepEqual([other.status, other.body.code], [409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('is always kept by the browser; shown only where it is a PDF, PNG or JPEG, and then nothing in it runs', async () => {
    const { body } = await send({ name: '名 册"\'(1).pdf', bytes: pdf });
    const kept = await download(officer, body.id);
    assert.match(
      kept.headers.get('content-disposition') ?? '',
      /^attachment; filename="file\.pdf"; filename\*=UTF-8''/,
    );
    const shown = await download(officer, body.id, '?inline');
    assert.match(shown.headers.get('content-disposition') ?? '', /^inline;/);
    const head = await server.ask('HEAD', `/api/requests/${district.requestId}/files/${body.id}`, {
      cookie: officer.cookie,
    });
    assert.equal(head.headers.get('content-length'), String(pdf.length));
    for (const { headers } of [kept, shown, head]) {
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(
        headers.get('content-security-policy') ?? '',
        /^default-src 'none'; frame-ancestors 'none'/,
      );
      assert.equal(headers.get('cache-control'), 'no-store');
    }
    assert.match(kept.headers.get('content-security-policy') ?? '', /; sandbox$/);
    const { body: plain } = await send({ name: 'a.txt', bytes: text('正文') });
    const answer = await download(officer, plain.id, '?inline');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
  });

  it('has its kind corrected, is provided or not, and removed with a reason that is kept encrypted', async () => {
    const { body } = await send({ kind: 'other', name: '甲.pdf', bytes: pdf });
    const change = (json: object) => ask(officer, 'PATCH', `/files/${body.id}`, json);
    const refused = await change({ isProvided: true });
    assert.deepEqual([refused.status, refused.body.code], [422, 'FILE_NOT_PROVIDABLE']);
    const changed = await change({ kind: 'information', isProvided: true });
    assert.deepEqual([changed.body.kind, changed.body.isProvided], ['information', true]);
    assert.equal((await change({ kind: 'redacted' })).body.code, 'FILE_KIND_FIXED');
    assert.equal((await change({ kind: 'attachment' })).body.code, 'FILE_NOT_PROVIDABLE');
    const removed = await ask(officer, 'POST', `/files/${body.id}/remove`, { reason: '属于王小明的另一件' });
    assert.equal(removed.status, 200);
    const after = (await list()).find(({ id }: { id: string }) => id === body.id);
    assert.deepEqual([after.removedOn, after.isProvided], ['2026-03-16', false]);
    assert.deepEqual(
      [(await download(officer, body.id)).status, (await change({})).body.code],
      [404, 'FILE_REMOVED'],
    );
    const row = await server.spine.db
      .selectFrom('request_file')
      .select('removal')
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    assert.ok(row.removal && !row.removal.includes(Buffer.from('王小明')));
    assert.ok(!JSON.stringify(await eventsOf('request_file_removed')).includes('王小明'));
  });
});

describe('who may', () => {
  it('nobody but the officer adds; nobody of another agency, and no supervisor from above, reads', async () => {
    const file = { name: '甲.pdf', bytes: pdf };
    const { body } = await send(file);
    for (const [who, status] of [
      [null, 401],
      [reviewer, 403],
      [elsewhere, 403],
      [supervisor, 403],
    ] as const) {
      assert.equal((await send(file, who)).status, status);
      const expected = who === reviewer ? 200 : status;
      assert.equal((await download(who, body.id)).status, expected);
      assert.equal((await ask(who, 'GET', '/files')).status, expected);
    }
  });

  it("a page of another site adds nothing, and neither does a form's body", async () => {
    const before = (await list()).length;
    const file = { name: '甲.pdf', bytes: pdf };
    assert.equal((await send(file, officer, { 'sec-fetch-site': 'cross-site' })).body.code, 'OTHER_SITE');
    assert.equal((await send(file, officer, { 'content-type': 'text/plain' })).body.code, 'BODY_TYPE');
    assert.equal((await list()).length, before);
  });

  it('what applicants handed in is read by few, and each reading stands in the record', async () => {
    const { body: proof } = await send({ kind: 'identity_proof', name: '身份证.pdf', bytes: pdf });
    const shown = async () => (await eventsOf('personal_data_shown')).length;
    const before = await shown();
    assert.equal((await download(reviewer, proof.id)).status, 403, 'a reviewer sees no identity proofs');
    assert.equal(await shown(), before);
    assert.equal((await download(head, proof.id)).status, 200);
    assert.equal((await download(reviewer, district.caseFileId)).status, 200);
    assert.equal(await shown(), before + 2);
    const events = await eventsOf('personal_data_shown');
    assert.deepEqual(events.at(-1)?.data, { fields: ['申请附件'], reason: '查看案卷材料' });
  });

  it("another case's address doesn't lead to it", async () => {
    const { body } = await send({ name: '甲.pdf', bytes: pdf });
    for (const path of [
      `/api/requests/${body.id}/files/${body.id}`,
      `/api/requests/${district.requestId}/files/${district.requestId}`,
      `/api/requests/x/files/${body.id}`,
      `/api/requests/${district.requestId}/files/..%2f..%2fetc`,
    ])
      assert.equal((await server.ask('GET', path, { cookie: officer.cookie })).status, 404, path);
  });
});

describe('hostile uploads', () => {
  const html = text('<!doctype html><script>alert(1)</script>');

  it('what is no document is refused by its bytes, whatever it is called', async () => {
    for (const [name, bytes] of [
      ['页面.pdf', html],
      ['图.png', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
      ['程序.pdf', Buffer.from(`MZ${'\0'.repeat(200)}PE\0\0`)],
      ['脚本.docx', Buffer.from('\x7fELF\x02\x01\x01')],
      ['乱码.bin', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0])],
      ['安装包.msi', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
      ['半截.pdf', Buffer.concat([html, pdf])],
    ] as const) {
      const { status, body } = await send({ name, bytes });
      assert.deepEqual([status, body.code], [422, 'FILE_TYPE_REFUSED'], `${name} ${JSON.stringify(body)}`);
    }
    assert.equal((await send({ name: '空.pdf', bytes: new Uint8Array(0) })).body.code, 'FILE_EMPTY');
  });

  it('a polyglot is kept as what it begins as, under a name that opens nothing else', async () => {
    const polyglot = await send({
      name: '照片.html',
      bytes: Buffer.concat([pdf, html, zipOf({ 'a.js': 'x' })]),
    });
    assert.deepEqual([polyglot.body.name, polyglot.body.mediaType], ['照片.html.pdf', 'application/pdf']);
    const batch = await send({ name: '说明.bat', bytes: text('del C:\\\r\n') });
    assert.equal(batch.body.name, '说明.bat.txt');
  });

  it('names lose their folders and what can not be seen', async () => {
    const { body } = await send({ name: '../../etc/pa\u202essfdp.\u0007名册.pdf', bytes: pdf });
    assert.doesNotMatch(body.name, /[/\\\p{Cc}\p{Cf}]|\.\./u);
    const long = await send({ name: `${'长'.repeat(480)}.pdf`, bytes: pdf });
    assert.equal(long.status, 200);
    assert.match(long.body.name, /…\.pdf$/);
    assert.equal((await send({ name: `${'长'.repeat(501)}.pdf`, bytes: pdf })).body.code, 'INPUT_INVALID');
    assert.equal((await send({ name: '\0.pdf', bytes: pdf })).body.code, 'TEXT_UNREADABLE');
  });

  it('an archive that unpacks to gigabytes is not unpacked', async () => {
    const bomb = zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': Buffer.alloc(40 * 1024 * 1024, 0x20),
    });
    assert.ok(bomb.length < 100_000);
    const { status } = await send({ name: '附件.docx', bytes: bomb });
    assert.equal(status, 200, 'it does no harm as long as nobody unpacks it');
  });

  it('more than 50 MB are refused, declared or not', async () => {
    const most = 50 * 1024 * 1024;
    const declared = await send({ name: '大.pdf', bytes: pdf }, officer, {
      'content-length': String(most + 1),
    });
    assert.equal(declared.body.code, 'FILE_TOO_LARGE');
    const pieces = async function* () {
      yield pdf;
      for (let sent = 0; sent <= most; sent += 1024 * 1024) yield Buffer.alloc(1024 * 1024);
    };
    const answer = await server.app.request(
      new Request(`https://yunshan.example/api/requests/${district.requestId}/files?kind=other&name=a.pdf`, {
        method: 'POST',
        headers: {
          cookie: officer.cookie ?? '',
          'content-type': 'application/octet-stream',
          'x-forwarded-for': '10.9.9.9',
        },
        body: ReadableStream.from(pieces()) as never,
        duplex: 'half',
      } as RequestInit),
    );
    assert.deepEqual(
      [answer.status, ((await answer.json()) as { code: string }).code],
      [422, 'FILE_TOO_LARGE'],
    );
  });

  it('a connection that breaks off leaves nothing behind', async () => {
    const before = (await list()).length;
    const broken = new ReadableStream({
      start: (controller) => {
        controller.enqueue(pdf);
        controller.error(new Error('gone'));
      },
    });
    const answer = await server.app.request(
      new Request(`https://yunshan.example/api/requests/${district.requestId}/files?kind=other&name=a.pdf`, {
        method: 'POST',
        headers: {
          cookie: officer.cookie ?? '',
          'content-type': 'application/octet-stream',
          'x-forwarded-for': '10.9.9.8',
        },
        body: broken,
        duplex: 'half',
      } as RequestInit),
    );
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [422, 'BODY_BROKEN']);
    assert.equal((await list()).length, before);
  });
});

describe('state secrets', () => {
  const cases: readonly (readonly [string, string, Buffer])[] = [
    ['in its name', '秘密★10年 通知.pdf', pdf],
    ['in text', 'a.txt', text('机密★\n关于……')],
    ['in text of UTF-16', 'b.txt', Buffer.from('\ufeff绝密 ★ 关于……'.replace(' ★', '★'), 'utf16le')],
    ['in text of GBK', 'c.txt', Buffer.concat([Buffer.from('c3d8c3dca1ef', 'hex'), text('\n2026')])],
    ['cut into runs of Word', 'd.docx', docxOf('<w:r><w:t>秘密</w:t></w:r><w:r><w:t>★20年</w:t></w:r>')],
    ['in a name within an archive', 'e.zip', zipOf({ '机密★.pdf': 'x' })],
    ['deep in a long text', 'f.txt', text(`${'公开的文字。'.repeat(40_000)}秘密★`)],
  ];
  it('a file that bears their mark is not kept; the message says where such matters are handled', async () => {
    const before = (await list()).length;
    const rows = async () => (await server.spine.db.selectFrom('file').select('id').execute()).length;
    const kept = await rows();
    for (const [where, name, bytes] of cases) {
      const { status, body } = await send({ name, bytes });
      assert.deepEqual([status, body.code], [422, 'FILE_MARKED_SECRET'], where);
      assert.match(body.message, /涉密信息系统.*保密工作机构/);
    }
    assert.equal((await list()).length, before);
    assert.equal(await rows(), kept);
    assert.equal((await eventsOf('secrecy_mark_refused')).length, cases.length);
  });

  it('words about secrets are no mark', async () => {
    const { status } = await send({ name: '保守国家秘密的规定.txt', bytes: text('机密级、秘密级 ★ 注意') });
    assert.equal(status, 200);
  });
});

describe('limits and states', () => {
  it('the 301st file is refused; a removed one makes room', async () => {
    const { db } = server.spine;
    const files = await list();
    const missing =
      300 - files.filter(({ removedOn }: { removedOn: string | null }) => removedOn === null).length;
    const { body } = await send({ name: '满.pdf', bytes: pdf });
    const stored = await db
      .selectFrom('file')
      .selectAll()
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    const own = await db
      .selectFrom('request_file')
      .selectAll()
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    for (let n = 1; n < missing; n += 1) {
      const id = crypto.randomUUID();
      await db
        .insertInto('file')
        .values({ ...stored, id })
        .execute();
      await db
        .insertInto('request_file')
        .values({ ...own, id } as never)
        .execute();
    }
    const full = await send({ name: '多.pdf', bytes: pdf });
    assert.deepEqual([full.status, full.body.code], [409, 'FILES_TOO_MANY']);
    await ask(officer, 'POST', `/files/${body.id}/remove`, { reason: '误传' });
    assert.equal((await send({ name: '多.pdf', bytes: pdf })).status, 200);
  });

  it('from review on what is provided stays as it was seen', async () => {
    const provided = (await list()).find(
      ({ kind, removedOn }: { kind: string; removedOn: string | null }) =>
        kind === 'information' && removedOn === null,
    );
    const caller = {
      actor: { kind: 'person', id: district.personId, postId: null },
      agencyId: district.agencyId,
      name: '经办人',
      held: [{ role: 'officer', agencyId: district.agencyId }],
      scopes: null,
      requestId: null,
    } as const;
    await takeStep(server.spine, caller, district.requestId, {
      step: 'confirm_receipt',
      input: { unreachable: false } as never,
    });
    await server.spine.db
      .updateTable('request')
      .set({ state: 'in_review' })
      .where('id', '=', district.requestId)
      .execute();
    const { status, body } = await ask(officer, 'PATCH', `/files/${provided.id}`, { isProvided: true });
    assert.deepEqual([status, body.code], [409, 'FILES_CLOSED']);
    assert.match(body.message, /待审核.*请先退回/);
  });
});
