import { after } from 'node:test';
import type { Role } from '@gongkai/contract';
import type { Database } from '../platform/database/open-database.ts';
import { openJobQueue } from '../platform/job/open-job-queue.ts';
import { sendMailName } from '../platform/mail/queue-mail.ts';
import type { Spine } from '../platform/spine.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import type { Caller } from './caller.ts';
import { createAgency } from './create-agency.ts';
import { designateCompetent } from './designate-competent.ts';
import { openColumnsJob } from './follow-new-agencies.ts';
import { buildAgency, buildPerson, callerFor, spineFor, type TestClock } from './people-test-kit.ts';

/** A government with its general office, and callers of every role, on a database of their own. */
export interface TestDistrict {
  readonly spine: Spine;
  readonly database: Database;
  readonly clock: TestClock;
  readonly governmentId: string;
  readonly officeId: string;
  /** Somebody with a role at the government. */
  readonly as: (role: Role, agencyId?: string) => Promise<Caller>;
  /** The system administrator of the government. */
  readonly administrator: Caller;
}

/** @param jobs what acts of other areas enqueue, by name */
export const openTestDistrict = async (jobs: readonly string[] = []): Promise<TestDistrict> => {
  const database = await openTestDatabase();
  // Jobs are enqueued for real, and done by nobody.
  const queue = await openJobQueue(
    database,
    [openColumnsJob, sendMailName, ...jobs].map((name) => ({
      name,
      title: name,
      concurrency: 1,
      retries: 0,
      retryDelay: 1,
      longestDelay: 1,
      limit: 60,
      run: async () => {},
    })),
  );
  after(() => queue.stop());
  const { spine: bare, clock } = spineFor(database);
  const spine: Spine = { ...bare, jobs: queue.jobs };
  const governmentId = await buildAgency(spine, { name: '云山区人民政府' });
  const as = async (role: Role, agencyId = governmentId): Promise<Caller> =>
    callerFor(spine, await buildPerson(spine, agencyId, [role]), [role]);
  const administrator = await as('system_administrator');
  const { id: officeId } = await createAgency(spine, administrator, {
    parentId: governmentId,
    kind: 'department',
    name: '云山区人民政府办公室',
    shortName: '区政府办',
    regionCode: '990101',
  });
  await designateCompetent(spine, administrator, { id: officeId });
  return { spine, database, clock, governmentId, officeId, as, administrator };
};

/** What somebody is told who is refused. */
export const refusalOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

/** The kinds of events of a subject, oldest first. */
export const eventsOf = async ({ db }: Spine, subjectId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
  return rows.map(({ kind }) => kind);
};
