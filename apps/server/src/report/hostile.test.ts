import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { generate } from '@gongkai/synthetic-report';
import { buildZip } from '../../../../packages/annual-report/src/read/zip/build-zip.ts';
import { openTestApp } from './upload-test-kit.ts';

const { app, post, examine, get, close } = openTestApp({ GONGKAI_UPLOAD_FILES: '20' });
after(close);

const report = await generate(1, { layout: 'html.site' });
const megabytes = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024);

test('an archive that inflates to hundreds of megabytes is refused by itself, and its neighbour is read', async () => {
  const bomb = buildZip(
    Array.from({ length: 3 }, (_, index) => ({ name: `${index}.txt`, data: megabytes(48) })),
  );
  const { html } = await examine([{ name: '炸弹.zip', bytes: bomb }, report]);
  assert.ok(html.includes(report.truth.agency));
  assert.match(html, /archive\.tooMany|file\.hostile|file\.tooLarge/);
});

test('an archive that lies about its sizes is refused with a reason', async () => {
  const liar = buildZip([{ name: '报告.html', data: report.bytes, size: 1_000_000_000 }]);
  const { html } = await examine([{ name: '报告.zip', bytes: liar }]);
  assert.match(html, /file\.(?:hostile|damaged|tooLarge)/);
});

test('an archive of a thousand files is read up to the limit, and says how many are left', async () => {
  const many = buildZip(Array.from({ length: 1000 }, (_, index) => ({ name: `${index}.txt`, data: '无' })));
  const { html } = await examine([{ name: '千份.zip', bytes: many }]);
  assert.ok(html.includes('压缩包里还有 980 个文件没有读：一次最多读 20 个。'));
});

test('a thousand files at once are turned away', async () => {
  const files = Array.from({ length: 1000 }, (_, index) => ({
    name: `${index}.txt`,
    bytes: new Uint8Array(1),
  }));
  const answer = await post(files);
  assert.equal(answer.status, 413);
  assert.ok((await answer.text()).includes('一次最多上传 20 个文件'));
});

test('a form that breaks off in the middle is told so', async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n半份';
  const answer = await app.request('/check', {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost', 'content-type': 'multipart/form-data; boundary=x' },
  });
  assert.equal(answer.status, 400);
  assert.ok((await answer.text()).includes('文件不完整'));
});

test('names lose folders, unseen characters and marks that turn the direction; long ones are cut', async () => {
  const { url } = await examine([
    { ...report, name: '../../etc/\u202Efdp.报\u0007告.html' },
    { ...report, name: `${'很长的名称'.repeat(60)}.html` },
    { name: '包.zip', bytes: buildZip([{ name: '../..\\上级/\u2066报告.html', data: report.bytes }]) },
  ]);
  const html = await get(url);
  assert.ok(html.includes('>fdp.报告.html<'));
  assert.match(html, />(?:很长的名称){49}.{0,5}….html</);
  assert.ok(html.includes('>包.zip/上级/报告.html<'));
});

test('scripts, frames and pictures in a report come out as text, or not at all', async () => {
  const page = new TextDecoder().decode(report.bytes);
  const hostile =
    '<script>alert(1)</script><img src=x onerror=alert(2)>&lt;script&gt;alert(3)&lt;/script&gt;<svg onload=alert(4)></svg>';
  const bytes = new TextEncoder().encode(page.replace(/总体情况[^。]*/, (words) => words + hostile));
  assert.notEqual(bytes.length, report.bytes.length);
  const { url, html } = await examine([{ name: 'x.html', bytes }]);
  assert.ok(html.includes('&lt;script&gt;alert(3)&lt;/script&gt;'));
  assert.doesNotMatch(html, /<script>|onerror=a|<svg onload/);
  const download = await get(`${url}/1/report.html`);
  assert.doesNotMatch(download, /<script>alert|onerror=a|<svg onload/);
});

test('pictures, programs and files that are two things at once are read as text or refused, never as an error', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
  const polyglot = Buffer.concat([
    Buffer.from('GIF89a/*'),
    Buffer.from('*/=1;%PDF-1.7\n1 0 obj\n<<>>\nendobj'),
  ]);
  const { html } = await examine([
    { name: '图.svg', bytes: Buffer.from(svg) },
    { name: '两样.pdf', bytes: polyglot },
    { name: '程序.exe', bytes: Buffer.from('MZ\u0000\u0000\u0001') },
    { name: '空.zip', bytes: buildZip([]) },
  ]);
  assert.ok(html.includes('没有读出年度报告'));
  assert.ok(html.includes('程序.exe'));
  assert.doesNotMatch(html, /<svg|alert\(2\)<\/script>/);
});

test('other methods, and questions of any length, are answered and not failed', async () => {
  assert.equal((await app.request('/check', { method: 'HEAD' })).status, 200);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    const answer = await app.request('/check', { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST');
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  }
  const { url } = await examine([report]);
  const long = 'x'.repeat(10_000);
  for (const path of [`/compare?a=${long}&b=1`, `/family?parent=${long}`, `/1/pages/1.png?box=${long}`])
    assert.equal((await app.request(url + path)).status, 404, path.slice(0, 20));
  assert.equal((await app.request(`${url}?show=${long}&order=${long}`)).status, 200);
});
