import { notify } from '../platform/notification/notify.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { requireConfirmation } from './confirm-identity.ts';
import { forgetAttempts } from './count-attempt.ts';
import { endSessionsOf } from './end-session.ts';
import { loadPerson, permitOn, personState, refuseLeft, refuseSelf } from './load-person.ts';
import { hashPassword, initialPassword } from './password.ts';
import { permit } from './permit.ts';
import { withoutRepeat } from './without-repeat.ts';

/** Unlocks an account before its time is over. */
export const unlockPerson = (spine: Spine, caller: Caller, id: string): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const person = await loadPerson(db, id);
    await permit(db, caller, 'person.unlock', person.agency_id, 'locked');
    refuseLeft(person);
    refuseSelf(caller.actor.id, id, '解除锁定');
    if (personState(person, now) !== 'locked') return;
    await forgetAttempts(db, id);
    record({ kind: 'person_unlocked', agencyId: person.agency_id, subject: { kind: 'person', id } });
  });

/**
 * Gives somebody who lost theirs a new first password, shown once; ends their sessions and tells them. The second
 * factor stays, and is another administrator's to reset: nobody takes over an account alone.
 */
export const resetPassword = async (
  spine: Spine,
  caller: Caller,
  id: string,
): Promise<{ readonly initialPassword: string }> => {
  await requireConfirmation(spine, caller);
  const password = initialPassword();
  const hashed = await hashPassword(password);
  await actAs(spine, withoutRepeat(caller), async ({ db, now, record }) => {
    const person = await loadPerson(db, id);
    await permitOn(db, caller, 'person.reset_password', person, now);
    refuseSelf(caller.actor.id, id, '重置密码');
    await db
      .updateTable('person')
      .set({
        password_hash: hashed,
        password_changed_at: now,
        must_change_password: true,
        earlier_passwords: [person.password_hash, ...person.earlier_passwords].slice(0, 12),
      })
      .where('id', '=', id)
      .execute();
    await forgetAttempts(db, id);
    const ended = await endSessionsOf({ db, now }, id, 'by_administrator');
    await notify(
      { db, now },
      { personIds: [id], kind: 'password_reset', text: `${caller.name}重置了您的密码。` },
    );
    record({
      kind: 'password_reset',
      agencyId: person.agency_id,
      subject: { kind: 'person', id },
      data: { endedSessions: ended },
    });
  });
  return { initialPassword: password };
};

/** Unbinds the authenticator of somebody who lost it; ends their sessions and tells them. */
export const resetSecondFactor = async (spine: Spine, caller: Caller, id: string): Promise<void> => {
  await requireConfirmation(spine, caller);
  await actAs(spine, caller, async ({ db, now, record }) => {
    const person = await loadPerson(db, id);
    await permitOn(db, caller, 'person.reset_second_factor', person, now);
    refuseSelf(caller.actor.id, id, '重置动态口令');
    await db
      .updateTable('person')
      .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null, recovery_codes: [] })
      .where('id', '=', id)
      .execute();
    await endSessionsOf({ db, now }, id, 'by_administrator');
    await notify(
      { db, now },
      {
        personIds: [id],
        kind: 'second_factor_reset',
        text: `${caller.name}解除了您的动态口令，请重新绑定。`,
      },
    );
    record({ kind: 'second_factor_reset', agencyId: person.agency_id, subject: { kind: 'person', id } });
  });
};

/** Ends all sessions of a person; says how many. */
export const endSessionsOfPerson = (
  spine: Spine,
  caller: Caller,
  id: string,
): Promise<{ readonly ended: number }> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const person = await loadPerson(db, id);
    await permit(db, caller, 'session.end', person.agency_id);
    const ended = await endSessionsOf({ db, now }, id, 'by_administrator');
    if (ended > 0)
      record({
        kind: 'session_ended',
        agencyId: person.agency_id,
        subject: { kind: 'person', id },
        data: { reason: 'by_administrator', count: ended },
      });
    return { ended };
  });
