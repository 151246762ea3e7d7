import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken } from './create-token.ts';
import { buildPerson, callerFor } from './people-test-kit.ts';
import { cases, listInputs } from './route-cases-test-kit.ts';
import {
  bureau,
  clock,
  cookie,
  db,
  enter,
  open,
  own,
  procedures,
  root,
  security,
  send,
  spine,
} from './route-walk-test-kit.ts';
import { hashSecret } from './session-cookie.ts';

test('nobody, an unknown cookie, an ended session and a made-up token get nowhere but to sign-in', async () => {
  const person = await buildPerson(spine, bureau, ['officer']);
  const ended = await enter(person);
  await db
    .updateTable('session')
    .set({ ended_at: clock.now })
    .where('id', '=', hashSecret(ended.cookie.split('=')[1]!))
    .execute();
  const identities: Readonly<Record<string, Record<string, string>>> = {
    nobody: {},
    'an unknown cookie': cookie('A'.repeat(43)),
    'an ended session': ended,
    'a made-up token': { authorization: `Bearer gk_${'A'.repeat(43)}` },
    'a malformed token': { authorization: 'Bearer gk_' },
    'a cookie sent by another site': { ...(await enter(person)), 'sec-fetch-site': 'cross-site' },
  };
  for (const [who, headers] of Object.entries(identities))
    for (const procedure of procedures) {
      if (open.has(procedure.name)) continue;
      const { status, code } = await send(procedure, headers);
      // What isn't a sound request isn't looked at further, whoever sends it.
      assert.ok(
        ['SIGNED_OUT', 'OTHER_SITE'].includes(code ?? '') || (status === 422 && code === 'INPUT_INVALID'),
        `${procedure.name} for ${who}: ${status} ${code}`,
      );
    }
});

test('who has only given a first password gets to nothing but their own sign-in', async () => {
  const headers = await enter(await buildPerson(spine, bureau, ['officer'], { mustChange: true }));
  for (const procedure of procedures) {
    const { status, code } = await send(procedure, headers);
    if (open.has(procedure.name)) continue;
    const isRefused = ['SIGNED_OUT', 'SIGN_IN_STEP', 'INPUT_INVALID'].includes(code ?? '');
    const mayShow = procedure.name === 'profile.sessions';
    assert.ok(isRefused || (mayShow && status === 200), `${procedure.name}: ${status} ${code}`);
    if (procedure.name === 'session.signOut') break;
  }
});

test('who holds no post at all is shown nothing and may do nothing', async () => {
  const headers = await enter(await buildPerson(spine, bureau));
  for (const procedure of procedures) {
    const what = cases[procedure.name];
    if (what === undefined) continue;
    const { status, code, text } = await send(
      procedure,
      headers,
      what === 'list' ? (listInputs[procedure.name] ?? {}) : ((await what.input?.()) ?? {}),
    );
    if (what === 'list')
      assert.ok(!text.includes(bureau) && !text.includes(root), `${procedure.name} ${text}`);
    else assert.equal(code, 'PERMISSION_DENIED', `${procedure.name}: ${status} ${text}`);
  }
});

test('a token without the scope gets nowhere, and to nobody’s account at all', async () => {
  const { token } = await createToken(spine, callerFor(spine, security, ['security_administrator']), {
    agencyId: bureau,
    name: '平台',
    scopes: ['calendar.view'],
    perMinute: 6000,
  });
  const headers = { authorization: `Bearer ${token}` };
  for (const procedure of procedures) {
    if (open.has(procedure.name)) continue;
    const what = cases[procedure.name];
    const isOwn = own.test(procedure.name);
    const input = what && what !== 'list' ? ((await what.input?.()) ?? {}) : listInputs[procedure.name];
    const { status, code, text } = await send(procedure, headers, input);
    if (procedure.name === 'calendar.list') assert.equal(status, 200, text);
    else if (isOwn)
      assert.ok(
        ['SIGNED_OUT', 'PEOPLE_ONLY', 'INPUT_INVALID'].includes(code ?? ''),
        `${procedure.name} ${code}`,
      );
    else if (what === 'list')
      assert.ok(!text.includes(bureau) && !text.includes(root), `${procedure.name} ${text.slice(0, 300)}`);
    else assert.equal(code, 'PERMISSION_DENIED', `${procedure.name}: ${status} ${text.slice(0, 300)}`);
  }
});
