import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Action,
  actions,
  type HeldRole,
  idleScopes,
  may,
  type Role,
  roleNames,
  roles,
  stateNames,
} from '../../packages/contract/src/index.ts';
import { permissionsPage } from './permissions-page.ts';
import { read } from './repository.ts';

const page = read('docs/permissions.md');

test('docs/permissions.md is what the matrix prints; npm run docs prints it anew', () => {
  assert.equal(page, permissionsPage());
});

/** The printed table, read as a person reads it: action and role to the cell's text. */
const printed = (): ReadonlyMap<string, string> => {
  const [head, , ...rows] = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim()),
    );
  const end = rows.findIndex(([first]) => first === 'Scope');
  const byName = new Map(Object.entries(roles).map(([role, name]) => [name as string, role as Role]));
  return new Map(
    rows
      .slice(0, end)
      .flatMap(([action, , ...cells]) =>
        cells.map(
          (text, n) => [`${action?.replaceAll('`', '')} ${byName.get(head![n + 2]!)}`, text] as const,
        ),
      ),
  );
};

const [own, parent, child, grandchild, elsewhere] = ['own', 'parent', 'child', 'grandchild', 'elsewhere'];
/** Somebody with a role at `own`: each place, and the agencies above it. */
const places: Readonly<Record<string, readonly string[]>> = {
  [own]: [parent],
  [child]: [own, parent],
  [grandchild]: [child, own, parent],
  [parent]: [],
  [elsewhere]: [parent],
};

/** Whether the printed cell says so. */
const says = (cell: string, place: string, state: string | undefined): boolean =>
  cell
    .split('；')
    .filter(Boolean)
    .some((part) => {
      const [, where, states] = /^(本单位(?:及下级)?)(?:（(.*)）)?$/.exec(part) ?? [];
      assert.ok(where, `the table says what nobody can read: ${part}`);
      const isThere = place === own || (where === '本单位及下级' && [child, grandchild].includes(place));
      const isState = !states || (state !== undefined && states.split('、').includes(stateNames[state]!));
      return isThere && isState;
    });

test('for every role, action, place and state the server decides as the printed table says', () => {
  const table = printed();
  assert.equal(table.size, roleNames.length * actions.length);
  let decided = 0;
  let allowed = 0;
  for (const role of roleNames)
    for (const action of actions)
      for (const [place, agenciesAbove] of Object.entries(places))
        for (const state of [undefined, 'any other', ...Object.keys(stateNames)]) {
          const held: HeldRole[] = [{ role, agencyId: own }];
          const decision = may(held, action, {
            agencyId: place,
            agenciesAbove,
            ...(state === undefined ? {} : { state }),
          });
          const expected = says(table.get(`${action} ${role}`)!, place, state);
          assert.equal(decision, expected, `${role} ${action} at ${place}, ${state ?? 'no state'}`);
          decided += 1;
          allowed += Number(decision);
        }
  assert.ok(allowed > 0 && allowed < decided / 2, `${allowed} of ${decided}`);
});

test('who holds no role, or one elsewhere, may do nothing', () => {
  for (const action of actions)
    for (const state of [undefined, ...Object.keys(stateNames)])
      for (const held of [[], roleNames.map((role) => ({ role, agencyId: elsewhere }))])
        assert.equal(
          may(held, action, { agencyId: own, agenciesAbove: [parent], ...(state ? { state } : {}) }),
          false,
        );
});

test('several roles together may do what one of them may, and nothing more', () => {
  for (const action of actions)
    for (const one of roleNames)
      for (const two of roleNames)
        for (const [place, agenciesAbove] of Object.entries(places))
          for (const state of [undefined, ...Object.keys(stateNames)]) {
            const subject = { agencyId: place, agenciesAbove, ...(state ? { state } : {}) };
            const alone = (role: Role) => may([{ role, agencyId: own }], action, subject);
            const together = may(
              [
                { role: one, agencyId: own },
                { role: two, agencyId: own },
              ],
              action,
              subject,
            );
            assert.equal(together, alone(one) || alone(two));
          }
});

test('administrators do none of the field’s work, and nobody else does theirs', () => {
  const doers = (action: Action): readonly Role[] =>
    roleNames.filter((role) =>
      [undefined, ...Object.keys(stateNames)].some((state) =>
        may([{ role, agencyId: own }], action, {
          agencyId: own,
          agenciesAbove: [],
          ...(state ? { state } : {}),
        }),
      ),
    );
  assert.deepEqual(doers('column.change'), ['officer', 'disclosure_head']);
  assert.deepEqual(doers('post.propose'), ['system_administrator']);
  assert.deepEqual(doers('post.authorise'), ['security_administrator']);
  assert.deepEqual(doers('audit.search'), ['audit_administrator']);
  assert.deepEqual(doers('person.reset_password'), ['system_administrator']);
  assert.deepEqual(doers('person.reset_second_factor'), ['security_administrator']);
});

test('every scope of a token stands for a role that has the action', () => {
  assert.deepEqual(idleScopes(), []);
});
