import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { roleNames } from '@gongkai/contract';
import { checkCreditCode, checkOrganisationCode } from '@gongkai/statute';
import { verify } from '@node-rs/argon2';
import { initialise, isDemonstration, readAgency, rootAgencyId } from '../agency/index.ts';
import { columnsOfAgency, standardColumnsJob } from '../disclosure/index.ts';
import { openJobQueue } from '../platform/job/open-job-queue.ts';
import { createCipher } from '../platform/secret/cipher.ts';
import type { Spine } from '../platform/spine.ts';
import { freezeCaseJob } from '../request/index.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { demonstrationAgencies } from './agencies.ts';
import {
  demonstrationPassword,
  describeAccounts,
  isDemonstrationUnfinished,
  setUpDemonstration,
} from './index.ts';
import { demonstrationAdministrators } from './people.ts';

const openSpine = async (): Promise<Spine> => {
  const database = await openTestDatabase();
  const queue = await openJobQueue(database, [standardColumnsJob, freezeCaseJob]);
  after(() => queue.stop());
  const unused = () => Promise.reject(new Error('no files here'));
  return {
    database,
    db: database.db,
    now: () => new Date('2026-11-22T02:00:00Z'),
    cipher: createCipher(randomBytes(32)),
    jobs: queue.jobs,
    files: { keep: unused, receive: unused, describe: unused, open: unused, read: unused },
  };
};

/** What is in the database, in numbers. */
const count = async ({ db }: Spine): Promise<readonly number[]> =>
  Promise.all(
    (['agency', 'person', 'post', 'disclosure_column', 'event', 'setting'] as const).map(async (table) => {
      const row = await db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    }),
  );

describe('the demonstration district', async () => {
  const spine = await openSpine();
  const { db } = spine;
  const demonstration = await setUpDemonstration(spine);

  it('has a government with one competent department, a dozen others and four townships', async () => {
    const government = await readAgency(db, (await rootAgencyId(db)) ?? '');
    assert.equal(government.name, '云山区人民政府');
    assert.deepEqual(
      government.below.filter(({ isCompetent }) => isCompetent).map(({ name }) => name),
      ['云山区人民政府办公室'],
    );
    const kinds = government.below.map(({ kind }) => kind);
    assert.ok(kinds.filter((kind) => kind === 'department').length >= 13);
    assert.equal(kinds.filter((kind) => kind === 'township').length, 4);
    for (const agency of government.below) {
      const { address, phone, workingBody, creditCode, organisationCode } = await readAgency(db, agency.id);
      assert.ok(address && phone && workingBody, agency.name);
      assert.ok(checkCreditCode(creditCode ?? '').ok, agency.name);
      assert.ok(checkOrganisationCode(organisationCode ?? '').ok, agency.name);
      assert.ok((await columnsOfAgency(db, agency.id)).length >= 12, agency.name);
    }
  });

  it('has somebody in every role, each of whom signs in with the one password', async () => {
    const { accounts, password } = demonstration;
    assert.equal(password, demonstrationPassword);
    const people = await db
      .selectFrom('person')
      .innerJoin('post', 'post.person_id', 'person.id')
      .select(['username', 'password_hash', 'must_change_password', 'post.role', 'authorised_at'])
      .execute();
    assert.deepEqual(new Set(people.map(({ role }) => role)), new Set(roleNames));
    assert.deepEqual(
      new Set(people.map(({ username }) => username)),
      new Set(accounts.map(({ username }) => username)),
    );
    for (const { must_change_password, authorised_at } of people)
      assert.deepEqual([must_change_password, authorised_at !== null], [false, true]);
    for (const hash of new Set(people.map(({ password_hash }) => password_hash)))
      assert.ok(await verify(hash, password));
  });

  it('says what it is', async () => {
    assert.equal(await isDemonstration(db), true);
    assert.equal(await isDemonstrationUnfinished(spine), false);
    const text = describeAccounts(demonstration);
    for (const words of ['云山区', '虚构', demonstrationPassword, 'sysadmin', 'office-head', '经办人'])
      assert.ok(text.includes(words), words);
  });

  it('is all recorded, by those who did it, and asks nobody to do what is done', async () => {
    const kinds = await db
      .selectFrom('event')
      .select(['kind', (e) => e.fn.countAll<number>().as('count')])
      .groupBy('kind')
      .execute();
    const countOf = (kind: string) => kinds.find((row) => row.kind === kind)?.count ?? 0;
    assert.equal(countOf('agency_created'), demonstrationAgencies.length + 2);
    assert.equal(countOf('person_created'), demonstration.accounts.length);
    assert.equal(countOf('permission_denied'), 0);
    const open = await db.selectFrom('work_item').select('kind').where('done_at', 'is', null).execute();
    // In November the next year's calendar is all that is missing.
    assert.deepEqual(open, [{ kind: 'calendar_missing' }]);
  });

  it('is set up once, however often and by however many at a time', async () => {
    const before = await count(spine);
    await Promise.all([setUpDemonstration(spine), setUpDemonstration(spine)]);
    assert.deepEqual(await count(spine), before);
  });

  it('goes on where it was broken off', async () => {
    const other = await openSpine();
    // The program ended after the mark, the government and one act more.
    let acts = 0;
    const dying: Spine = {
      ...other,
      now: () => {
        acts += 1;
        if (acts > 12) throw new Error('the program ended');
        return other.now();
      },
    };
    await assert.rejects(setUpDemonstration(dying), /the program ended/);
    assert.equal(await isDemonstrationUnfinished(other), true);
    await setUpDemonstration(other);
    assert.equal(await isDemonstrationUnfinished(other), false);
    const [agencies, people, posts, columns] = await count(other);
    assert.deepEqual([agencies, people, posts, columns], (await count(spine)).slice(0, 4));
  });
});

describe('a real installation', async () => {
  const spine = await openSpine();
  const setup = {
    government: { name: '某某县人民政府', regionCode: '990221' },
    office: { name: '某某县人民政府办公室' },
    administrators: { system: { name: '甲' }, security: { name: '乙' }, audit: { name: '丙' } },
  };

  it('says which answer is missing and changes nothing', async () => {
    await assert.rejects(
      initialise(spine, { ...setup, administrators: { ...setup.administrators, audit: { name: ' ' } } }),
      { code: 'SETUP_INVALID', message: '请写明审计管理员姓名。', field: 'administrators.audit.name' },
    );
    await assert.rejects(initialise(spine, { ...setup, government: { name: '某县', regionCode: '12' } }), {
      field: 'government.regionCode',
    });
    assert.deepEqual((await count(spine)).slice(0, 3), [0, 0, 0]);
  });

  it('begins with a government, its office and three administrators with passwords of their own', async () => {
    const { accounts, governmentId, officeId, calendarNotice } = await initialise(spine, setup);
    assert.deepEqual(
      accounts.map(({ role, username, name }) => [role, username, name]),
      [
        ['system_administrator', demonstrationAdministrators.system.username, '甲'],
        ['security_administrator', demonstrationAdministrators.security.username, '乙'],
        ['audit_administrator', demonstrationAdministrators.audit.username, '丙'],
      ],
    );
    assert.equal(new Set(accounts.map(({ password }) => password)).size, 3);
    for (const { personId, password } of accounts) {
      const person = await spine.db
        .selectFrom('person')
        .select(['password_hash', 'must_change_password'])
        .where('id', '=', personId)
        .executeTakeFirstOrThrow();
      assert.equal(person.must_change_password, true);
      assert.ok(await verify(person.password_hash, password));
    }
    assert.equal((await readAgency(spine.db, officeId)).isCompetent, true);
    assert.deepEqual(
      (await readAgency(spine.db, governmentId)).below.map(({ id }) => id),
      [officeId],
    );
    assert.match(calendarNotice ?? '', /2027年的工作日历还没有导入/);
    assert.equal(await isDemonstration(spine.db), false);
  });

  it('is never begun twice, nor made a demonstration', async () => {
    await assert.rejects(initialise(spine, setup), {
      code: 'ALREADY_SET_UP',
      message: /已经有单位（某某县人民政府/,
    });
    await assert.rejects(setUpDemonstration(spine), {
      code: 'ALREADY_SET_UP',
      message: /已经有正式的单位/,
    });
    assert.equal(await isDemonstration(spine.db), false);
  });
});
