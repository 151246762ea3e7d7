import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { generate } from '@gongkai/synthetic-report';
import { openTestApp } from './upload-test-kit.ts';

const { app, post, examine, close } = openTestApp();
after(close);

const report = await generate(1, { layout: 'html.site' });

test('somebody without JavaScript uploads a report and gets the whole result on one page', async () => {
  const { html, url } = await examine([report]);
  assert.ok(html.includes(report.truth.agency));
  assert.ok(html.includes('id="c-requests.received.total"'));
  assert.ok(html.includes('检查发现'));
  const cell = await app.request(`${url}/1/cells/requests.received.total`);
  assert.equal(cell.status, 200);
  assert.ok((await cell.text()).includes('取得方式'));
});

test('the result can be taken away in every format, and our reader reads it back', async () => {
  const { url } = await examine([report]);
  for (const format of ['docx', 'pdf', 'xlsx', 'json', 'html', 'csv', 'md']) {
    const answer = await app.request(`${url}/1/report.${format}`);
    assert.equal(answer.status, 200, format);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    assert.ok(bytes.length > 500, format);
    if (format === 'csv') continue;
    const again = await examine([{ name: `again.${format}`, bytes }]);
    assert.ok(again.html.includes(report.truth.agency), format);
  }
});

test('several files come back as a list, and a bad one among them says why', async () => {
  const { html } = await examine([
    report,
    { name: '空.docx', bytes: new Uint8Array(0) },
    await generate(2, { layout: 'docx.plain' }),
  ]);
  assert.ok(html.includes('3 个文件，读出 2 份报告'));
  assert.ok(html.includes('file.empty'));
});

test('a result is found only under its own address, and is gone once deleted', async () => {
  const { url } = await examine([report]);
  assert.equal((await app.request('/check/AAAAAAAAAAAAAAAAAAAAAA')).status, 404);
  const deleted = await app.request(`${url}/delete`, {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
  });
  assert.equal(deleted.status, 303);
  for (const path of ['', '/1', '/1/cells/requests.received.total', '/1/report.json', '/progress'])
    assert.equal((await app.request(url + path)).status, 404, path);
});

test('another site cannot make somebody upload or delete', async () => {
  assert.equal((await post([report], { origin: 'http://evil.example' })).status, 403);
  assert.equal((await post([report], { 'sec-fetch-site': 'cross-site' })).status, 403);
});

test('a browser that comes by https, to a balancer that asks us by http, can upload', async () => {
  assert.notEqual((await post([report], { origin: 'https://localhost' })).status, 403);
});

test('what is too large, too many or nothing at all is turned away with the limit named', async () => {
  const large = await post([{ name: 'large.pdf', bytes: new Uint8Array(3 * 1024 * 1024) }]);
  assert.equal(large.status, 413);
  assert.ok((await large.text()).includes('一次最多上传 2 MB'));
  assert.equal((await post([])).status, 400);
  const asJson = await post([], { accept: 'application/json' });
  assert.deepEqual(await asJson.json(), { message: '没有选择文件。' });
});

test('an address that asks for what is not there gets a page that says so, never an error', async () => {
  const { url } = await examine([report]);
  for (const path of [
    '/0',
    '/2',
    '/1/cells/nothing',
    '/1/report.exe',
    '/1/pages/1',
    '/1/pages/0.png',
    '/compare?a=1&b=9',
  ])
    assert.equal((await app.request(url + path)).status, 404, path);
});

test('a name with markup in it is shown as it is and does nothing', async () => {
  const { html } = await examine([{ ...report, name: '<img src=x onerror=alert(1)>.html' }]);
  assert.ok(!html.includes('<img src=x'));
  assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
});

test('every answer forbids foreign scripts, framing and keeping', async () => {
  for (const path of ['/check', '/rules', '/nowhere', '/check/AAAAAAAAAAAAAAAAAAAAAA']) {
    const answer = await app.request(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.ok(!policy.includes('unsafe'));
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  }
});
