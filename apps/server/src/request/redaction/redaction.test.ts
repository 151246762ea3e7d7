import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { openPdfEngine } from '@gongkai/annual-report';
import { readPages } from '@gongkai/redaction';
import { readPdfiumWasm } from '@gongkai/report-worker';
import { needs } from '../../../../../tools/system-package.ts';
import { buildDistrict, holder, type Identity } from '../../every-route-test-kit.ts';
import { openTestServer } from '../../server-test-kit.ts';
import { openTestDatabase } from '../../test-database-kit.ts';
import { upload } from '../file/case-file-test-kit.ts';
import { drawnPng, setPdf } from './redaction-file-test-kit.ts';

const server = await openTestServer(await openTestDatabase());
const district = await buildDistrict(server);
const officer = await holder(server, district.agencyId, 'officer', 'the department');
const reviewer = await holder(server, district.agencyId, 'reviewer', 'the department');
const elsewhere = await holder(server, district.otherId, 'officer', 'another department');

const secrets = {
  identity: '11010519491231002X',
  phone: '13800001234',
  card: '6222021234567890128',
} as const;
const document = setPdf(`
= 云山区征地补偿名册
户主：王小明，身份证号${secrets.identity}，联系电话${secrets.phone}。
补偿面积 120 平方米，金额 86000 元。
#pagebreak()
开户账号：${secrets.card}
#pagebreak()
附表不含个人信息。`);

const ask = async (
  method: string,
  path: string,
  {
    json,
    who = officer,
    key,
  }: { readonly json?: unknown; readonly who?: Identity; readonly key?: string } = {},
  // biome-ignore lint/suspicious/noExplicitAny: the answers are looked at field by field
): Promise<{ readonly status: number; readonly body: any }> => {
  const answer = await server.ask(method, `/api/requests/${district.requestId}/files${path}`, {
    cookie: who.cookie,
    ...(json === undefined ? {} : { json }),
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });
  return { status: answer.status, body: await answer.json() };
};
const add = async (name: string, bytes: Uint8Array, kind = 'information'): Promise<string> => {
  const { status, body } = await upload(server, officer, district.requestId, { kind, name, bytes });
  assert.equal(status, 200, JSON.stringify(body));
  return body.id;
};
const bytesOf = async (fileId: string): Promise<Buffer> =>
  Buffer.from(
    await (
      await server.ask('GET', `/api/requests/${district.requestId}/files/${fileId}`, {
        cookie: officer.cookie,
      })
    ).arrayBuffer(),
  );
interface Hit {
  readonly page: number;
  readonly boxes: number[][];
  readonly kind: string;
  readonly reasonCode: string;
}
const areasOf = (hits: readonly Hit[]) =>
  hits.flatMap(({ page, boxes, reasonCode }) => boxes.map((box) => ({ page, box, reasonCode })));

/** The file's bytes, and every stream in it unpacked. */
const everything = (bytes: Buffer): readonly Buffer[] => {
  const all = [bytes];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1))
    try {
      all.push(inflateSync(bytes.subarray(at + 7)));
    } catch {
      // Not compressed: its bytes are among the first.
    }
  return all;
};
const traceOf = (bytes: Buffer, words: readonly string[]): readonly string[] =>
  words.filter((word) =>
    [
      Buffer.from(word),
      Buffer.from(word, 'utf16le'),
      Buffer.from(Buffer.from(word, 'utf16le')).swap16(),
    ].some((form) =>
      everything(bytes).some((part) => part.includes(form) || part.includes(form.toString('hex'))),
    ),
  );

describe('redaction of a PDF through the API', () => {
  it('finds the personal data, blacks it out for good, and provides the new file instead of the old', async () => {
    const id = await add('补偿名册.pdf', document);
    await ask('PATCH', `/${id}`, { json: { isProvided: true } });
    const { status, body: opened } = await ask('GET', `/${id}/redaction`);
    assert.equal(status, 200, JSON.stringify(opened));
    assert.deepEqual([opened.pages.length, opened.textless, opened.areas], [3, [], []]);
    assert.deepEqual([...new Set(opened.hits.map(({ kind }: Hit) => kind))].sort(), [
      'bankCard',
      'idCard',
      'mobile',
      'name',
    ]);
    assert.ok(!JSON.stringify(opened.hits).includes(secrets.identity), 'shown in part only');
    assert.ok(
      opened.reasons.find(({ code }: { code: string }) => code === 'phone').article.includes('第十五条'),
    );

    const areas = areasOf(opened.hits);
    const { status: made, body } = await ask('POST', `/${id}/redaction`, { json: { areas } });
    assert.equal(made, 200, JSON.stringify(body));
    assert.deepEqual([body.remains, body.unchecked], [[], []]);
    assert.deepEqual(
      [body.file.name, body.file.kind, body.file.originalId, body.file.isProvided],
      ['补偿名册（区分处理）.pdf', 'redacted', id, true],
    );
    assert.deepEqual(
      body.reasons.map(({ code, areas: count, pages }: never) => [code, count, pages]),
      [
        ['identity_number', 1, [1]],
        ['phone', 1, [1]],
        ['financial_account', 1, [2]],
        ['name', 1, [1]],
      ],
    );

    const redacted = await bytesOf(body.file.id);
    const words = [...Object.values(secrets), '王小明', '补偿名册', '附表'];
    assert.deepEqual(traceOf(redacted, words), []);
    assert.ok(!/\/(Font|Info|Metadata|Annots|EmbeddedFile)/.test(redacted.toString('latin1')));
    const engine = await openPdfEngine(readPdfiumWasm());
    assert.deepEqual(
      readPages(engine, redacted).map(({ characters }) => characters.length),
      [0, 0, 0],
    );

    const files = (await ask('GET', '')).body;
    const of = (fileId: string) => files.find((file: { id: string }) => file.id === fileId);
    assert.equal(of(id).isProvided, false, 'the original no longer goes out');
    assert.deepEqual(
      of(body.file.id)
        .reasons.map(({ name, exemption }: never) => [name, exemption])
        .at(0),
      ['身份证件号码', 'personal_privacy'],
    );
    const kept = await server.spine.db
      .selectFrom('request_file')
      .select(['areas', 'reasons'])
      .where('request_id', '=', district.requestId)
      .execute();
    assert.deepEqual(traceOf(Buffer.from(JSON.stringify(kept)), words), []);

    // Once more, with less covered: the earlier try no longer goes out either.
    const again = await ask('POST', `/${id}/redaction`, { json: { areas: areas.slice(0, 2) }, key: 'again' });
    const after = (await ask('GET', '')).body.filter((file: { isProvided: boolean }) => file.isProvided);
    assert.deepEqual(
      after.map((file: { id: string }) => file.id),
      [again.body.file.id],
    );
    const same = await ask('POST', `/${id}/redaction`, { json: { areas: areas.slice(0, 2) }, key: 'again' });
    assert.equal(same.body.file.id, again.body.file.id, 'sent twice, made once');
    const count = (await ask('GET', '')).body.length;
    const both = await Promise.all(
      [1, 2].map(() => ask('POST', `/${id}/redaction`, { json: { areas }, key: 'at once' })),
    );
    assert.equal(both[0]?.body.file.id, both[1]?.body.file.id, 'asked again while it is made, too');
    assert.equal((await ask('GET', '')).body.length, count + 1);
  });

  it('says where the same words stand uncovered, and leaves it to people to provide the file', async () => {
    const id = await add(
      '两处.pdf',
      setPdf(`联系电话${secrets.phone}。#pagebreak() 再次列明：${secrets.phone}。`),
    );
    const { hits } = (await ask('GET', `/${id}/redaction`)).body;
    const areas = areasOf(hits.filter(({ page }: Hit) => page === 1));
    const { body } = await ask('POST', `/${id}/redaction`, { json: { areas } });
    assert.equal(body.remains.length, 1);
    assert.match(body.remains[0], /第 2 页/);
    assert.ok(!body.remains[0].includes(secrets.phone));
    assert.equal(body.file.isProvided, false);
    const provided = await ask('PATCH', `/${body.file.id}`, { json: { isProvided: true } });
    assert.equal(provided.body.isProvided, true);
  });

  it('keeps what was not done yet, draws pages, and works on a picture', async () => {
    const id = await add('分批.pdf', document);
    const areas = [{ page: 2, box: [10, 20, 110, 40], reasonCode: 'trade_secret' }];
    assert.equal((await ask('PUT', `/${id}/redaction`, { json: { areas } })).status, 200);
    assert.deepEqual((await ask('GET', `/${id}/redaction`)).body.areas, areas);
    const page = (number: number | string, who = officer) =>
      server.ask('GET', `/api/requests/${district.requestId}/files/${id}/pages/${number}.png`, {
        cookie: who.cookie,
      });
    const drawn = await page(2);
    assert.deepEqual([drawn.status, drawn.headers.get('content-type')], [200, 'image/png']);
    assert.equal(Buffer.from(await drawn.arrayBuffer()).readUInt32BE(0), 0x89504e47);
    for (const number of [0, 4, 501])
      assert.ok([404, 422].includes((await page(number)).status), String(number));
    for (const who of [reviewer, elsewhere]) assert.equal((await page(1, who)).status, 403);

    const picture = await add('照片.png', drawnPng(400, 300));
    const opened = (await ask('GET', `/${picture}/redaction`)).body;
    assert.deepEqual([opened.pages, opened.textless], [[{ page: 1, width: 400, height: 300 }], [1]]);
    const covering = [{ page: 1, box: [100, 100, 200, 150], reasonCode: 'name' }];
    const { body } = await ask('POST', `/${picture}/redaction`, { json: { areas: covering } });
    assert.deepEqual([body.file.name, body.file.mediaType], ['照片（区分处理）.png', 'image/png']);
    assert.match(body.unchecked[0], /请人工查看/);
  });

  it('reads a scan by recognition where that is installed', { skip: needs('tesseract') }, async () => {
    const original = await add('来源.pdf', setPdf(`#set text(size: 20pt)\n联系电话：${secrets.phone}`));
    const covering = [{ page: 1, box: [0, 700, 50, 750], reasonCode: 'name' }];
    // What redaction makes has pictures of pages only, like a scan.
    const { body } = await ask('POST', `/${original}/redaction`, { json: { areas: covering } });
    const scan = await add('扫描.pdf', await bytesOf(body.file.id));
    const opened = (await ask('GET', `/${scan}/redaction`)).body;
    assert.deepEqual([opened.hits, opened.textless], [[], [1]]);
    const { body: read } = await ask('POST', `/${scan}/redaction/pages/1`, { json: {} });
    assert.deepEqual([read.recognised, read.hits.map(({ kind }: Hit) => kind)], [true, ['mobile']]);
    const [left, top, right, bottom] = read.hits[0].boxes[0];
    assert.ok(left > 60 && right < 400 && top > 40 && bottom < 140, String(read.hits[0].boxes[0]));
  });
});

describe('what redaction refuses', () => {
  const areas = [{ page: 1, box: [10, 10, 60, 30], reasonCode: 'name' }];
  const codeOf = async (fileId: string, asked: object = { areas }) =>
    (await ask('POST', `/${fileId}/redaction`, { json: asked })).body;

  it('what is no page, what it made itself, what is damaged or closed with a password', async () => {
    const text = await add('文本.txt', Buffer.from('正文'));
    const broken = await add('坏.pdf', Buffer.from('%PDF-1.4\nnothing'));
    for (const id of [text, broken]) {
      const { code, message } = await codeOf(id);
      assert.equal(code, 'REDACTION_NOT_POSSIBLE');
      assert.match(message, /\p{Script=Han}{4}/u);
    }
    const good = await add('好.pdf', document);
    const { body } = await ask('POST', `/${good}/redaction`, { json: { areas } });
    assert.equal((await codeOf(body.file.id)).code, 'REDACTION_NOT_POSSIBLE');
    for (const wrong of [
      { page: 9, box: [10, 10, 60, 30], reasonCode: 'name' },
      { page: 1, box: [10, 10, 10, 30], reasonCode: 'name' },
      { page: 1, box: [9000, 10, 9100, 30], reasonCode: 'name' },
      { page: 1, box: [10, 10, 60, 30], reasonCode: '因为' },
    ])
      assert.equal((await codeOf(good, { areas: [wrong] })).code, 'REDACTION_NOT_POSSIBLE');
    assert.equal((await codeOf(good, { areas: [] })).code, 'INPUT_INVALID');
  });

  it('a file removed meanwhile, another agency, and a case under review or answered', async () => {
    const id = await add('名册.pdf', document);
    const other = await ask('POST', `/${id}/redaction`, { json: { areas }, who: elsewhere });
    assert.deepEqual([other.status, other.body.code], [403, 'PERMISSION_DENIED']);
    const gone = await add('误传.pdf', document);
    await ask('POST', `/${gone}/remove`, { json: { reason: '误传' } });
    assert.equal((await codeOf(gone)).code, 'FILE_REMOVED');
    const files = (await ask('GET', '')).body.length;
    const set = (state: string, outcome: string | null) =>
      server.spine.db
        .updateTable('request')
        .set({ state, outcome, waiting: outcome === null ? 'officer' : null } as never)
        .where('id', '=', district.requestId)
        .execute();
    for (const [state, outcome] of [
      ['in_review', null],
      ['signed', null],
      ['delivered', 'disclosed'],
      ['archived', 'disclosed'],
    ] as const) {
      await set(state, outcome);
      assert.equal((await codeOf(id)).code, 'FILES_CLOSED', state);
      assert.equal((await ask('PUT', `/${id}/redaction`, { json: { areas } })).body.code, 'FILES_CLOSED');
    }
    assert.equal((await ask('GET', '')).body.length, files);
  });
});
