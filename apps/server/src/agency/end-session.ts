import { act, type Work } from '../platform/act.ts';
import { systemActor } from '../platform/event/event.ts';
import type { Spine } from '../platform/spine.ts';

/** Why a session ended. */
export const sessionEnds = {
  signed_out: '本人退出',
  idle: '长时间无操作',
  absolute: '到达最长时间',
  by_person: '本人在别处结束',
  replaced: '在别处登录过多',
  password_changed: '修改密码',
  by_administrator: '由管理员结束',
  locked: '连续输错',
  left: '离岗',
} as const;

export type SessionEnd = keyof typeof sessionEnds;

/** Which of a person's sessions end: all by default. */
interface Choice {
  readonly only?: Buffer;
  readonly except?: Buffer;
  /** Of those chosen so many stay, the newest. */
  readonly keep?: number;
  /** Those where a second factor was given (true), or wasn't (false). */
  readonly gaveSecondFactor?: boolean;
}

/** Ends sessions of a person in the caller's act and says how many. */
export const endSessionsOf = async (
  { db, now }: Pick<Work, 'db' | 'now'>,
  personId: string,
  reason: SessionEnd,
  choice: Choice = {},
): Promise<number> => {
  let chosen = db
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc');
  if (choice.only) chosen = chosen.where('id', '=', choice.only);
  if (choice.except) chosen = chosen.where('id', '<>', choice.except);
  if (choice.gaveSecondFactor !== undefined)
    chosen = chosen.where('second_factor_at', choice.gaveSecondFactor ? 'is not' : 'is', null);
  if (choice.keep !== undefined) chosen = chosen.offset(choice.keep);
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason })
    .where('id', 'in', chosen)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

/** Ends one session by the program itself: its time was over. */
export const endSession = (
  spine: Spine,
  id: Buffer,
  reason: SessionEnd,
  requestId: string | null,
): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now, requestId }, async ({ db, now, record }) => {
    const ended = await db
      .updateTable('session')
      .set({ ended_at: now, end_reason: reason })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning(['person_id', 'agency_id'])
      .executeTakeFirst();
    if (ended)
      record({
        kind: 'session_ended',
        agencyId: ended.agency_id,
        subject: { kind: 'person', id: ended.person_id },
        data: { reason },
      });
  });
