import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import type { BuiltPerson } from './agency/people-test-kit.ts';
import type { TestServer } from './server-test-kit.ts';

/** Passwords looked at: what costs the server, and what an answer's time would tell of. */
let looked = 0;
let hashed = 0;
const argon2 = createRequire(import.meta.url)('@node-rs/argon2') as Record<
  'verify' | 'hash',
  (...given: unknown[]) => Promise<unknown>
>;
const { verify, hash } = argon2;
argon2.verify = (...given) => {
  looked += 1;
  return verify(...given);
};
argon2.hash = (...given) => {
  hashed += 1;
  return hash(...given);
};
// Only now: what loads the library from here on gets it with its counts.
const { buildAgency, buildPerson, goodPassword } = await import('./agency/people-test-kit.ts');
const { openTestServer } = await import('./server-test-kit.ts');
const { openTestDatabase } = await import('./test-database-kit.ts');

/** Two programs on one database, as behind a balancer. */
let programs: readonly [TestServer, TestServer];
let agencyId: string;

before(async () => {
  const database = await openTestDatabase({ connections: 20 });
  const first = await openTestServer(database);
  programs = [first, await openTestServer(database, { clock: first.clock, cipher: first.spine.cipher })];
  agencyId = await buildAgency(first.spine);
});

const enter = async (
  username: string,
  password: string,
  options: { readonly address?: string; readonly program?: number } = {},
): Promise<{ readonly status: number; readonly code: string; readonly body: string }> => {
  const answer = await programs[options.program ?? 0]!.ask('POST', '/api/session', {
    json: { username, password },
    ...(options.address === undefined ? {} : { address: options.address }),
  });
  const body = await answer.text();
  return { status: answer.status, code: JSON.parse(body).code ?? '', body };
};

const build = (): Promise<BuiltPerson> => buildPerson(programs[0].spine, agencyId, ['officer']);

test('a name that does not exist, a wrong password, a locked account and one who left cost the same work', async () => {
  const { spine, clock } = programs[0];
  const [known, locked, left] = [await build(), await build(), await build()];
  await spine.db
    .updateTable('person')
    .set({ locked_until: new Date(clock.now.getTime() + 60_000) })
    .where('id', '=', locked.id)
    .execute();
  await spine.db.updateTable('person').set({ left_on: '2026-03-01' }).where('id', '=', left.id).execute();
  await enter('first-of-all', 'Wrong-2026');
  const answers = new Set<string>();
  for (const [username, password] of [
    ['nobody-here', 'Wrong-2026'],
    [known.username, 'Wrong-2026'],
    [locked.username, goodPassword],
    [locked.username, 'Wrong-2026'],
    [left.username, goodPassword],
    ['nobody-here', 'x'],
  ] as const) {
    [looked, hashed] = [0, 0];
    const { status, body } = await enter(username, password);
    assert.deepEqual([status, looked, hashed], [401, 1, 0], username);
    answers.add(body);
  }
  assert.equal(answers.size, 1);
});

test('guesses from many addresses at two programs are no more than from one: five, then the account is locked', async () => {
  const person = await build();
  looked = 0;
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => enter(person.username, `Wrong-${n}`, { program: n % 2 })),
  );
  const events = await programs[0].spine.db
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', person.id)
    .where('kind', '=', 'sign_in_refused')
    .execute();
  assert.equal(events.length, 40);
  assert.equal(events.filter(({ data }) => data.reason === 'wrong_password').length, 5);
  assert.equal((await enter(person.username, goodPassword, { program: 1 })).status, 401);
});

test('one password tried on many names from one address is stopped by the address, at both programs together', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      enter(`spray-${n}`, 'Spring-2026', { address: '203.0.113.9', program: n % 2 }),
    ),
  );
  assert.equal(answers.filter(({ code }) => code === 'SIGN_IN_REFUSED').length, 30);
  assert.equal(answers.filter(({ code }) => code === 'SIGN_IN_TOO_OFTEN').length, 30);
  // Who is turned away costs no password's work.
  looked = 0;
  await enter('spray-x', 'Spring-2026', { address: '203.0.113.9' });
  assert.equal(looked, 0);
});

test('an address that pretends to be others behind a balancer is still the one that the balancer saw', async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      enter(`forged-${n}`, 'Spring-2026', { address: `198.51.100.${n}, 203.0.113.77` }),
    ),
  );
  assert.equal(answers.filter(({ code }) => code === 'SIGN_IN_TOO_OFTEN').length, 10);
});

test('who signed in before stays in while strangers guess at the name', async () => {
  const person = await build();
  const cookie = await programs[0].signIn(person);
  await Promise.all(Array.from({ length: 10 }, (_, n) => enter(person.username, `Wrong-${n}`)));
  assert.equal((await enter(person.username, goodPassword)).status, 401);
  assert.equal((await programs[1].ask('GET', '/api/me', { cookie })).status, 200);
});

test('strangers who guess while an account is locked do not lock it for longer', async () => {
  const person = await build();
  const { clock } = programs[0];
  for (let n = 0; n < 5; n += 1) await enter(person.username, 'Wrong-2026');
  clock.pass(29);
  for (let n = 0; n < 5; n += 1) await enter(person.username, 'Wrong-2026');
  clock.pass(2);
  assert.equal((await enter(person.username, goodPassword)).status, 200);
});

test('a token is held to its limit by both programs together', async () => {
  const { issueToken } = await import('./every-route-test-kit.ts');
  const person = await build();
  const token = await issueToken(programs[0], person.id, { agencyId, scopes: ['agency.view'] });
  await programs[0].spine.db.updateTable('api_token').set({ per_minute: 10 }).execute();
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => programs[n % 2]!.ask('GET', '/api/agencies', { token })),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 10);
  assert.equal(answers.filter(({ status }) => status === 429).length, 20);
});
