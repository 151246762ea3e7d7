import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import { endSessionsOf } from './end-session.ts';
import type { FoundSession } from './find-session.ts';

/** Signs out. */
export const signOut = (spine: Spine, session: FoundSession, requestId: string | null): Promise<void> =>
  actInSession(spine, session, requestId, async (work) => {
    const ended = await endSessionsOf(work, session.person.id, 'signed_out', { only: session.id });
    if (ended > 0)
      work.record({
        kind: 'signed_out',
        agencyId: session.agency.id,
        subject: { kind: 'person', id: session.person.id },
      });
  });

/** Ends others of one's sessions: one of them, or all but this. Says how many ended. */
export const endOtherSessions = (
  spine: Spine,
  session: FoundSession,
  requestId: string | null,
  only?: string,
): Promise<number> => {
  expectState(session, 'ready');
  return actInSession(spine, session, requestId, async (work) => {
    const ended = await endSessionsOf(work, session.person.id, 'by_person', {
      except: session.id,
      ...(only === undefined ? {} : { only: Buffer.from(only, 'hex') }),
    });
    if (only !== undefined && ended === 0)
      throw new Refusal('not_found', 'SESSION_NOT_FOUND', '没有这个登录，或它已经结束。请刷新列表。');
    if (ended > 0)
      work.record({
        kind: 'session_ended',
        agencyId: session.agency.id,
        subject: { kind: 'person', id: session.person.id },
        data: { reason: 'by_person', count: ended },
      });
    return ended;
  });
};

/** Goes on to act for another agency, where the person has a post too. */
export const switchAgency = (
  spine: Spine,
  session: FoundSession,
  agencyId: string,
  requestId: string | null,
): Promise<void> => {
  expectState(session, 'ready');
  return actInSession(spine, session, requestId, async ({ db, record }) => {
    if (!session.posts.some((post) => post.agencyId === agencyId))
      throw new Refusal('forbidden', 'NO_POST_THERE', '您在这个单位没有岗位，不能切换过去。');
    await db.updateTable('session').set({ agency_id: agencyId }).where('id', '=', session.id).execute();
    record({
      kind: 'agency_switched',
      agencyId,
      subject: { kind: 'person', id: session.person.id },
    });
  });
};
