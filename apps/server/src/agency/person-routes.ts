import { api } from './api.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { createToken } from './create-token.ts';
import { authorisePost, endPost, refusePost } from './decide-post.ts';
import { handOverPerson } from './hand-over-person.ts';
import { previewHandOver } from './hand-over-preview.ts';
import { personNotFound } from './load-person.ts';
import { permitReading } from './permit.ts';
import { listPeople, showPerson } from './person-queries.ts';
import { listPosts } from './post-queries.ts';
import { proposePost } from './propose-post.ts';
import { endSessionsOfPerson, resetPassword, resetSecondFactor, unlockPerson } from './restore-access.ts';
import { revokeToken } from './revoke-token.ts';
import { sessionsOf } from './session-queries.ts';
import { listTokens } from './token-queries.ts';

/** The API's part on people. */
export const personRoutes = {
  list: api.person.list.handler(({ context: { spine, caller }, input }) => listPeople(spine, caller, input)),
  show: api.person.show.handler(({ context: { spine, caller }, input }) =>
    showPerson(spine, caller, input.id),
  ),
  create: api.person.create.handler(({ context: { spine, caller }, input }) =>
    createPerson(spine, caller, input),
  ),
  change: api.person.change.handler(async ({ context: { spine, caller }, input }) => {
    await changePerson(spine, caller, input);
    return {};
  }),
  unlock: api.person.unlock.handler(async ({ context: { spine, caller }, input }) => {
    await unlockPerson(spine, caller, input.id);
    return {};
  }),
  resetPassword: api.person.resetPassword.handler(({ context: { spine, caller }, input }) =>
    resetPassword(spine, caller, input.id),
  ),
  resetSecondFactor: api.person.resetSecondFactor.handler(async ({ context: { spine, caller }, input }) => {
    await resetSecondFactor(spine, caller, input.id);
    return {};
  }),
  sessions: api.person.sessions.handler(async ({ context: { spine, caller }, input }) => {
    const person = await spine.db
      .selectFrom('person')
      .select('agency_id')
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (!person) throw personNotFound();
    await permitReading(spine, caller, 'session.view', person.agency_id);
    return sessionsOf(spine, input.id, null);
  }),
  endSessions: api.person.endSessions.handler(({ context: { spine, caller }, input }) =>
    endSessionsOfPerson(spine, caller, input.id),
  ),
  previewHandOver: api.person.previewHandOver.handler(({ context: { spine, caller }, input }) =>
    previewHandOver(spine, caller, input.id),
  ),
  handOver: api.person.handOver.handler(({ context: { spine, caller }, input }) =>
    handOverPerson(spine, caller, input),
  ),
};

/** The API's part on posts. */
export const postRoutes = {
  list: api.post.list.handler(({ context: { spine, caller }, input }) => listPosts(spine.db, caller, input)),
  propose: api.post.propose.handler(({ context: { spine, caller }, input }) =>
    proposePost(spine, caller, input),
  ),
  authorise: api.post.authorise.handler(async ({ context: { spine, caller }, input }) => {
    await authorisePost(spine, caller, input.id);
    return {};
  }),
  refuse: api.post.refuse.handler(async ({ context: { spine, caller }, input }) => {
    await refusePost(spine, caller, input.id, input.reason);
    return {};
  }),
  end: api.post.end.handler(async ({ context: { spine, caller }, input }) => {
    await endPost(spine, caller, input.id, input.reason);
    return {};
  }),
};

/** The API's part on tokens. */
export const tokenRoutes = {
  list: api.token.list.handler(({ context: { spine, caller }, input }) =>
    listTokens(spine, caller, input.agencyId),
  ),
  create: api.token.create.handler(({ context: { spine, caller }, input }) =>
    createToken(spine, caller, input),
  ),
  revoke: api.token.revoke.handler(async ({ context: { spine, caller }, input }) => {
    await revokeToken(spine, caller, input.id);
    return {};
  }),
};
