import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPerson, codeAt } from './agency/people-test-kit.ts';
import { buildDistrict, signInWholly } from './every-route-test-kit.ts';
import { everythingKept } from './everything-kept-test-kit.ts';
import { queueMail } from './platform/mail/queue-mail.ts';
import { cookieOf, metricsToken, openTestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

/** What people hand in or get that may stand nowhere in clear: each is looked for in everything that is kept. */
const secrets = new Map<string, string>();
const secret = (what: string, value: string): string => {
  secrets.set(what, value);
  return value;
};

/** What the program writes while the tests run: its log. */
const written: string[] = [];
process.stderr.write = ((chunk: string | Uint8Array) => {
  written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
  return true;
}) as typeof process.stderr.write;

const database = await openTestDatabase();
const server = await openTestServer(database, { isLogged: true });
const { spine, clock, ask } = server;

/** A morning in which everything happens that handles phones, addresses, passwords, codes and tokens. */
const morning = async (): Promise<void> => {
  const district = await buildDistrict(server);
  secrets.set('phone of the district', '13900001111');
  secrets.set('e-mail of the district', 'mi.xiaoming@yunshan.example');
  const { rootId, agencyId } = district;
  const people = {
    system: await buildPerson(spine, rootId, ['system_administrator']),
    security: await buildPerson(spine, rootId, ['security_administrator']),
    audit: await buildPerson(spine, rootId, ['audit_administrator']),
    head: await buildPerson(spine, agencyId, ['disclosure_head']),
  };
  const system = secret('cookie', await signInWholly(server, people.system));
  const security = await signInWholly(server, people.security);
  const audit = await signInWholly(server, people.audit);
  const head = await signInWholly(server, people.head);
  const json = async (answer: Promise<Response>, expected: number): Promise<Record<string, string>> => {
    const given = await answer;
    const text = await given.text();
    assert.equal(given.status, expected, text);
    return JSON.parse(text) as Record<string, string>;
  };

  // A person with phone and e-mail, and the first password, made and changed.
  const made = await json(
    ask('POST', '/api/people', {
      cookie: system,
      headers: { 'idempotency-key': secret('Idempotency-Key', 'key-Qm81LzNyTX') },
      json: {
        agencyId,
        username: 'li.xiaohua',
        name: '李小华',
        phone: secret('phone', '13876543210'),
        email: secret('e-mail', 'xiaohua.li.private@mail.example'),
      },
    }),
    200,
  );
  const first = secret('first password', made.initialPassword!);
  const clerk = { id: made.id!, username: 'li.xiaohua', agencyId };
  await json(
    ask('PATCH', `/api/people/${clerk.id}`, {
      cookie: system,
      json: { phone: secret('changed phone', '13712345678') },
    }),
    200,
  );
  // The same name again, and a number that is none: refusals hold what was handed in.
  await json(
    ask('POST', '/api/people', {
      cookie: system,
      json: {
        agencyId,
        username: 'li.xiaohua',
        name: '李小华',
        phone: secret('phone refused', '13655554444'),
      },
    }),
    409,
  );
  await json(
    ask('POST', '/api/people', {
      cookie: system,
      json: { agencyId, username: '1', name: '', phone: secret('phone malformed', '+86x13511112222') },
    }),
    422,
  );
  const newcomer = await server.signIn(clerk, first);
  const password = secret('own password', 'Kx7-river-Blossom');
  const changed = await ask('POST', '/api/me/password', {
    cookie: newcomer,
    json: { currentPassword: first, newPassword: password },
  });
  assert.equal(changed.status, 200, await changed.clone().text());
  const own = secret('own cookie', cookieOf(changed));
  await json(
    ask('PATCH', '/api/me', { cookie: own, json: { email: secret('own e-mail', 'hua@hidden.example') } }),
    200,
  );
  const begun = await json(ask('POST', '/api/me/second-factor', { cookie: own }), 200);
  const totp = secret('TOTP secret', begun.secret!);
  const bound = await ask('POST', '/api/me/second-factor/confirm', {
    cookie: own,
    json: { code: codeAt(totp, clock.now) },
  });
  const { recoveryCodes } = (await bound.json()) as { recoveryCodes: string[] };
  for (const [index, code] of recoveryCodes.entries()) secret(`recovery code ${index}`, code);
  const renewed = cookieOf(bound);
  await json(ask('GET', '/api/me', { cookie: renewed }), 200);
  await json(ask('GET', `/api/people/${clerk.id}`, { cookie: system }), 200);
  await json(ask('GET', `/api/people?search=${encodeURIComponent('李')}`, { cookie: head }), 200);

  // Wrong passwords and codes; a password typed where the name goes.
  for (const [username, wrong] of [
    ['li.xiaohua', secret('wrong password', 'Wr0ng-guess-One')],
    [secret('password as name', 'MyPass-9-typed-here'), 'Other-guess-Two9'],
  ] as const)
    await json(ask('POST', '/api/session', { json: { username, password: wrong } }), 401);
  await json(
    ask('POST', '/api/session/confirm', {
      cookie: renewed,
      json: { code: secret('wrong code', '77-WRONG-CODE-77') },
    }),
    422,
  );
  await json(
    ask('POST', '/api/session', {
      json: { username: 'x', password: secret('long password', 'Lp'.repeat(300)) },
    }),
    422,
  );
  const malformed = await ask('POST', '/api/session', {
    body: `{"username":"x","password":"${secret('password in broken JSON', 'Br0ken-json-Pass')}"`,
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(malformed.status, 400);

  // Tokens, resets, settings, mails, imports, searching, and an address with something personal in it.
  const token = await json(
    ask('POST', '/api/tokens', {
      cookie: security,
      json: { agencyId, name: '数据交换平台', scopes: ['agency.view'] },
    }),
    200,
  );
  const issued = secret('token', token.token!);
  await json(ask('GET', '/api/agencies', { token: issued }) as never, 200);
  const reset = await json(ask('POST', `/api/people/${clerk.id}/reset-password`, { cookie: system }), 200);
  secret('reset password', reset.initialPassword!);
  await json(ask('POST', `/api/people/${clerk.id}/reset-second-factor`, { cookie: security }), 200);
  await json(
    ask('PATCH', '/api/settings', {
      cookie: security,
      json: {
        changes: [{ name: 'security.failures', value: secret('setting refused', 'Secret-in-setting-1') }],
      },
    }),
    422,
  );
  const sheet = new FormData();
  sheet.append('file', new File([secret('sheet', '行内的手机号13599998888')], '13500007777.csv'));
  await ask('POST', '/api/agencies/import/preview', { cookie: system, body: sheet });
  secret('file name', '13500007777');
  await ask('GET', `/search?q=${encodeURIComponent(secret('searched', '张三的身份证110101199003070011'))}`);
  await ask('GET', `/nothing/${encodeURIComponent(secret('address', '13422223333'))}`);
  await ask('GET', '/api/audit/events?size=50', { cookie: audit });
  await spine.db.transaction().execute((db) =>
    queueMail(spine, db, {
      to: secret('recipient', 'reader@applicant.example'),
      subject: secret('subject of a mail', '关于您申请的答复-甲乙丙'),
      text: secret('text of a mail', '您好，您的申请编号为丁戊己'),
    }),
  );
  await ask('GET', '/api/mails', { cookie: system });
  await ask('GET', '/api/session', { headers: { 'user-agent': 'Browser' }, cookie: renewed });
};

test('of what people hand in and are given, nothing stands in clear in any table, in the log or the metrics', async () => {
  await morning();
  assert.ok(secrets.size > 25, String(secrets.size));
  const kept = await everythingKept(spine);
  // What is looked for is found where it does stand: names and usernames.
  assert.ok(kept.some(({ table, text }) => table === 'public.person' && text === '李小华'));
  assert.ok(kept.some(({ table }) => table.startsWith('job.')));
  const metrics = await (await ask('GET', '/metrics', { token: metricsToken })).text();
  assert.match(metrics, /POST|session/);
  assert.ok(written.some((text) => text.includes('api person.create')));
  const found = [...secrets].flatMap(([what, value]) => [
    ...kept.filter(({ text }) => text.includes(value)).map(({ table }) => `${what} in ${table}`),
    ...(written.some((text) => text.includes(value)) ? [`${what} in the log`] : []),
    ...kept
      .filter(({ text }) => text.includes(Buffer.from(value).toString('base64').replace(/=+$/, '')))
      .map(({ table }) => `${what} in ${table}, as base64`),
  ]);
  assert.deepEqual(found, []);
});

test('the record says who did what to whom without a phone or an address of theirs', async () => {
  const events = await spine.db.selectFrom('event').select(['kind', 'data']).execute();
  assert.ok(events.some(({ kind }) => kind === 'person_created'));
  const text = JSON.stringify(events);
  assert.doesNotMatch(text, /1[3-9]\d{9}|@[a-z]+\.example/);
});
