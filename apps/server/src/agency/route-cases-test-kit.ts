import type { Action } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import { createToken } from './create-token.ts';
import { buildPerson, buildPost, callerFor } from './people-test-kit.ts';
import { bureau, clock, db, type Input, security, spine } from './route-walk-test-kit.ts';
import { openWork } from './work-item.ts';

/** A procedure's action, what it is asked for, and a sound input that names something of the bureau. */
export interface Case {
  readonly action: Action;
  readonly state?: string;
  /** Whose thing it is; `caller`: of the agency that the caller acts for. */
  readonly at?: 'bureau' | 'root' | 'caller';
  readonly input?: () => Input | Promise<Input>;
}

const person = async () => buildPerson(spine, bureau, ['officer']);
const aPerson = async () => ({ id: (await person()).id });
const locked = async () => {
  const { id } = await person();
  await db
    .updateTable('person')
    .set({ locked_until: new Date(clock.now.getTime() + 3_600_000) })
    .where('id', '=', id)
    .execute();
  return { id };
};
const activePost = async () => {
  const { id } = await buildPerson(spine, bureau);
  return { id: await buildPost(spine, id, bureau, 'officer'), reason: '轮岗' };
};
const proposedPost = async () => {
  const { id } = await activePost();
  await db.updateTable('post').set({ authorised_at: null }).where('id', '=', id).execute();
  return { id, reason: '不合适' };
};
const column = async () => {
  const id = newId();
  await db
    .insertInto('disclosure_column')
    .values({ id, agency_id: bureau, block: 'statutory_content', name: `栏目${id}` })
    .execute();
  return { id };
};
const work = async () => {
  const subject = { kind: 'test', id: newId() };
  await openWork(
    { db, now: clock.now },
    {
      agencyId: bureau,
      kind: 'calendar_missing',
      subject,
      title: '甲',
      role: 'officer',
    },
  );
  const { id } = await db
    .selectFrom('work_item')
    .select('id')
    .where('subject_id', '=', subject.id)
    .executeTakeFirstOrThrow();
  return { id, personId: null, reason: '轮岗' };
};
const newAgency = () => ({
  parentId: bureau,
  kind: 'department',
  name: '云山区人民政府',
  shortName: '重名',
  regionCode: '110101',
});
const sheet = () => ({ file: new File(['not a sheet'], 'a.xlsx') });
const year = () => ({ year: '2031', source: '国办发明电〔2030〕1号', text: '' });

/** What lists need to be asked. */
export const listInputs: Readonly<Record<string, Input>> = { 'calendar.template': { year: 2031 } };

export const cases: Readonly<Record<string, Case | 'list'>> = {
  'agency.list': 'list',
  'agency.read': { action: 'agency.view', input: () => ({ id: bureau }) },
  'agency.create': { action: 'agency.create', input: newAgency },
  'agency.change': { action: 'agency.change', state: 'open', input: () => ({ id: bureau, sort: 1 }) },
  'agency.move': {
    action: 'agency.change',
    state: 'open',
    input: () => ({ id: bureau, parentId: bureau }),
  },
  'agency.designateCompetent': { action: 'agency.change', state: 'open', input: () => ({ id: bureau }) },
  'agency.close': {
    action: 'agency.close',
    state: 'open',
    input: () => ({ id: bureau, closedOn: '2030-01-01' }),
  },
  'agency.importTemplate': 'list',
  'agency.previewImport': { action: 'agency.import', at: 'caller', input: sheet },
  'agency.import': { action: 'agency.import', at: 'caller', input: sheet },
  'person.list': 'list',
  'person.show': { action: 'person.view', input: aPerson },
  'person.create': {
    action: 'person.create',
    input: () => ({ agencyId: bureau, username: `p${newId().replaceAll('-', '').slice(-20)}`, name: '新' }),
  },
  'person.change': { action: 'person.change', state: 'active', input: aPerson },
  'person.unlock': { action: 'person.unlock', state: 'locked', input: locked },
  'person.resetPassword': { action: 'person.reset_password', state: 'active', input: aPerson },
  'person.resetSecondFactor': { action: 'person.reset_second_factor', state: 'active', input: aPerson },
  'person.sessions': { action: 'session.view', input: aPerson },
  'person.endSessions': { action: 'session.end', input: aPerson },
  'person.previewHandOver': { action: 'person.hand_over', state: 'active', input: aPerson },
  'person.handOver': {
    action: 'person.hand_over',
    state: 'active',
    input: async () => ({ ...(await aPerson()), successors: [], reason: '退休' }),
  },
  'post.list': 'list',
  'post.propose': {
    action: 'post.propose',
    input: async () => ({
      personId: (await buildPerson(spine, bureau)).id,
      agencyId: bureau,
      role: 'reviewer',
    }),
  },
  'post.authorise': { action: 'post.authorise', state: 'proposed', input: proposedPost },
  'post.refuse': { action: 'post.refuse', state: 'proposed', input: proposedPost },
  'post.end': { action: 'post.end', state: 'active', input: activePost },
  'token.list': 'list',
  'token.create': {
    action: 'token.create',
    input: () => ({ agencyId: bureau, name: '平台', scopes: ['agency.view'] }),
  },
  'token.revoke': {
    action: 'token.revoke',
    state: 'active',
    input: async () => {
      const { id } = await createToken(spine, callerFor(spine, security, ['security_administrator']), {
        agencyId: bureau,
        name: '平台',
        scopes: ['agency.view'],
        perMinute: 1,
      });
      return { id };
    },
  },
  'audit.search': { action: 'audit.search', input: () => ({ agencyId: bureau }) },
  'audit.verify': { action: 'audit.verify', at: 'caller' },
  'mail.list': { action: 'mail.view', at: 'root' },
  'job.list': { action: 'job.view', at: 'root' },
  'calendar.list': { action: 'calendar.view', at: 'caller' },
  'calendar.template': 'list',
  'calendar.previewImport': { action: 'calendar.import', at: 'root', input: year },
  'calendar.import': { action: 'calendar.import', at: 'root', input: year },
  'setting.list': { action: 'setting.view', at: 'root' },
  'setting.change': {
    action: 'setting.change',
    state: 'security',
    at: 'root',
    input: () => ({ changes: [{ name: 'security.lock_minutes', value: 30 }] }),
  },
  'work.list': 'list',
  'work.counts': 'list',
  'work.reassign': { action: 'work.reassign', state: 'open', input: work },
  'column.list': { action: 'column.view', input: () => ({ agencyId: bureau }) },
  'column.create': {
    action: 'column.create',
    input: () => ({ agencyId: bureau, block: 'statutory_content', name: `栏目${newId()}` }),
  },
  'column.change': {
    action: 'column.change',
    state: 'open',
    input: async () => ({ ...(await column()), sort: 2 }),
  },
  'column.close': { action: 'column.close', state: 'open', input: column },
};
