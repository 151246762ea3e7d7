import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { buildDistrict, holder } from './every-route-test-kit.ts';
import { openHttpServer } from './platform/http-server.ts';
import { openTestServer, type TestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

let server: TestServer;
let http: Server;
let port: number;
let cookie: string;

before(async () => {
  server = await openTestServer(await openTestDatabase());
  const { rootId } = await buildDistrict(server);
  cookie = (await holder(server, rootId, 'system_administrator', 'the government')).cookie ?? '';
  http = openHttpServer(server.app.fetch, '127.0.0.1', 0);
  await new Promise((resolve) => http.once('listening', resolve));
  port = (http.address() as AddressInfo).port;
});
after(() => {
  http.closeAllConnections();
  http.close();
});

/** Sends bytes as they are; all that comes back until the server closes, or until `enough` of it is there. */
const send = (
  pieces: readonly (string | Uint8Array)[],
  enough: (answer: string) => boolean = () => false,
): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket: Socket = connect(port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (enough(answer)) done();
    });
    socket.on('error', () => {});
    socket.on('close', done);
  });

const statusesOf = (answer: string): readonly number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));

const head = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const host = 'Host: yunshan.example';
const stillAnswers = async (): Promise<void> => {
  const answer = await send([head(['GET /api/session HTTP/1.1', host, 'Connection: close'])]);
  assert.deepEqual(statusesOf(answer), [200]);
};

test('a body longer than allowed is refused, told in advance or sent in chunks, before it is there', async () => {
  const answered = (answer: string): boolean => answer.includes('TOO_LARGE');
  const post = ['POST /api/session HTTP/1.1', host, 'Content-Type: application/json'];
  const told = await send([head([...post, 'Content-Length: 500000000'])], answered);
  assert.deepEqual(statusesOf(told), [413]);
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  const chunked = await send([head([...post, 'Transfer-Encoding: chunked']), chunk, chunk], answered);
  assert.deepEqual(statusesOf(chunked), [413]);
  // Who is signed in may send more, but not without end.
  const form = [
    'POST /api/agencies/import/preview HTTP/1.1',
    host,
    `Cookie: ${cookie}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Transfer-Encoding: chunked',
  ];
  const megabyte = `100000\r\n${'a'.repeat(0x100000)}\r\n`;
  const long = await send([head(form), ...Array.from({ length: 13 }, () => megabyte)], answered);
  assert.deepEqual(statusesOf(long), [413]);
  await stillAnswers();
});

test('a request that can be read in two ways is refused, and what hides behind it is not done', async () => {
  const hidden = 'GET /api/session HTTP/1.1\r\nHost: yunshan.example\r\nConnection: close\r\n\r\n';
  const both = [
    ['POST /api/session HTTP/1.1', host, 'Content-Length: 4', 'Transfer-Encoding: chunked'],
    ['POST /api/session HTTP/1.1', host, 'Content-Length: 4', `Content-Length: ${hidden.length}`],
    ['POST /api/session HTTP/1.1', host, 'Content-Length: +4'],
    ['POST /api/session HTTP/1.1', host, 'Content-Length: 4 4'],
    ['POST /api/session HTTP/1.1', host, 'Transfer-Encoding: chunked, identity'],
    ['POST /api/session HTTP/1.1', host, 'Transfer-Encoding: xchunked'],
    ['POST /api/session HTTP/1.1', host, 'Transfer-Encoding : chunked'],
    ['POST /api/session HTTP/1.1', host, 'X: a', ' Transfer-Encoding: chunked'],
    ['POST /api/session HTTP/1.1', host, 'Content-Length: -1'],
    ['GET /api/session HTTP/1.1', host, 'A: b\rC: d'],
    ['GET /api/session HTTP/1.1', host, 'A\0: b'],
    ['GET /api/ses sion HTTP/1.1', host],
    ['GET /api/session HTTP/1.1'],
    ['GET /api/session HTTP/1.1', host, 'Host: other.example'],
    ['GET /api/session HTTP/9.9', host],
  ];
  for (const lines of both) {
    const answer = await send([head(lines), '0\r\n\r\n', hidden]);
    const statuses = statusesOf(answer);
    assert.ok(statuses.length === 1 && statuses[0]! >= 400 && statuses[0]! < 500, `${lines}: ${statuses}`);
    assert.doesNotMatch(answer, /signed_out/, String(lines));
  }
  await stillAnswers();
});

test('an address with a host of its own, or none that could be one, leads nowhere else', async () => {
  for (const line of [
    'GET http://evil.example/api/session HTTP/1.1',
    'GET //evil.example/api/session HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'CONNECT evil.example:443 HTTP/1.1',
    'GET /\\evil.example HTTP/1.1',
  ]) {
    const answer = await send([head([line, host, 'Connection: close'])]);
    for (const status of statusesOf(answer)) assert.ok(status < 500, `${line}: ${status}`);
    assert.doesNotMatch(answer, /location: .*evil/i, line);
  }
  for (const odd of [
    'Host: ',
    'Host: a b',
    'Host: evil.example:99999',
    'Host: [::1',
    'Host: \xff',
    `Host: ${'a'.repeat(9000)}`,
  ]) {
    const answer = await send([head(['GET / HTTP/1.1', odd, 'Connection: close'])]);
    for (const status of statusesOf(answer)) assert.ok(status < 500, `${odd.slice(0, 40)}: ${status}`);
    assert.doesNotMatch(answer, /evil\.example/, odd);
  }
  await stillAnswers();
});

test('heads without end are cut off', async () => {
  const large = await send([head(['GET / HTTP/1.1', host, `X: ${'a'.repeat(20_000)}`])]);
  assert.deepEqual(statusesOf(large), [431]);
  const many = await send([
    head(['GET / HTTP/1.1', host, ...Array.from({ length: 5000 }, (_, n) => `X${n}: a`)]),
  ]);
  assert.deepEqual(statusesOf(many), [431]);
});

test('who stops in the middle of a body keeps nobody else waiting, and harms nothing by leaving', async () => {
  const waiting = Array.from({ length: 50 }, () => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${head(['POST /api/session HTTP/1.1', host, 'Content-Type: application/json', 'Content-Length: 100'])}{"username"`,
      ),
    );
    socket.on('error', () => {});
    return socket;
  });
  await stillAnswers();
  for (const socket of waiting) socket.destroy();
  await stillAnswers();
});

const signedIn = (path: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { cookie, ...headers }, body });

test('a form of a hundred thousand parts, or of names without end, is refused like any other that is none', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  const count = Math.floor((11 * 1024 * 1024) / part.length);
  for (const body of [
    `${part.repeat(count)}--x--\r\n`,
    `--x\r\nContent-Disposition: form-data; name="${'a'.repeat(5_000_000)}"\r\n\r\n1\r\n--x--\r\n`,
    `--x\r\nContent-Disposition: form-data; name="file"; filename="${'../'.repeat(1_000_000)}"\r\n\r\n1\r\n--x--\r\n`,
    '--x'.repeat(3_000_000),
  ]) {
    const answer = await signedIn('/api/agencies/import/preview', body, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    assert.ok(
      [400, 413, 422].includes(answer.status),
      `${body.slice(0, 80)}: ${answer.status} ${await answer.text()}`,
    );
  }
  await stillAnswers();
});

test('a megabyte of brackets is refused', async () => {
  for (const body of [
    '['.repeat(1_000_000),
    `${'['.repeat(500_000)}${']'.repeat(500_000)}`,
    `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`,
  ]) {
    const answer = await signedIn('/api/people', body, { 'content-type': 'application/json' });
    assert.ok([400, 422].includes(answer.status), `${answer.status} ${await answer.text()}`);
  }
  await stillAnswers();
});
