import type { SessionState } from '@gongkai/contract';
import { act, type Work } from '../platform/act.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import type { FoundSession } from './find-session.ts';
import { actorOf } from './open-caller.ts';

/** An act of somebody on their own account or session: see `act`. */
export const actInSession = <T>(
  spine: Spine,
  session: FoundSession,
  requestId: string | null,
  decide: (work: Work) => Promise<T>,
): Promise<T> => act({ db: spine.db, actor: actorOf(session), now: spine.now, requestId }, decide);

const nextStep: Readonly<Record<SessionState, string>> = {
  signed_out: '您还没有登录，或登录已经到期。请重新登录。',
  second_factor: '请先输入动态口令，完成登录。',
  must_change_password: '请先修改密码，再进行其他操作。',
  must_enrol_second_factor: '请先绑定动态口令，再进行其他操作。',
  ready: '这一步已经完成，请刷新页面。',
};

/** Throws `Refusal` SIGN_IN_STEP where a session isn't at a step that allows what was asked. */
export const expectState = (session: FoundSession, ...states: readonly SessionState[]): void => {
  if (!states.includes(session.state))
    throw new Refusal('forbidden', 'SIGN_IN_STEP', nextStep[session.state]);
};
