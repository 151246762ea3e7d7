import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import { checkCode, codeRefused } from './check-code.ts';
import { endSessionsOf } from './end-session.ts';
import type { FoundSession } from './find-session.ts';
import { renewSession } from './start-session.ts';

/** Completes a sign-in with a code; returns the session's new secret. Throws `Refusal` CODE_WRONG. */
export const verifySecondFactor = async (
  spine: Spine,
  session: FoundSession,
  code: string,
  requestId: string | null,
): Promise<string> => {
  expectState(session, 'second_factor');
  const { person, policy, id } = session;
  const secret = await actInSession(spine, session, requestId, async (work) => {
    if (!(await checkCode(work, spine, { personId: person.id, sessionId: id }, code, policy))) return null;
    await endSessionsOf(work, person.id, 'replaced', {
      keep: policy.sessionsPerPerson - 1,
      gaveSecondFactor: true,
    });
    await work.db
      .updateTable('session')
      .set({ second_factor_at: work.now, confirmed_at: work.now })
      .where('id', '=', id)
      .execute();
    work.record({
      kind: 'signed_in',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
      data: { secondFactor: true },
    });
    return renewSession(work.db, id);
  });
  if (secret === null) throw codeRefused();
  return secret;
};
