import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administratorRoles, may, type Role, roleNames } from '@gongkai/contract';
import { createToken } from './create-token.ts';
import { buildPerson, callerFor } from './people-test-kit.ts';
import { agenciesAbove } from './permit.ts';
import { type Case, cases, listInputs } from './route-cases-test-kit.ts';
import {
  bureau,
  db,
  enter,
  other,
  own,
  places,
  procedures,
  security,
  send,
  spine,
} from './route-walk-test-kit.ts';

/** Somebody of each role at each place. All is made before the first test: tests that are over end the database. */
const roleHolders = await Promise.all(
  roleNames.flatMap((role) =>
    Object.values(places).map(async (at) => ({
      role,
      at,
      headers: await enter(await buildPerson(spine, at, [role])),
    })),
  ),
);

test('every route that isn’t one’s own account is in the table of this test', () => {
  const walked = procedures.map(({ name }) => name).filter((name) => !own.test(name));
  assert.deepEqual(Object.keys(cases).sort(), walked.sort());
});

for (const procedure of procedures.filter(({ name }) => !own.test(name))) {
  const what = cases[procedure.name];
  if (what === undefined || what === 'list') continue;
  test(`${procedure.name} is done for the roles and places of the matrix, and for nobody else`, async () => {
    const ask = async ({ role, at, headers }: (typeof roleHolders)[number]) => {
      const agencyId = what.at === 'caller' ? at : places[what.at ?? 'bureau'];
      const isAllowed = may([{ role, agencyId: at }], what.action, {
        agencyId,
        agenciesAbove: await agenciesAbove(db, agencyId),
        ...(what.state === undefined ? {} : { state: what.state }),
      });
      const answer = await send(procedure, headers, (await what.input?.()) ?? {});
      const isDenied = answer.code === 'PERMISSION_DENIED';
      const place = Object.entries(places).find(([, id]) => id === at)?.[0];
      assert.equal(
        isDenied,
        !isAllowed,
        `${role} at ${place}: ${answer.status} ${answer.text.slice(0, 200)}`,
      );
      // An input that isn't sound, or an error of ours, would prove nothing.
      assert.ok(
        answer.status < 500 &&
          !['INPUT_INVALID', 'SIGNED_OUT', 'CONFIRMATION_NEEDED'].includes(answer.code ?? ''),
        `${role} at ${place}: ${answer.text}`,
      );
    };
    await Promise.all(roleHolders.map(ask));
  });
}

test('a list shows nothing of an agency that the caller has no right to', async () => {
  const secrets = [
    other,
    ...(await db.selectFrom('person').select('username').where('agency_id', '=', other).execute()).map(
      ({ username }) => username,
    ),
  ];
  await createToken(spine, callerFor(spine, security, ['security_administrator']), {
    agencyId: other,
    name: '水务平台',
    scopes: ['agency.view'],
    perMinute: 1,
  });
  for (const { name } of procedures.filter(({ name }) => cases[name] === 'list'))
    for (const { role, headers } of roleHolders.filter(({ at }) => at === bureau)) {
      const { status, text } = await send(
        procedures.find((one) => one.name === name)!,
        headers,
        listInputs[name],
      );
      assert.equal(status, 200, `${name} for ${role}: ${text.slice(0, 200)}`);
      for (const secret of secrets) assert.ok(!text.includes(secret), `${name} for ${role} shows ${secret}`);
    }
});

test('every refusal for want of a right stands in the record, with who and what', async () => {
  const before = await db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('kind', '=', 'permission_denied')
    .executeTakeFirstOrThrow();
  const officer = await buildPerson(spine, bureau, ['officer']);
  const headers = await enter(officer);
  let refused = 0;
  for (const procedure of procedures) {
    const what = cases[procedure.name];
    if (what === undefined || what === 'list') continue;
    const { code } = await send(procedure, headers, (await what.input?.()) ?? {});
    refused += Number(code === 'PERMISSION_DENIED');
  }
  const recorded = await db
    .selectFrom('event')
    .select(['actor_id', 'data'])
    .where('kind', '=', 'permission_denied')
    .orderBy('id')
    .offset(before.n)
    .execute();
  assert.ok(refused > 20, String(refused));
  assert.equal(recorded.length, refused);
  assert.ok(
    recorded.every(({ actor_id, data }) => actor_id === officer.id && typeof data.action === 'string'),
  );
});

test('administrators reach no route of the field’s own work', async () => {
  const fieldRoutes = ['column.create', 'column.change', 'column.close', 'work.reassign'];
  for (const { role, headers } of roleHolders.filter(({ role }) =>
    (administratorRoles as readonly Role[]).includes(role),
  ))
    for (const name of fieldRoutes) {
      const what = cases[name] as Case;
      const procedure = procedures.find((one) => one.name === name)!;
      const { code } = await send(procedure, headers, (await what.input?.()) ?? {});
      assert.equal(code, 'PERMISSION_DENIED', `${name} for ${role}`);
    }
});
