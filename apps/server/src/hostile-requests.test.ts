import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { mayAnywhere, refusalCodes } from '@gongkai/contract';
import {
  buildDistrict,
  type District,
  holder,
  type Identity,
  inParallel,
  procedures,
} from './every-route-test-kit.ts';
import { openness } from './route-openness-test-kit.ts';
import { openTestServer, type TestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

let server: TestServer;
let district: District;
/** Who may do most: what they send is read furthest. */
let able: readonly Identity[];

before(async () => {
  server = await openTestServer(await openTestDatabase(), { env: { GONGKAI_DEVELOPMENT: '1' } });
  district = await buildDistrict(server);
  able = await Promise.all(
    (
      ['system_administrator', 'security_administrator', 'audit_administrator', 'disclosure_head'] as const
    ).map((role) =>
      holder(server, role === 'disclosure_head' ? district.agencyId : district.rootId, role, 'it'),
    ),
  );
});

const known = new Set<string>(Object.keys(refusalCodes));

const cookieOf = ({ cookie = '' }: Identity): string => cookie;

const answerOf = async (answer: Response): Promise<{ readonly status: number; readonly text: string }> => ({
  status: answer.status,
  text: await answer.text(),
});

/** Of those who may do most, who may ask this: what they send is read to its end. */
const askerOf = (name: string): Identity => {
  const open = openness[name]?.open;
  const { action } = typeof open === 'object' ? open : { action: undefined };
  return able.find(({ held }) => action === undefined || mayAnywhere(held ?? [], action)) ?? able[0]!;
};

/** Places that take a word or a number instead of an id. */
const words: Readonly<Record<string, string>> = { template: 'correction_notice', page: '1' };

const filled = (path: string, id: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? id);

/** Addresses beside the contract that carry bytes: they take this at a procedure's path. */
const besideContract: ReadonlySet<string> = new Set(['POST /requests/{id}/files']);

test('a method that an address does not take is refused, whoever asks', async () => {
  const paths = Map.groupBy(procedures, ({ path }) => path);
  for (const [path, those] of paths) {
    const taken = new Set(those.map(({ method }) => method));
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW']) {
      // Another procedure's place takes this for its {id}.
      const isElsewhere = procedures.some(
        (one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
      );
      if (taken.has(method) || isElsewhere || method === 'TRACE' || besideContract.has(`${method} ${path}`))
        continue;
      const { status, text } = await answerOf(
        await server.ask(method, `/api${filled(path, district.agencyId)}`, { cookie: cookieOf(able[0]!) }),
      );
      assert.ok([404, 405].includes(status), `${method} ${path}: ${status} ${text}`);
    }
  }
});

const oddIds = [
  'x',
  '0',
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..',
  '%F0%9F%92%A5',
  '%C0%AF',
  '%E4%BA%91%00',
  "'%20or%201=1--",
  'null',
  '__proto__',
  '%7B%7D',
  `${'a'.repeat(4000)}`,
  '00000000-0000-0000-0000-00000000000g',
  '00000000-0000-4000-8000-000000000000%0a',
];

test('an id that is none is refused as such, and one that nothing bears is not there', async () => {
  const withPlace = procedures.filter(({ path }) => path.includes('{'));
  const unknown = '018f0000-0000-7000-8000-000000000000';
  const tries = withPlace.flatMap((procedure) => [
    ...oddIds.map((id) => ({
      ...procedure,
      id,
      identity: askerOf(procedure.name),
      expected: [404, 422],
    })),
    ...able.map((identity) => ({
      ...procedure,
      id: unknown,
      identity,
      expected: [403, 404],
    })),
  ]);
  await inParallel(tries, async ({ name, method, path, id, identity, expected }) => {
    const { id: _, agencyId: __, ...rest } = openness[name]?.input?.(district) ?? {};
    const { status, text } = await answerOf(
      await server.ask(method, `/api${filled(path, id)}`, {
        cookie: cookieOf(identity),
        ...(method === 'GET' ? {} : { json: rest }),
      }),
    );
    assert.ok(expected.includes(status), `${name} ${id.slice(0, 40)}: ${status} ${text.slice(0, 300)}`);
    assert.ok(known.has(JSON.parse(text).code), text);
  });
});

const json = 'application/json';
const deep = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Bodies that no client of ours sends. */
const oddBodies: readonly (readonly [type: string, body: string | Uint8Array<ArrayBuffer>])[] = [
  [json, ''],
  [json, ' '],
  [json, '{'],
  [json, 'null'],
  [json, '[]'],
  [json, '"x"'],
  [json, '0'],
  [json, 'true'],
  [json, '[[]]'],
  [json, '{"__proto__":{"role":"system_administrator"},"constructor":{"prototype":{"x":1}}}'],
  [json, '{"name":{"toString":"x"},"id":{"$ne":null},"agencyId":["a"]}'],
  [json, '{"id":"a","id":"b","json":{"x":1},"meta":[[1,"x"]]}'],
  [json, '{"name":"\\u0000","username":"a\\u0000b","password":"\\u0000","reason":"\\ud800"}'],
  [json, '{"\\u0000":1}'],
  [json, '{"page":1e400,"size":-1,"sort":1e308,"days":null}'],
  [json, deep('[', ']', 3_000)],
  [json, deep('{"a":', '}', 2_000)],
  [json, deep('{"a":[', ']}', 1_000)],
  ['application/json; charset=utf-16', '{}'],
  ['application/jsonp', '{}'],
  ['text/plain', '{}'],
  ['text/plain', '{"username":"a","password":"b"}'],
  ['application/x-www-form-urlencoded', 'username=a&password=b'],
  ['application/x-www-form-urlencoded', 'a[__proto__][b]=1&a[constructor][prototype][c]=1'],
  ['text/event-stream', 'event: message\ndata: {}\n\n'],
  ['application/octet-stream', new Uint8Array(100)],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=x', ''],
  ['multipart/form-data; boundary=x', '--x\r\n'],
  ['multipart/form-data; boundary=x', '--x--\r\n'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--x--\r\n',
  ],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file[__proto__][a]"; filename="../../x"\r\n\r\nx\r\n--x--\r\n',
  ],
  [
    'multipart/form-data; boundary=x',
    `--x\r\ncontent-disposition: form-data; name="${'a[b]'.repeat(2_000)}"\r\n\r\nx\r\n--x--\r\n`,
  ],
];

test('no body brings the server out of step, and none changes what objects are', async () => {
  // Takes no input, and ends the session that asks.
  const tries = procedures
    .filter(({ name, method }) => method !== 'GET' && name !== 'session.signOut')
    .flatMap((procedure) =>
      oddBodies.map(([type, body], index) => ({
        ...procedure,
        type,
        body,
        cookie: index % 3 === 0 ? undefined : cookieOf(askerOf(procedure.name)),
      })),
    );
  await inParallel(tries, async ({ name, method, path, type, body, cookie }) => {
    const { status, text } = await answerOf(
      await server.ask(method, `/api${filled(path, district.agencyId)}`, {
        cookie,
        body,
        headers: { 'content-type': type },
      }),
    );
    const where = `${name} ${type} ${String(body).slice(0, 60)}: ${status} ${text.slice(0, 300)}`;
    assert.ok(status < 500, where);
    if (status >= 400) {
      const { code, message, data } = JSON.parse(text);
      assert.ok(known.has(code), where);
      for (const said of [message, ...(data?.fields ?? []).map((one: { message: string }) => one.message)])
        assert.match(said, /^[^A-Za-z]*\p{Script=Han}{2}/u, where);
    }
    const isAccepted = /^(application\/json\s*(;|$)|multipart\/form-data\s*;)/.test(type);
    if (!isAccepted && body.length > 0) assert.equal(status, 415, where);
  });
  assert.deepEqual(
    ['role', 'x', 'b', 'c', 'a'].filter((key) => key in {} || key in []),
    [],
  );
});

test('no query brings the server out of step', async () => {
  const queries = [
    '__proto__[x]=1',
    'a[__proto__][x]=1&constructor[prototype][x]=1',
    'page=0&size=1000000',
    'page=1&page=2',
    'page[0]=1',
    'page=99999999999999999999',
    'page=NaN&size=1e1',
    'agencyId=x',
    'agencyId[]=x',
    'search=%00',
    'search=%25_%5C%27%22%3B--',
    'search=%FF%FE',
    'state=%27%20or%201%3D1',
    'kind=%27%3Bdrop%20table%20event%3B--',
    'year=2031%00',
    `search=${'a'.repeat(3000)}`,
    `${'a[b]'.repeat(500)}=1`,
    'closed=maybe',
    'mine=__proto__',
    'from=2026-02-30T00:00:00Z&until=x',
    'from=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z',
    'after=%27&size=5',
    'after=99999999999999999999',
    'after=eyJ4IjoxfQ',
    'regionCode=1%27',
    'actorId=%27%20or%20%27%27%3D%27',
    'subjectId=%25&subjectKind=%5C',
  ];
  const tries = procedures
    .filter(({ method }) => method === 'GET')
    .flatMap((procedure) =>
      queries.map((query) => ({ ...procedure, query, identity: askerOf(procedure.name) })),
    );
  await inParallel(tries, async ({ name, method, path, query, identity }) => {
    const { status, text } = await answerOf(
      await server.ask(method, `/api${filled(path, district.agencyId)}?${query}`, {
        cookie: cookieOf(identity),
      }),
    );
    assert.ok(status < 500, `${name}?${query.slice(0, 60)}: ${status} ${text.slice(0, 300)}`);
  });
});

test('characters that mean something to SQL are found as they stand, and nothing else with them', async () => {
  const system = cookieOf(able[0]!);
  const odd = ['甲%', '乙_', '丙\\', "丁'", '戊"', "己';drop table person;--", '庚$1', '辛\\%'];
  for (const [index, name] of odd.entries()) {
    const made = await server.ask('POST', '/api/people', {
      cookie: system,
      json: { agencyId: district.agencyId, username: `odd-${index}`, name },
    });
    assert.equal(made.status, 200, await made.text());
  }
  for (const name of odd) {
    const found = await server.ask('GET', `/api/people?search=${encodeURIComponent(name)}`, {
      cookie: system,
    });
    const { items } = (await found.json()) as { items: { name: string }[] };
    assert.deepEqual(
      items.map((one) => one.name),
      [name],
    );
  }
  for (const search of ['%', '_', '\\']) {
    const found = await server.ask('GET', `/api/people?search=${encodeURIComponent(search)}`, {
      cookie: system,
    });
    const { items } = (await found.json()) as { items: { name: string }[] };
    assert.ok(items.length > 0 && items.every(({ name }) => name.includes(search)), search);
  }
});

/** Every page of the public side, and what lies beside them. */
const pages = [
  '/',
  '/agencies',
  '/blocks/rules',
  '/categories/x',
  '/columns/x',
  '/search',
  '/check',
  '/check/x',
  '/check/x/0',
  '/rules',
  '/components',
  '/sitemap.xml',
  '/sitemap-agencies.xml',
  '/robots.txt',
  '/assets/x',
  '/office',
  '/office/assets/x',
  '/api/openapi.json',
  '/api/docs',
  '/api/nothing',
  '/healthz',
  '/metrics',
];

const oddTails = [
  '/%00',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fpackage.json',
  '/..%5c..%5cpackage.json',
  '/%252e%252e%252f',
  '/%F0%9F%92%A5',
  '/%C0%AF%80',
  '/%',
  '/%zz',
  `/${'a'.repeat(6000)}`,
  `/${'a/'.repeat(1000)}`,
  '//evil.example/',
  '/;a=b',
  '?q=%00&page=%00',
  '?q=%FF%FE%25_%5C%27',
  '?q=%F0%9F%92%A5',
  `?q=${'%E4%BA%91'.repeat(1500)}`,
  '?q=a&q=b&page=-1',
  '?page=99999999999999999999999',
  '?after=%27',
  '?after=00000000-0000-0000-0000-000000000000%00',
  '?%00=%00',
  '?q=%3Cscript%3Ealert(1)%3C/script%3E',
  '?q=%22%20onfocus=alert(1)%20x=%22',
];

test('no address brings the server out of step, leads elsewhere, or shows what it says as markup', async () => {
  for (const page of pages)
    for (const tail of ['', ...oddTails]) {
      const answer = await server.ask('GET', `${page}${tail}`);
      const text = await answer.text();
      const where = `${page}${tail.slice(0, 60)}: ${answer.status}`;
      assert.ok(answer.status < 500 || (page === '/healthz' && answer.status === 503), where);
      assert.doesNotMatch(text, /<script>alert|" onfocus=|root:|"workspaces"/, where);
      assert.doesNotMatch(answer.headers.get('location') ?? '', /evil/, where);
    }
});

const policyOf = (answer: Response): string => answer.headers.get('content-security-policy') ?? '';

test('every kind of answer bears the headers that keep it safe', async () => {
  const cookie = cookieOf(able[0]!);
  const kinds: readonly (readonly [what: string, answer: Response | Promise<Response>])[] = [
    ['a page', server.ask('GET', '/')],
    ['a page that is not there', server.ask('GET', '/nothing')],
    [
      'an asset',
      server.ask(
        'GET',
        (/\/assets\/[^"]+\.css/.exec(await (await server.ask('GET', '/')).text()) ?? [])[0] ?? '',
      ),
    ],
    ['an asset that is not there', server.ask('GET', '/assets/x.css')],
    ['the office', server.ask('GET', '/office')],
    ["the office's asset that is not there", server.ask('GET', '/office/assets/x.js')],
    ['the API', server.ask('GET', '/api/session')],
    ['the API, signed in', server.ask('GET', '/api/me', { cookie })],
    ['a refusal of the API', server.ask('GET', '/api/me')],
    ['an address that the API has not', server.ask('GET', '/api/nothing')],
    ['the description of the API', server.ask('GET', '/api/openapi.json')],
    ['a download', server.ask('GET', '/api/agencies/import/template', { cookie })],
    ['a method that is none', server.ask('BREW', '/')],
    ['an upload that is none', server.ask('POST', '/check', { body: 'x' })],
    ['a body too long', server.ask('POST', '/api/session', { json: { username: 'a'.repeat(20_000) } })],
    ['the site map', server.ask('GET', '/sitemap.xml')],
  ];
  for (const [what, asked] of kinds) {
    const answer = await asked;
    const policy = policyOf(answer);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      assert.ok(policy.includes(part), `${what}: ${policy}`);
    assert.doesNotMatch(policy, /unsafe|\*|http:|https:|data:/, what);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', what);
    assert.equal(answer.headers.get('referrer-policy'), 'same-origin', what);
    assert.equal(answer.headers.get('strict-transport-security'), 'max-age=31536000', what);
    assert.ok(answer.headers.get('cache-control'), what);
    if (/API|office|download|refusal/.test(what))
      assert.match(answer.headers.get('cache-control') ?? '', /^no-store$/, what);
    assert.equal(answer.headers.get('access-control-allow-origin'), null, what);
    assert.equal(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), null, what);
    await answer.arrayBuffer();
  }
});

test('without https no browser is told to insist on it', async () => {
  const plain = await openTestServer(server.spine.database, {
    env: { GONGKAI_PUBLIC_URL: 'http://yunshan.example' },
  });
  const answer = await plain.ask('GET', '/');
  assert.equal(answer.headers.get('strict-transport-security'), null);
});

test('a session is a cookie that no script reads, no other host sets and no other site sends', async () => {
  const answer = await server.ask('DELETE', '/api/session', {
    cookie: cookieOf(await holder(server, district.rootId, 'officer', 'it')),
  });
  const [set = ''] = answer.headers.getSetCookie();
  assert.match(set, /^__Host-gongkai=; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=0$/);
});
