import type { ChangeSettings, Role } from '@gongkai/contract';
import {
  authorisePost,
  type Caller,
  changeAgency,
  changeSettings,
  createAgency,
  createPerson,
  type FirstPassword,
  hashPassword,
  initialise,
  isDemonstration,
  operationSettings,
  proposePost,
  rootAgencyId,
  securitySettings,
} from '../agency/index.ts';
import { openStandardColumns } from '../disclosure/index.ts';
import { act } from '../platform/act.ts';
import { systemActor } from '../platform/event/event.ts';
import { markRead } from '../platform/notification/read-notifications.ts';
import { Refusal } from '../platform/refusal.ts';
import { changeSetting } from '../platform/setting/change-setting.ts';
import type { Spine } from '../platform/spine.ts';
import { siteSettings } from '../portal/index.ts';
import { demonstrationAgencies, demonstrationGovernment, demonstrationOffice } from './agencies.ts';
import { applicationsJobName, type FillDemonstration } from './applications-job.ts';
import { inOneTransaction } from './in-one-transaction.ts';
import { type Demonstration, listAccounts } from './list-accounts.ts';
import { fillingNotice, notice } from './notices.ts';
import { demonstrationPassword } from './password.ts';
import { type DemonstrationPerson, demonstrationAdministrators, demonstrationPeople } from './people.ts';

const district = '云山区';

export interface DemonstrationOptions {
  /** A job enters three years of applications afterwards; the agencies and people alone by default. */
  readonly applications?: boolean;
}

/**
 * Sets up the demonstration district 云山区, all of it invented, through the same use cases as everything else, so
 * that its events are there. All of it is there afterwards or nothing but the mark; done again it changes nothing.
 * Returns how to sign in.
 */
export const setUpDemonstration = async (
  spine: Spine,
  { applications = false }: DemonstrationOptions = {},
): Promise<Demonstration> => {
  // Two programs that start on one database set it up one after the other.
  const lock = await spine.database.pool.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('gongkai demonstration'))`);
    if (!(await isFinished(spine))) await setUp(spine, applications);
    return listAccounts();
  } finally {
    await lock
      .query(`select pg_advisory_unlock(hashtext('gongkai demonstration'))`)
      .finally(() => lock.release());
  }
};

/** Whether a demonstration was begun and broken off: the program ended in the middle of its first start. */
export const isDemonstrationUnfinished = async (spine: Spine): Promise<boolean> =>
  (await isDemonstration(spine.db)) && !(await isFinished(spine));

const subject = { kind: 'demonstration', id: district };

const isFinished = async ({ db }: Spine): Promise<boolean> => {
  const event = await db
    .selectFrom('event')
    .select('id')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('kind', '=', 'demonstration_set_up')
    .executeTakeFirst();
  return event !== undefined;
};

const setUp = async (spine: Spine, applications: boolean): Promise<void> => {
  if ((await rootAgencyId(spine.db)) !== null && !(await isDemonstration(spine.db)))
    throw new Refusal(
      'conflict',
      'ALREADY_SET_UP',
      '这个数据库里已经有正式的单位，不能再建立演示区。要看演示，请换一个空的数据文件夹。',
    );
  const first: FirstPassword = {
    password: demonstrationPassword,
    hashed: await hashPassword(demonstrationPassword),
    mustChange: false,
  };
  await mark(spine);
  // Hundreds of acts, one commit.
  await inOneTransaction(spine.db, (db) => found({ ...spine, db }, first, applications));
};

const found = async (spine: Spine, first: FirstPassword, applications: boolean): Promise<void> => {
  const rootId = await begin(spine, first);
  const administrator = await callerOf(
    spine,
    demonstrationAdministrators.system.username,
    rootId,
    'system_administrator',
  );
  const authoriser = await callerOf(
    spine,
    demonstrationAdministrators.security.username,
    rootId,
    'security_administrator',
  );

  await set(spine, administrator, [
    { name: siteSettings.notice.name, value: applications ? fillingNotice : notice },
    { name: siteSettings.organiser.name, value: demonstrationOffice.name },
    { name: siteSettings.domain.name, value: 'yunshan.example' },
  ]);
  // Who looks at a demonstration has no authenticator at hand, and shares the one password for as long as it stands.
  await set(spine, authoriser, [
    { name: securitySettings.secondFactor.name, value: 'nobody' },
    { name: securitySettings.passwordDays.name, value: 0 },
  ]);

  const ids = await addAgencies(spine, administrator, rootId);
  await openStandardColumns(spine, [...ids.values()]);
  for (const person of demonstrationPeople)
    await addPerson(spine, { administrator, authoriser }, ids, person, first);
  // What was put before the authoriser has been done.
  await markRead(spine.db, spine.now(), authoriser.actor.id ?? '');
  await act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, now, record }) => {
    record({ kind: 'demonstration_set_up', agencyId: rootId, subject, data: { district } });
    if (applications)
      await spine.jobs.enqueue(
        db,
        applicationsJobName,
        { until: now.toISOString() } satisfies FillDemonstration,
        { onceKey: district },
      );
  });
};

/** Before anything else, so that one that is broken off is known for what it is. */
const mark = (spine: Spine): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, now, record }) => {
    const { name, label } = operationSettings.demonstration;
    const { before, after } = await changeSetting({ db, now }, operationSettings.demonstration, true);
    if (before !== after)
      record({
        kind: 'setting_changed',
        agencyId: null,
        subject: { kind: 'setting', id: name },
        data: { label, before, after },
      });
  });

const begin = async (spine: Spine, first: FirstPassword): Promise<string> => {
  const { name, shortName, creditCode, regionCode } = demonstrationGovernment;
  const office = demonstrationOffice;
  const { governmentId } = await initialise(
    spine,
    {
      government: { name, shortName, creditCode, regionCode },
      office: { name: office.name, shortName: office.shortName, creditCode: office.creditCode },
      administrators: demonstrationAdministrators,
    },
    first,
  );
  return governmentId;
};

/** Acts as somebody who has just signed in. */
const callerOf = async (
  { db, now }: Spine,
  username: string,
  agencyId: string,
  role: Role,
): Promise<Caller> => {
  const person = await db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.id')
    .select(['person.id', 'person.name', 'post.id as postId'])
    .where('username', '=', username)
    .where('post.role', '=', role)
    .executeTakeFirstOrThrow();
  return {
    actor: { kind: 'person', id: person.id, postId: person.postId },
    agencyId,
    name: person.name,
    held: [{ role, agencyId }],
    scopes: null,
    confirmedAt: now(),
    requestId: null,
  };
};

const set = (spine: Spine, caller: Caller, changes: ChangeSettings['changes']): Promise<void> =>
  changeSettings(
    spine,
    caller,
    [securitySettings.secondFactor, securitySettings.passwordDays, ...Object.values(siteSettings)],
    { changes },
  );

/** The agencies by their keys. */
const addAgencies = async (
  spine: Spine,
  administrator: Caller,
  rootId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows = await spine.db.selectFrom('agency').select(['id', 'name']).execute();
  const idByName = new Map(rows.map(({ id, name }) => [name, id]));
  const ids = new Map<string, string>();
  for (const one of [demonstrationGovernment, demonstrationOffice, ...demonstrationAgencies]) {
    const { key, kind, name, ...facts } = one;
    const there = idByName.get(name);
    if (there !== undefined) await changeAgency(spine, administrator, { id: there, ...facts });
    const id =
      there ?? (await createAgency(spine, administrator, { parentId: rootId, kind, name, ...facts })).id;
    ids.set(key, id);
  }
  return ids;
};

const addPerson = async (
  spine: Spine,
  { administrator, authoriser }: { readonly administrator: Caller; readonly authoriser: Caller },
  ids: ReadonlyMap<string, string>,
  { username, name, posts }: DemonstrationPerson,
  first: FirstPassword,
): Promise<void> => {
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`no agency of the demonstration is called ${key}`);
    return id;
  };
  const account = { agencyId: idOf(posts[0].agency), username, name, phone: null, email: null };
  const { id: personId } = await createPerson(spine, administrator, account, first);
  for (const { agency, role } of posts) {
    const proposed = { personId, agencyId: idOf(agency), role, title: null };
    await authorisePost(spine, authoriser, (await proposePost(spine, administrator, proposed)).id);
  }
};
