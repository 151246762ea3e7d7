import type { ApiContext } from './api.ts';
import { publicApi } from './api.ts';
import { changePassword } from './change-password.ts';
import { removeSecondFactor, renewRecoveryCodes } from './change-second-factor.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { beginSecondFactor, confirmSecondFactor } from './enrol-second-factor.ts';
import { type FoundSession, findSession } from './find-session.ts';
import { endOtherSessions, signOut, switchAgency } from './leave-session.ts';
import { sessionOf } from './open-caller.ts';
import { changeProfile, showProfile } from './profile.ts';
import { signedOut } from './refuse-signed-out.ts';
import { endedCookie, sessionCookie } from './session-cookie.ts';
import { passwordRules, presentSession, sessionsOf } from './session-queries.ts';
import { signIn } from './sign-in.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

/** The session of a request, however far its sign-in has come. */
const need = async ({ spine, request }: ApiContext): Promise<FoundSession> => {
  const session = await sessionOf(spine, request);
  if (!session) throw signedOut();
  return session;
};

/** Hands a session's secret to the browser and says where sign-in stands. */
const carry = async ({ spine, request, answer }: ApiContext, secret: string) => {
  answer.headers.append('set-cookie', sessionCookie(secret, request.isSecure));
  return presentSession(await findSession(spine, secret, { requestId: request.id }));
};

const again = async ({ spine, request }: ApiContext) => presentSession(await sessionOf(spine, request));

/** The API's part on sign-in. Open to everybody: each looks at the session that it needs itself. */
export const sessionRoutes = {
  signIn: publicApi.session.signIn.handler(async ({ context, input }) =>
    carry(context, await signIn(context.spine, context.request, input)),
  ),
  current: publicApi.session.current.handler(({ context }) => again(context)),
  signOut: publicApi.session.signOut.handler(async ({ context }) => {
    const session = await sessionOf(context.spine, context.request);
    if (session) await signOut(context.spine, session, context.request.id);
    context.answer.headers.append('set-cookie', endedCookie(context.request.isSecure));
    return {};
  }),
  verifySecondFactor: publicApi.session.verifySecondFactor.handler(async ({ context, input }) =>
    carry(
      context,
      await verifySecondFactor(context.spine, await need(context), input.code, context.request.id),
    ),
  ),
  confirm: publicApi.session.confirm.handler(async ({ context, input }) => {
    await confirmIdentity(context.spine, await need(context), input, context.request.id);
    return again(context);
  }),
  switchAgency: publicApi.session.switchAgency.handler(async ({ context, input }) => {
    await switchAgency(context.spine, await need(context), input.agencyId, context.request.id);
    return again(context);
  }),
  passwordRules: publicApi.session.passwordRules.handler(({ context }) => passwordRules(context.spine)),
};

/** The API's part on one's own account. */
export const profileRoutes = {
  show: publicApi.profile.show.handler(async ({ context }) =>
    showProfile(context.spine, await need(context)),
  ),
  change: publicApi.profile.change.handler(async ({ context, input }) => {
    await changeProfile(context.spine, await need(context), input, context.request.id);
    return {};
  }),
  changePassword: publicApi.profile.changePassword.handler(async ({ context, input }) =>
    carry(context, await changePassword(context.spine, await need(context), input, context.request.id)),
  ),
  beginSecondFactor: publicApi.profile.beginSecondFactor.handler(async ({ context }) =>
    beginSecondFactor(context.spine, await need(context), context.request.id),
  ),
  confirmSecondFactor: publicApi.profile.confirmSecondFactor.handler(async ({ context, input }) => {
    const session = await need(context);
    const bound = await confirmSecondFactor(context.spine, session, input.code, context.request.id);
    await carry(context, bound.secret);
    return { recoveryCodes: [...bound.recoveryCodes] };
  }),
  removeSecondFactor: publicApi.profile.removeSecondFactor.handler(async ({ context, input }) => {
    await removeSecondFactor(context.spine, await need(context), input.code, context.request.id);
    return again(context);
  }),
  renewRecoveryCodes: publicApi.profile.renewRecoveryCodes.handler(async ({ context, input }) => {
    const session = await need(context);
    const codes = await renewRecoveryCodes(context.spine, session, input.code, context.request.id);
    return { recoveryCodes: [...codes] };
  }),
  sessions: publicApi.profile.sessions.handler(async ({ context }) => {
    const session = await need(context);
    return sessionsOf(context.spine, session.person.id, session.id);
  }),
  endSession: publicApi.profile.endSession.handler(async ({ context, input }) => {
    await endOtherSessions(context.spine, await need(context), context.request.id, input.id);
    return {};
  }),
  endOtherSessions: publicApi.profile.endOtherSessions.handler(async ({ context }) => ({
    ended: await endOtherSessions(context.spine, await need(context), context.request.id),
  })),
};
