import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { generate } from '@gongkai/synthetic-report';
import { addressOf, openTestDatabase } from './test-database-kit.ts';

/** As `npm start` does; otherwise each start compiles everything anew. */
const cache = fileURLToPath(new URL('../../../node_modules/.cache/gongkai', import.meta.url));

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  /** The line that says where it listens. */
  readonly line: string;
  readonly port: number;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

/** Nothing of these programs lands in the folder that the tests are started in. */
const folder = mkdtempSync(join(tmpdir(), 'gongkai-main-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const { connection } = await openTestDatabase({ migrated: false });

const running: ChildProcess[] = [];
after(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const launch = (env: Record<string, string>): Omit<Started, 'line' | 'port'> => {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: cache,
      GONGKAI_DATA: folder,
      DATABASE_URL: addressOf(connection),
      PORT: '0',
      ...env,
    },
  });
  running.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, output: () => text, exit: new Promise((resolve) => child.on('close', resolve)) };
};

const start = async (env: Record<string, string> = {}): Promise<Started> => {
  const launched = launch(env);
  while (!launched.output().includes('\n') && launched.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const [line = ''] = launched.output().split('\n');
  return { ...launched, line, port: Number(/:(\d+)$/.exec(line)?.[1]) };
};

/** One program for most of what is asked: a start costs more than all the questions. The last test stops it. */
const program = await start();

/** What the server says to bytes sent as they are, until it closes the connection. */
const send = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });

test('it says in one line where it listens, reads there, and writes nothing of an upload into its log', async () => {
  const { line, port, output } = program;
  assert.match(line, /^公开（gongkai）已启动：http:\/\/localhost:\d+$/);
  const report = await generate(1, { layout: 'html.site' });
  const body = new FormData();
  body.append('files', new File([new Uint8Array(report.bytes)], '内部文件名.html'));
  const answer = await fetch(`http://localhost:${port}/check`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', origin: `http://localhost:${port}` },
  });
  assert.equal(answer.status, 201);
  const { url } = (await answer.json()) as { url: string };
  for (let done = false; !done; )
    ({ done } = (await (await fetch(`http://localhost:${port}${url}/progress`)).json()) as { done: boolean });
  assert.match(await (await fetch(`http://localhost:${port}${url}`)).text(), /检查发现/);
  assert.ok(output().includes('"upload examined"'));
  for (const secret of ['内部文件名', report.truth.agency, url.split('/').at(-1) as string])
    assert.ok(!output().includes(secret), secret);
});

test('it ends at once when told to, also while files are being read and browsers hold connections', async () => {
  const { port, child, exit } = await start({ GONGKAI_READERS: '1' });
  const report = await generate(4, { layout: 'pdf.ruled' });
  const body = new FormData();
  for (let copy = 0; copy < 60; copy += 1)
    body.append('files', new File([new Uint8Array(report.bytes)], `${copy}.pdf`));
  const answer = await fetch(`http://localhost:${port}/check`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: `http://localhost:${port}` },
  });
  assert.equal(answer.status, 303);
  const held = send(port, 'GET /check HTTP/1.1\r\n');
  child.kill('SIGTERM');
  assert.equal(await exit, 0);
  await held;
});

test('a port that is taken, and settings that cannot be used, are told in plain words', async () => {
  const { port } = program;
  const second = launch({ PORT: String(port) });
  const settings = launch({ PORT: 'eighty' });
  const elsewhere = launch({ HOST: '192.0.2.1' });
  assert.equal(await second.exit, 1);
  assert.match(second.output(), new RegExp(`^端口 ${port} 已被占用。`));
  assert.equal(await settings.exit, 2);
  assert.match(settings.output(), /^环境变量 PORT 应是 0 到 65535 的整数，现在是“eighty”。/);
  assert.equal(await elsewhere.exit, 1);
  assert.match(elsewhere.output(), /本机没有 192\.0\.2\.1 这个地址/);
});

test('heads that are too long, no HTTP at all, or broken off are answered and closed', async () => {
  const { port } = program;
  const long = `GET /check HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`;
  assert.match(await send(port, long), /^HTTP\/1\.1 431 /);
  assert.match(await send(port, 'no such protocol\r\n\r\n'), /^HTTP\/1\.1 400 /);
  const cut =
    'POST /check HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 12\r\n\r\n--b\r\nContent';
  assert.match(await send(port, cut), /^HTTP\/1\.1 400 /);
  assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
});

test('who is told to stop still answers what is under way, from the database too', async () => {
  const { port, child, exit } = program;
  const input = JSON.stringify({ username: 'nobody', password: 'wrong' });
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST /api/session HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${input.length}\r\n\r\n`,
      );
    });
    socket.on('data', (chunk) => {
      // The server asks for the body: from here on the request is under way.
      if (text === '') {
        child.kill('SIGTERM');
        // Whoever stops listening refuses new connections: the signal has arrived.
        const send = (): void => {
          const probe = connect(port, '127.0.0.1', () => probe.destroy(undefined));
          probe.once('close', (failed) => (failed ? socket.write(input) : setTimeout(send, 10)));
          probe.once('error', () => {});
        };
        send();
      }
      text += chunk.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
  assert.match(answer, /HTTP\/1\.1 401 /);
  assert.match(answer, /SIGN_IN_REFUSED/);
  assert.equal(await exit, 0);
});
