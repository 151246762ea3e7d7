import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { officeRoutes } from './office-assets.ts';
import { securityHeaders } from './security-headers.ts';

const script = 'console.log("办公端");'.repeat(50);
const page =
  '<meta name="gongkai-notice" content="OFFICE_NOTICE"><meta property="csp-nonce" nonce="CSP_NONCE"><script type="module" src="/office/assets/index-abc.js" nonce="CSP_NONCE"></script>';

let folder: string;
let app: Hono;

const appOf = (path: string, notice?: () => string | null): Hono => {
  const made = new Hono();
  made.use(securityHeaders);
  made.route('/', officeRoutes(pathToFileURL(`${path}/`), notice));
  return made;
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-office-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets', 'index-abc.js'), script);
  app = appOf(folder, () => '演示 "云山区" <b>');
});
after(() => rm(folder, { recursive: true, force: true }));

const nonceOf = (policy: string | null): string | undefined => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

test('every answer of the page has a nonce of its own, in the policy and in the page', async () => {
  const nonces: string[] = [];
  for (const path of ['/office', '/office/', '/office/people?page=2']) {
    const answer = await app.request(path);
    assert.equal(answer.status, 200);
    const nonce = nonceOf(answer.headers.get('content-security-policy'));
    assert.ok(nonce && nonce.length >= 22);
    const text = await answer.text();
    assert.equal(text.split(`nonce="${nonce}"`).length - 1, 2);
    assert.ok(!text.includes('CSP_NONCE'));
    nonces.push(nonce);
  }
  assert.equal(new Set(nonces).size, 3);
});

test('the policy lets nothing in that is inline or from elsewhere', async () => {
  const policy = (await app.request('/office')).headers.get('content-security-policy') ?? '';
  assert.doesNotMatch(policy, /unsafe|https?:|data:|\*/);
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self';/);
  assert.match(policy, /frame-ancestors 'none'/);
});

test('the page is never kept by a cache, its files for ever', async () => {
  assert.equal((await app.request('/office')).headers.get('cache-control'), 'no-store');
  const file = await app.request('/office/assets/index-abc.js');
  assert.match(file.headers.get('cache-control') ?? '', /immutable/);
  assert.match(file.headers.get('content-type') ?? '', /^text\/javascript/);
  assert.equal(await file.text(), script);
});

test('files go packed to browsers that unpack', async () => {
  const file = await app.request('/office/assets/index-abc.js', {
    headers: { 'accept-encoding': 'br, gzip' },
  });
  assert.equal(file.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(await file.arrayBuffer()).toString(), script);
});

test('a file that is gone since an update is not answered with the page', async () => {
  const answer = await app.request('/office/assets/index-old.js');
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /请刷新页面/);
});

test('no address leads out of the folder', async () => {
  for (const path of [
    '/office/assets/..%2findex.html',
    '/office/assets/%2e%2e/index.html',
    '/office/assets/../../x',
  ])
    assert.doesNotMatch(await (await app.request(path)).text(), /CSP_NONCE|console\.log/);
});

test('the notice stands in the page as text', async () => {
  const text = await (await app.request('/office')).text();
  assert.match(text, /content="演示 &quot;云山区&quot; &lt;b>"/);
});

test('an office that was not built says how to build it', async () => {
  const answer = await appOf(join(folder, 'nothing')).request('/office/people');
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /npm start/);
});
