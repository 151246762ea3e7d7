import { after } from 'node:test';
import { contract } from '@gongkai/contract';
import { Hono } from 'hono';
import { createApiRouter } from '../api-router.ts';
import { serveApi } from '../platform/api/serve-api.ts';
import { readConfig } from '../platform/config.ts';
import { openJobQueue } from '../platform/job/open-job-queue.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import type { ApiContext } from './api.ts';
import { openCaller } from './open-caller.ts';
import {
  type BuiltPerson,
  buildAgency,
  buildPerson,
  goodPassword,
  request,
  spineFor,
} from './people-test-kit.ts';
import { signIn } from './sign-in.ts';

/** The whole API on a database of its own, for tests that walk every route of it. */

after(() => queue.stop());
export const database = await openTestDatabase({ connections: 20 });
export const queue = await openJobQueue(database, []);
export const { spine, clock } = spineFor(database);
export const { db } = spine;
await db
  .insertInto('setting')
  .values([
    { name: 'security.second_factor', value: '"nobody"' },
    { name: 'security.sign_ins_per_minute', value: '600' },
  ])
  .execute();

export const root = await buildAgency(spine, { name: '云山区人民政府' });
export const bureau = await buildAgency(spine, { name: '云山区民政局', parentId: root });
export const other = await buildAgency(spine, { name: '云山区水务局', parentId: root });
export const places = { root, bureau, other } as const;

export const security = await buildPerson(spine, root, ['security_administrator']);

export const app = new Hono().all(
  '/api/*',
  serveApi<ApiContext>(
    createApiRouter(readConfig({}, 2), []),
    async (c) => {
      const from = { ...request(), headers: c.req.raw.headers };
      return {
        spine,
        caller: await openCaller(spine, from),
        request: from,
        answer: { headers: new Headers() },
      };
    },
    () => 'r1',
  ),
);

export interface Procedure {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

export const proceduresOf = (node: object, name: readonly string[] = []): readonly Procedure[] =>
  Object.entries(node).flatMap(([key, value]) => {
    const definition = (value as { '~orpc'?: { route: { method: string; path: string } } })['~orpc'];
    if (!definition) return proceduresOf(value as object, [...name, key]);
    return [{ name: [...name, key].join('.'), method: definition.route.method, path: definition.route.path }];
  });

export const procedures = proceduresOf(contract);

export type Input = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

export const send = async (
  { method, path }: Procedure,
  headers: Readonly<Record<string, string>>,
  input: Input = {},
): Promise<Answer> => {
  const rest = { ...input };
  const url = path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest[key] ?? '018f0000-0000-7000-8000-000000000000');
    delete rest[key];
    return value;
  });
  const isRead = method === 'GET' || method === 'DELETE';
  const query = isRead ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
  let body: string | FormData | null = null;
  if (!isRead && rest.file instanceof File) {
    body = new FormData();
    body.append('file', rest.file);
  } else if (!isRead) body = JSON.stringify(rest);
  const response = await app.request(`/api${url}${query}`, {
    method,
    headers: { ...headers, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
    body,
  });
  const text = await response.text();
  const code = /^\{.*"code":"([A-Z_]+)"/s.exec(text)?.[1];
  return { status: response.status, code: response.ok ? undefined : code, text };
};

export const cookie = (secret: string) => ({ cookie: `__Host-gongkai=${secret}` });
export const enter = async (person: BuiltPerson) =>
  cookie(
    await signIn(spine, request({}, `192.0.2.${Math.floor(Math.random() * 250)}`), {
      username: person.username,
      password: goodPassword,
    }),
  );

/** What nobody needs to be signed in for. */
export const open = new Set([
  'session.signIn',
  'session.current',
  'session.signOut',
  'session.passwordRules',
]);
/** What belongs to whoever is signed in, whatever their roles. */
export const own = /^(session|profile|notification)\./;
