import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  type Action,
  archiveFormats,
  auditExportPath,
  type HeldRole,
  may,
  refusalCodes,
  requestListPath,
  rolesForScope,
} from '@gongkai/contract';
import { buildPerson } from './agency/people-test-kit.ts';
import {
  allScopes,
  bindAuthenticator,
  buildDistrict,
  type District,
  eventsAfter,
  holders,
  type Identity,
  inParallel,
  issueToken,
  marks,
  type Procedure,
  procedures,
  signInWholly,
  stateOf,
} from './every-route-test-kit.ts';
import { type Expected, openness } from './route-openness-test-kit.ts';
import { type Asking, openTestServer, type TestServer } from './server-test-kit.ts';
import { openTestDatabase } from './test-database-kit.ts';

let server: TestServer;
let district: District;
let officers: readonly Identity[];
/** Who is signed in with what the district gives them, and is a stranger to the department all the same. */
let strangers: readonly Identity[];
/** Who isn't signed in, or not wholly, or no longer. */
let outsiders: readonly Identity[];

const nobody: Identity = { name: 'nobody', held: null };

before(async () => {
  server = await openTestServer(await openTestDatabase());
  district = await buildDistrict(server);
  const { spine, clock } = server;
  const { agencyId, otherId, townshipId, rootId, personId } = district;

  officers = await holders(server, { department: agencyId, government: rootId });
  strangers = await holders(server, { 'another department': otherId, 'a township': townshipId });

  const mustChange = await buildPerson(spine, rootId, ['officer'], { mustChange: true });
  const halfIn = await buildPerson(spine, rootId, ['disclosure_head']);
  await bindAuthenticator(server, halfIn.id);
  const unbound = await buildPerson(spine, rootId, ['system_administrator']);
  const ended = await buildPerson(spine, rootId, ['system_administrator']);
  const endedCookie = await signInWholly(server, ended);
  await server.ask('DELETE', '/api/session', { cookie: endedCookie });
  const left = await buildPerson(spine, rootId, ['system_administrator']);
  const leftCookie = await signInWholly(server, left);
  await spine.db.updateTable('person').set({ left_on: '2026-03-01' }).where('id', '=', left.id).execute();
  const idle = await buildPerson(spine, rootId, ['system_administrator']);
  const idleCookie = await signInWholly(server, idle);
  await spine.db
    .updateTable('session')
    .set({ seen_at: new Date(clock.now.getTime() - 31 * 60_000) })
    .where('person_id', '=', idle.id)
    .execute();
  const old = await buildPerson(spine, rootId, ['system_administrator']);
  const oldCookie = await signInWholly(server, old);
  await spine.db
    .updateTable('session')
    .set({ created_at: new Date(clock.now.getTime() - 12 * 3_600_000) })
    .where('person_id', '=', old.id)
    .execute();
  const elsewhere = officers.find(({ name }) => name === 'system_administrator of government')?.cookie ?? '';
  const good = await issueToken(server, personId, { agencyId: rootId, scopes: allScopes });
  outsiders = [
    nobody,
    { name: 'a made-up cookie', cookie: `__Host-gongkai=${'A'.repeat(43)}`, held: null },
    { name: 'a cookie of another name', cookie: elsewhere.replace('__Host-', ''), held: null },
    { name: 'who has not given the code', cookie: await server.signIn(halfIn), held: null },
    { name: 'who must change the password', cookie: await server.signIn(mustChange), held: null },
    { name: 'who must bind an authenticator', cookie: await server.signIn(unbound), held: null },
    { name: 'who signed out', cookie: endedCookie, held: null },
    { name: 'who left', cookie: leftCookie, held: null },
    { name: 'who did nothing for 31 minutes', cookie: idleCookie, held: null },
    { name: 'who signed in 12 hours ago', cookie: oldCookie, held: null },
    ...['cross-site', 'same-site'].map((site) => ({
      name: `a page that is ${site}`,
      cookie: elsewhere,
      headers: { 'sec-fetch-site': site },
      held: null,
    })),
    { name: 'a made-up token', token: `gk_${'A'.repeat(43)}`, held: null },
    { name: 'a token that is none', token: 'x'.repeat(5000), held: null },
    // Whoever sends a token is never taken for a person.
    { name: 'a cookie beside a wrong token', cookie: elsewhere, token: `gk_${'A'.repeat(43)}`, held: null },
    { name: 'a token without its scheme', headers: { authorization: good }, held: null },
    ...(await Promise.all(
      ([{ revoked: true }, { expired: true }] as const).map(async (how) => ({
        name: `a token that is ${Object.keys(how)[0]}`,
        token: await issueToken(server, personId, { agencyId: rootId, scopes: allScopes, ...how }),
        held: null,
      })),
    )),
  ];
  // Idle and over-aged sessions end when they are seen.
  for (const { cookie } of outsiders) await server.ask('GET', '/api/work-items', { cookie });
});

const expectedOf = (procedure: Procedure): Expected => {
  const expected = openness[procedure.name];
  assert.ok(expected, `${procedure.name} has no row in the table of how open it is`);
  return expected;
};

/** The request that a procedure and an input make, as the API's clients send it. */
const requestOf = (
  { method, path }: Procedure,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly asking: Asking } => {
  const rest = { ...input };
  const place = path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest[key]);
    delete rest[key];
    return encodeURIComponent(value);
  });
  if (method === 'GET')
    return { path: `${place}?${new URLSearchParams(rest as Record<string, string>)}`, asking: {} };
  if (Object.values(rest).some((value) => value instanceof File)) {
    const body = new FormData();
    for (const [key, value] of Object.entries(rest)) body.append(key, value as File);
    return { path: place, asking: { body } };
  }
  return { path: place, asking: { json: rest } };
};

const askAs = async (
  procedure: Procedure,
  identity: Identity,
): Promise<{ readonly status: number; readonly text: string; readonly where: string }> => {
  const { path, asking } = requestOf(procedure, expectedOf(procedure).input?.(district) ?? {});
  const { cookie, token, headers } = identity;
  const answer = await server.ask(procedure.method, `/api${path}`, {
    ...asking,
    ...(cookie === undefined ? {} : { cookie }),
    ...(token === undefined ? {} : { token }),
    ...(headers === undefined ? {} : { headers }),
  });
  return {
    status: answer.status,
    text: await answer.text(),
    where: `${procedure.name} asked by ${identity.name}: ${answer.status}`,
  };
};

const known = new Set<string>(Object.keys(refusalCodes));

/** A refusal with a stable code, a message in Chinese, and nothing of what it is about. */
const assertRefused = (
  { status, text, where }: Awaited<ReturnType<typeof askAs>>,
  statuses: readonly number[],
  codes?: readonly string[],
): void => {
  assert.ok(statuses.includes(status), `${where} ${text.slice(0, 300)}`);
  const { code, message, ...rest } = JSON.parse(text);
  assert.ok(known.has(code), `${where} ${code}`);
  if (codes) assert.ok(codes.includes(code), `${where} ${code}`);
  assert.match(message, /\p{Script=Han}{4}/u, where);
  assert.deepEqual(
    Object.keys(rest).filter((key) => !['status', 'defined', 'data'].includes(key)),
    [],
    where,
  );
  assertNothingOf(text, where);
};

const assertNothingOf = (text: string, where: string): void => {
  for (const mark of Object.values(marks)) assert.ok(!text.includes(mark), `${where} names ${mark}`);
};

const lastEvent = async (): Promise<number> =>
  (
    await server.spine.db
      .selectFrom('event')
      .select((e) => e.fn.max('id').as('id'))
      .executeTakeFirst()
  )?.id ?? 0;

/** Runs what must change nothing, and leave nothing but refusals in the record. */
const changingNothing = async (work: () => Promise<void>, kinds: readonly string[]): Promise<void> => {
  const [state, last] = [await stateOf(server), await lastEvent()];
  await work();
  assert.equal(await stateOf(server), state, 'something was changed');
  const events = await eventsAfter(server, last);
  assert.deepEqual(
    [...new Set(events.map(({ kind }) => kind))].filter((kind) => !kinds.includes(kind)),
    [],
  );
  for (const { kind, text } of events) assertNothingOf(text, `the event ${kind}`);
};

test('every procedure says how open it is, and no row is left over', () => {
  assert.deepEqual(Object.keys(openness).sort(), procedures.map(({ name }) => name).sort());
});

test('whoever is not signed in, not wholly, or no longer, gets nothing but what is open to anybody', async () => {
  const closed = procedures.filter((procedure) => {
    const { open } = expectedOf(procedure);
    return open !== 'anybody' && open !== 'own';
  });
  await changingNothing(async () => {
    await inParallel(
      outsiders.flatMap((identity) => closed.map((procedure) => ({ identity, procedure }))),
      async ({ identity, procedure }) => {
        const site = identity.headers?.['sec-fetch-site'];
        const answer = await askAs(procedure, identity);
        if (site !== undefined && procedure.method !== 'GET') assertRefused(answer, [403], ['OTHER_SITE']);
        else assertRefused(answer, [401], ['SIGNED_OUT', 'TOKEN_REFUSED']);
      },
    );
  }, []);
});

test('an account is closed to whoever has no session, and to each step of signing in but its own', async () => {
  const own = procedures.filter((procedure) => expectedOf(procedure).open === 'own');
  const lost = outsiders.filter(
    ({ name }) => !name.startsWith('who ') || /out|left|minutes|hours/.test(name),
  );
  await changingNothing(async () => {
    for (const procedure of own)
      for (const identity of lost) {
        // A token beside a person's own cookie is no concern of the person's own account.
        if (identity.name === 'a cookie beside a wrong token') continue;
        assertRefused(await askAs(procedure, identity), [401, 403], ['SIGNED_OUT', 'OTHER_SITE']);
      }
  }, []);
  const halfIn = outsiders.find(({ name }) => name === 'who has not given the code')!;
  await changingNothing(async () => {
    for (const procedure of own) {
      if (procedure.name === 'session.verifySecondFactor' || procedure.method === 'GET') continue;
      const answer = await askAs(procedure, halfIn);
      assertRefused(answer, [403], ['SIGN_IN_STEP']);
    }
  }, []);
});

const assertForbidden = async (
  identities: readonly Identity[],
  isAllowed: (identity: Identity, procedure: Procedure) => boolean,
): Promise<number> => {
  const tries = identities.flatMap((identity) =>
    procedures
      .filter(
        (procedure) => typeof expectedOf(procedure).open === 'object' && !isAllowed(identity, procedure),
      )
      .map((procedure) => ({ identity, procedure })),
  );
  await changingNothing(
    () =>
      inParallel(tries, async ({ identity, procedure }) =>
        assertRefused(await askAs(procedure, identity), [403], ['PERMISSION_DENIED']),
      ),
    ['permission_denied'],
  );
  return tries.length;
};

/** What the matrix says of a person, or of a token's scope, for the row of a procedure. */
const mayAsk = (held: readonly HeldRole[], procedure: Procedure): boolean => {
  const { open } = expectedOf(procedure);
  if (typeof open !== 'object') return false;
  const { action, state, at } = open;
  const agencyId =
    at === 'root' ? district.rootId : at === 'here' ? (held[0]?.agencyId ?? '') : district.agencyId;
  return may(held, action, {
    agencyId,
    agenciesAbove: agencyId === district.rootId ? [] : [district.rootId],
    ...(state === undefined ? {} : { state }),
  });
};

test('every role may do at its own agency and below what the matrix says, and nothing else', async () => {
  const tries = await assertForbidden(officers, ({ held }, procedure) => mayAsk(held ?? [], procedure));
  assert.ok(tries > 300, String(tries));
});

test('who holds a role at another department or at a township may do nothing to this one, and sees nothing of it', async () => {
  const tries = await assertForbidden(strangers, ({ held }, procedure) => mayAsk(held ?? [], procedure));
  assert.ok(tries > 300, String(tries));
  await inParallel(
    strangers.flatMap((identity) =>
      procedures
        .filter((procedure) => expectedOf(procedure).open === 'staff' && procedure.method === 'GET')
        .map((procedure) => ({ identity, procedure })),
    ),
    async ({ identity, procedure }) => {
      const { status, text, where } = await askAs(procedure, identity);
      assert.equal(status, 200, `${where} ${text}`);
      assertNothingOf(text, where);
    },
  );
});

test('a token may do what its scopes say at its own agency, nothing without them and nothing elsewhere', async () => {
  const { agencyId, otherId, personId, rootId } = district;
  const tokens = [
    ...(await Promise.all(
      allScopes.map(async (scope) => ({
        name: `a token for ${scope} alone`,
        token: await issueToken(server, personId, { agencyId, scopes: [scope] }),
        held: null,
        scopes: [scope] as readonly string[],
        agencyId,
      })),
    )),
    {
      name: 'a token of another department',
      token: await issueToken(server, personId, { agencyId: otherId, scopes: allScopes }),
      held: null,
      scopes: allScopes as readonly string[],
      agencyId: otherId,
    },
    {
      name: 'a token of the government',
      token: await issueToken(server, personId, { agencyId: rootId, scopes: allScopes }),
      held: null,
      scopes: allScopes as readonly string[],
      agencyId: rootId,
    },
  ];
  const tries = await assertForbidden(tokens, (identity, procedure) => {
    const { open } = expectedOf(procedure);
    const { scopes, agencyId: home } = identity as (typeof tokens)[number];
    return typeof open === 'object' && mayAsk(rolesForScope(scopes, open.action, home), procedure);
  });
  assert.ok(tries > 300, String(tries));
  for (const procedure of procedures.filter((one) => expectedOf(one).open === 'own'))
    for (const identity of tokens) assertRefused(await askAs(procedure, identity), [401], ['SIGNED_OUT']);
});

test('who may, is not refused: the inputs above are refused for who asks, not for what they say', async () => {
  // What takes away comes last: the others ask for the same thing.
  const takesAway = ({ name }: { readonly name: string }): number => Number(name.endsWith('.remove'));
  for (const procedure of procedures.toSorted((a, b) => takesAway(a) - takesAway(b))) {
    if (typeof expectedOf(procedure).open !== 'object') continue;
    // The government first: it may do to the department what the department may, and more.
    const able = [...officers.toReversed(), ...strangers].filter(({ held }) => mayAsk(held ?? [], procedure));
    assert.ok(able.length > 0, procedure.name);
    const { status, text, where } = await askAs(procedure, able[0]!);
    // The case of the kit has no letter: who may read one hears that.
    const isMissingLetter = status === 404 && /LETTER_NOT_FOUND/.test(text);
    assert.ok([200, 409, 422].includes(status) || isMissingLetter, `${where} ${text}`);
    if (status === 422) assert.doesNotMatch(text, /INPUT_INVALID/, `${where} ${text}`);
  }
});

test('the download of the audit log, which stands beside the contract, is as closed as its procedures', async () => {
  const ask = async (identity: Identity, query = '', key?: string) => {
    const answer = await server.ask('GET', `/api${auditExportPath}?${query}`, {
      cookie: identity.cookie,
      token: identity.token,
      headers: { ...identity.headers, ...(key === undefined ? {} : { 'idempotency-key': key }) },
    });
    return {
      status: answer.status,
      text: await answer.text(),
      where: `the download asked by ${identity.name}: ${answer.status}`,
    };
  };
  await changingNothing(
    () =>
      inParallel(outsiders, async (identity) =>
        assertRefused(await ask(identity), [401], ['SIGNED_OUT', 'TOKEN_REFUSED']),
      ),
    [],
  );
  const others = [...officers, ...strangers].filter(({ held }) => held?.[0]?.role !== 'audit_administrator');
  const elsewhere = strangers.filter(({ held }) => held?.[0]?.role === 'audit_administrator');
  await changingNothing(async () => {
    await inParallel(others, async (identity) =>
      assertRefused(await ask(identity), [403], ['PERMISSION_DENIED']),
    );
    for (const identity of elsewhere)
      assertRefused(await ask(identity, `agencyId=${district.agencyId}`), [403], ['PERMISSION_DENIED']);
  }, ['permission_denied']);

  const auditor = officers.find(({ name }) => name === 'audit_administrator of government')!;
  for (const query of [
    'actorId=%00',
    'requestId=%ED%A0%80',
    'subjectId=%00',
    'from=x',
    '__proto__=1',
    'agencyId=%27',
  ])
    assert.ok((await ask(auditor, query)).status < 500, query);
  assert.equal((await ask(auditor, '', 'once')).status, 200);
  await server.spine.db
    .updateTable('post')
    .set({ ended_at: server.clock.now })
    .where('role', '=', 'audit_administrator')
    .execute();
  assertRefused(await ask(auditor, '', 'once'), [403], ['PERMISSION_DENIED']);
});

test('the addresses that carry bytes of a case are as closed as its procedures', async () => {
  const { requestId, caseFileId } = district;
  const at = `/api/requests/${requestId}`;
  const asks: readonly {
    readonly method: string;
    readonly path: string;
    readonly action: Action;
    readonly asking?: Asking;
  }[] = [
    { method: 'GET', path: `${at}/files/${caseFileId}`, action: 'request.read_files' },
    { method: 'HEAD', path: `${at}/files/${caseFileId}`, action: 'request.read_files' },
    { method: 'GET', path: `${at}/files/${caseFileId}/pages/1.png`, action: 'request.handle' },
    {
      method: 'POST',
      path: `${at}/files?kind=other&name=a.txt`,
      action: 'request.handle',
      asking: { body: 'a', headers: { 'content-type': 'application/octet-stream' } },
    },
    { method: 'GET', path: `${at}/letters/${requestId}.docx`, action: 'request.read_files' },
    { method: 'GET', path: `${at}/letters/${requestId}.pdf`, action: 'request.read_files' },
    { method: 'GET', path: `${at}/registration-receipt.docx`, action: 'request.handle' },
    ...Object.keys(archiveFormats).map((format) => ({
      method: 'GET',
      path: `${at}/${format}`,
      action: 'request.show_applicant' as const,
    })),
    { method: 'GET', path: `/api${requestListPath(district.agencyId)}`, action: 'request.view' },
  ];
  const ask = async (identity: Identity, { method, path, asking }: (typeof asks)[number]) => {
    const answer = await server.ask(method, path, {
      ...asking,
      cookie: identity.cookie,
      token: identity.token,
      headers: { ...asking?.headers, ...identity.headers },
    });
    return {
      status: answer.status,
      text: await answer.text(),
      where: `${method} ${path} asked by ${identity.name}: ${answer.status}`,
    };
  };
  await changingNothing(
    () =>
      inParallel(
        outsiders.flatMap((identity) => asks.map((one) => ({ identity, one }))),
        async ({ identity, one }) => {
          const isOtherSite = identity.headers?.['sec-fetch-site'] !== undefined && one.method === 'POST';
          const answer = await ask(identity, one);
          if (one.method === 'HEAD') return assert.equal(answer.status, 401, answer.where);
          assertRefused(
            answer,
            isOtherSite ? [403] : [401],
            isOtherSite ? ['OTHER_SITE'] : ['SIGNED_OUT', 'TOKEN_REFUSED'],
          );
        },
      ),
    [],
  );
  const subject = { agencyId: district.agencyId, agenciesAbove: [district.rootId] };
  const { agencyId, otherId, personId } = district;
  const tokens = await Promise.all(
    [
      { home: otherId, scopes: allScopes },
      ...asks.map(({ action }) => ({
        home: agencyId,
        scopes: allScopes.filter((scope) => scope !== action),
      })),
    ].map(async ({ home, scopes }) => ({
      name: `a token of ${home} for ${scopes}`,
      token: await issueToken(server, personId, { agencyId: home, scopes }),
      held: null,
      scopes,
      home,
    })),
  );
  let tries = 0;
  await changingNothing(
    () =>
      inParallel(
        [...officers, ...strangers, ...tokens].flatMap((identity) => asks.map((one) => ({ identity, one }))),
        async ({ identity, one }) => {
          const held =
            'home' in identity
              ? rolesForScope(identity.scopes, one.action, identity.home)
              : (identity.held ?? []);
          if (may(held, one.action, subject)) return;
          tries += 1;
          const answer = await ask(identity, one);
          if (one.method === 'HEAD') return assert.equal(answer.status, 403, answer.where);
          assertRefused(answer, [403], ['PERMISSION_DENIED']);
        },
      ),
    ['permission_denied'],
  );
  assert.ok(tries > 150, String(tries));
});
