import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Hono } from 'hono';
import { type BuiltPerson, goodPassword, type TestClock } from './agency/people-test-kit.ts';
import { createApp, requestIdOf } from './app.ts';
import { jobsOf } from './jobs.ts';
import { openByteStore } from './open-store.ts';
import { type Config, readConfig } from './platform/config.ts';
import type { Database } from './platform/database/open-database.ts';
import { openFiles } from './platform/file/open-files.ts';
import { openJobQueue } from './platform/job/open-job-queue.ts';
import { measureRequests } from './platform/metrics/measure-requests.ts';
import { openMetrics } from './platform/metrics/open-metrics.ts';
import { createOperationApp } from './platform/metrics/operation-app.ts';
import { type Cipher, createCipher } from './platform/secret/cipher.ts';
import type { Spine } from './platform/spine.ts';
import { demonstrationSite } from './portal/index.ts';
import { openReaders } from './report/index.ts';

/** The whole server on a test's database, asked without a port. */
export interface TestServer {
  readonly app: Hono;
  readonly config: Config;
  readonly spine: Spine;
  readonly clock: TestClock;
  readonly ask: (method: string, path: string, options?: Asking) => Promise<Response>;
  /** Signs somebody in by the API; the cookie of the session. Who has a second factor still has to give it. */
  readonly signIn: (person: BuiltPerson, password?: string) => Promise<string>;
}

export interface Asking {
  readonly cookie?: string | undefined;
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the request comes from; another at each sign-in, where limits of addresses aren't the subject. */
  readonly address?: string;
}

/** The cookie that an answer sets, as the browser sends it back. */
export const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Who may read /metrics. */
export const metricsToken = 'metrics-of-the-tests';

let addresses = 0;

/**
 * Puts the real server together on a database; all that it opened is closed after the file's tests. Further servers on
 * the same database share the key.
 */
export const openTestServer = async (
  database: Database,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cipher?: Cipher;
    readonly clock?: TestClock;
    /** Whether requests are measured and logged, as the program does. */
    readonly isLogged?: boolean;
  } = {},
): Promise<TestServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-server-'));
  const config = readConfig(
    {
      GONGKAI_DATA: folder,
      GONGKAI_PUBLIC_URL: 'https://yunshan.example',
      GONGKAI_TRUST_PROXY: '1',
      GONGKAI_UPLOADS_PER_MINUTE: '10000',
      ...options.env,
    },
    1,
  );
  const cipher = options.cipher ?? createCipher(Buffer.alloc(32, 7));
  const clock: TestClock = options.clock ?? {
    now: new Date('2026-03-16T01:00:00Z'),
    pass: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
  };
  const bytes = await openByteStore(config);
  const jobs = jobsOf(config, bytes);
  const queue = await openJobQueue(database, jobs);
  const readers = openReaders({ size: 1, seconds: 20 });
  const files = await openFiles({
    ...bytes,
    cipher,
    algorithm: 'aes',
    scanner: null,
    most: 64 * 1024 * 1024,
  });
  const spine: Spine = { database, db: database.db, now: () => clock.now, cipher, jobs: queue.jobs, files };
  const registry = openMetrics(database);
  const app = createApp({
    config,
    spine,
    jobs,
    readers,
    site: () => demonstrationSite,
    before: options.isLogged ? [measureRequests(registry, requestIdOf)] : [],
    operation: createOperationApp({
      registry,
      metricsToken,
      database,
      dataFolder: folder,
      now: spine.now,
    }),
  });
  after(async () => {
    await readers.close();
    await queue.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask: TestServer['ask'] = async (method, path, options = {}) => {
    const { cookie, token, json, body, headers, address } = options;
    addresses += 1;
    return app.request(`https://yunshan.example${path}`, {
      method,
      headers: {
        'x-forwarded-for': address ?? `10.${addresses >> 16}.${(addresses >> 8) & 255}.${addresses & 255}`,
        ...(cookie === undefined ? {} : { cookie }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body }),
    });
  };
  const signIn: TestServer['signIn'] = async ({ username }, password = goodPassword) => {
    const answer = await ask('POST', '/api/session', { json: { username, password } });
    if (answer.status !== 200) throw new Error(`not signed in: ${await answer.text()}`);
    return cookieOf(answer);
  };
  return { app, config, spine, clock, ask, signIn };
};
