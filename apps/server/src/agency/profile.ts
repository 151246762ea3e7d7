import type { ChangeProfile, Profile } from '@gongkai/contract';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import type { FoundSession } from './find-session.ts';
import { contactColumns, readContact } from './person-contact.ts';

/** What somebody sees of their own account. */
export const showProfile = async (spine: Spine, session: FoundSession): Promise<Profile> => {
  expectState(session, 'ready');
  const row = await spine.db
    .selectFrom('person')
    .innerJoin('agency', 'agency.id', 'person.agency_id')
    .select([
      'person.id',
      'person.username',
      'person.name',
      'person.agency_id',
      'agency.name as agency_name',
      'person.phone',
      'person.email',
      'person.password_changed_at',
      'person.totp_confirmed_at',
      'person.recovery_codes',
    ])
    .where('person.id', '=', session.person.id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    ...readContact(spine.cipher, row),
    passwordChangedAt: row.password_changed_at.toISOString(),
    hasSecondFactor: row.totp_confirmed_at !== null,
    recoveryCodesLeft: row.recovery_codes.length,
  };
};

/** Changes how oneself is reached. */
export const changeProfile = (
  spine: Spine,
  session: FoundSession,
  change: ChangeProfile,
  requestId: string | null,
): Promise<void> => {
  expectState(session, 'ready');
  return actInSession(spine, session, requestId, async ({ db, record }) => {
    const columns = contactColumns(spine.cipher, change);
    if (Object.keys(columns).length === 0) return;
    await db.updateTable('person').set(columns).where('id', '=', session.person.id).execute();
    record({
      kind: 'person_changed',
      agencyId: session.person.agencyId,
      subject: { kind: 'person', id: session.person.id },
      data: { fields: Object.keys(columns) },
    });
  });
};
