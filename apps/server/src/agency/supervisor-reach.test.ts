import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../test-database-kit.ts';
import { openCaller } from './open-caller.ts';
import {
  type BuiltPerson,
  buildAgency,
  buildPerson,
  goodPassword,
  request,
  spineFor,
  withCookie,
} from './people-test-kit.ts';
import { isPermitted } from './permit.ts';
import { signIn } from './sign-in.ts';

const { spine } = spineFor(await openTestDatabase());
const district = await buildAgency(spine);
const office = await buildAgency(spine, { parentId: district });
const bureau = await buildAgency(spine, { parentId: district });
const township = await buildAgency(spine, { parentId: bureau });
const elsewhere = await buildAgency(spine);
await spine.db.updateTable('agency').set({ is_competent: true }).where('id', '=', office).execute();

const reaches = async (person: BuiltPerson, agencyId: string): Promise<boolean> => {
  const secret = await signIn(spine, request(), { username: person.username, password: goodPassword });
  const caller = await openCaller(spine, withCookie(secret));
  assert.ok(caller, 'signed in');
  return isPermitted(spine.db, caller, 'person.view', agencyId);
};

test('who supervises from the general office reaches every agency of its government, and no other government', async () => {
  const supervisor = await buildPerson(spine, office, ['supervisor']);
  for (const agencyId of [office, district, bureau, township])
    assert.equal(await reaches(supervisor, agencyId), true);
  assert.equal(await reaches(supervisor, elsewhere), false);
});

test('a supervisor at a department that is not the competent one reaches what is below it, no more', async () => {
  const supervisor = await buildPerson(spine, bureau, ['supervisor']);
  assert.equal(await reaches(supervisor, township), true);
  for (const agencyId of [office, district]) assert.equal(await reaches(supervisor, agencyId), false);
});

test('the general office’s other staff reach their own agency alone', async () => {
  const officer = await buildPerson(spine, office, ['officer', 'disclosure_head']);
  assert.equal(await reaches(officer, office), true);
  for (const agencyId of [district, bureau, township]) assert.equal(await reaches(officer, agencyId), false);
});
