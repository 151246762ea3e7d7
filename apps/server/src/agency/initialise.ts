import { createAgencySchema, type Role, roles, usernameSchema } from '@gongkai/contract';
import { z } from 'zod';
import { act, type Work } from '../platform/act.ts';
import { newId } from '../platform/database/new-id.ts';
import { systemActor } from '../platform/event/event.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { lockTree } from './agency-tree.ts';
import { missingNotice, missingYear } from './calendar-years.ts';
import { checkAgencyCodes, organisationCodeIn } from './check-agency-codes.ts';
import { type FirstPassword, makeFirstPassword } from './create-person.ts';
import { followNewAgencies } from './follow-new-agencies.ts';
import { readCalendar } from './read-calendar.ts';
import { settleCalendarWork } from './remind-of-calendar.ts';

const { name, shortName, regionCode, creditCode } = createAgencySchema.shape;
const required = (what: string) => z.string().trim().min(1, `请写明${what}`).max(100, `${what}太长`);
const agency = (what: string) =>
  z.object({ name: name.and(required(what)), shortName: shortName.optional(), creditCode });
const administrator = (what: string, username: string) =>
  z.object({ name: required(what), username: usernameSchema.default(username) });

/** What has to be known of a real installation before its first use. */
export const setupSchema = z.object({
  government: agency('人民政府名称').extend({ regionCode }),
  /** 条例第三条第三款: the competent department, as a rule the general office (办公厅、办公室). */
  office: agency('主管部门（政府办公厅、办公室）名称'),
  administrators: z.object({
    system: administrator('系统管理员姓名', 'sysadmin'),
    security: administrator('安全管理员姓名', 'secadmin'),
    audit: administrator('审计管理员姓名', 'auditor'),
  }),
});
export type Setup = z.input<typeof setupSchema>;

export interface FirstAccount {
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly username: string;
  /** Shown once; has to be changed at first sign-in. */
  readonly password: string;
}

export interface Installation {
  readonly governmentId: string;
  readonly officeId: string;
  readonly accounts: readonly FirstAccount[];
  /** What is missing of the calendar; null where nothing is. */
  readonly calendarNotice: string | null;
}

const administrators = [
  ['system', 'system_administrator'],
  ['security', 'security_administrator'],
  ['audit', 'audit_administrator'],
] as const satisfies readonly (readonly [string, Role])[];

/**
 * Sets up an empty installation: the government, its competent department, and the three administrators (三员分立),
 * three accounts from the first day on because nobody may give rights alone. Refuses where there are agencies
 * already.
 *
 * @param first the password of all three, for a demonstration; otherwise each gets one of their own
 */
export const initialise = async (
  spine: Spine,
  input: Setup,
  first?: FirstPassword,
): Promise<Installation> => {
  const parsed = setupSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal('invalid', 'SETUP_INVALID', `${issue?.message}。`, issue?.path.join('.'));
  }
  const setup = parsed.data;
  const passwords = await Promise.all(administrators.map(() => first ?? makeFirstPassword()));
  return act({ db: spine.db, actor: systemActor, now: spine.now }, async (work) => {
    await lockTree(work.db);
    const there = await work.db.selectFrom('agency').select('name').limit(1).executeTakeFirst();
    if (there)
      throw new Refusal(
        'conflict',
        'ALREADY_SET_UP',
        `这个数据库已经有单位（${there.name}），不能再次初始化。新增单位请在办公端进行；要重新开始，请换一个空的数据文件夹或数据库。`,
      );
    const { government, office } = setup;
    const governmentId = await addAgency(work, {
      ...government,
      kind: 'government',
      parentId: null,
    });
    const officeId = await addAgency(work, {
      ...office,
      regionCode: government.regionCode,
      kind: 'department',
      parentId: governmentId,
    });
    work.record({
      kind: 'installation_set_up',
      agencyId: governmentId,
      subject: { kind: 'agency', id: governmentId },
      data: { government: government.name, office: office.name },
    });
    work.record({
      kind: 'competent_department_designated',
      agencyId: officeId,
      subject: { kind: 'agency', id: officeId },
      article: '第三条第三款',
      data: { government: governmentId, previous: null },
    });
    const accounts: FirstAccount[] = [];
    for (const [index, [key, role]] of administrators.entries())
      accounts.push(
        await addAdministrator(work, governmentId, role, setup.administrators[key], passwords[index]!),
      );
    await followNewAgencies(spine, work.db, [governmentId, officeId]);
    await settleCalendarWork(work, governmentId);
    const missing = missingYear(await readCalendar(work.db), work.now);
    return {
      governmentId,
      officeId,
      accounts,
      calendarNotice: missing === null ? null : missingNotice(missing),
    };
  });
};

interface FirstAgency {
  readonly name: string;
  readonly shortName?: string | undefined;
  readonly creditCode?: string | null | undefined;
  readonly regionCode: string;
  readonly kind: 'government' | 'department';
  readonly parentId: string | null;
}

const addAgency = async ({ db, now, record }: Work, first: FirstAgency): Promise<string> => {
  const codes = checkAgencyCodes(first.creditCode ? { creditCode: first.creditCode } : {});
  if (!codes.ok) throw new Refusal('invalid', 'AGENCY_CODE_WRONG', codes.reason, codes.field);
  const id = newId(now.getTime());
  const row = {
    parent_id: first.parentId,
    kind: first.kind,
    name: first.name,
    short_name: first.shortName ?? first.name,
    credit_code: codes.value.creditCode ?? null,
    organisation_code: organisationCodeIn(codes.value.creditCode),
    region_code: first.regionCode,
    is_competent: first.parentId !== null,
  };
  await db
    .insertInto('agency')
    .values({ id, created_at: now, ...row })
    .execute();
  record({ kind: 'agency_created', agencyId: id, subject: { kind: 'agency', id }, data: row });
  return id;
};

const addAdministrator = async (
  { db, now, record }: Work,
  agencyId: string,
  role: Role,
  person: { readonly name: string; readonly username: string },
  first: FirstPassword,
): Promise<FirstAccount> => {
  const personId = newId(now.getTime());
  const postId = newId(now.getTime());
  await db
    .insertInto('person')
    .values({
      id: personId,
      agency_id: agencyId,
      ...person,
      password_hash: first.hashed,
      must_change_password: first.mustChange,
      password_changed_at: now,
      created_at: now,
    })
    .execute();
  // The one post that nobody proposed and nobody authorised: there is nobody yet.
  await db
    .insertInto('post')
    .values({
      id: postId,
      person_id: personId,
      agency_id: agencyId,
      role,
      title: roles[role],
      proposed_at: now,
      authorised_at: now,
    })
    .execute();
  record({
    kind: 'person_created',
    agencyId,
    subject: { kind: 'person', id: personId },
    data: { name: person.name },
  });
  record({
    kind: 'post_authorised',
    agencyId,
    subject: { kind: 'post', id: postId },
    data: { person: personId, role },
  });
  return { personId, role, ...person, password: first.password };
};
