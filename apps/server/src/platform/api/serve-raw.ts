import type { Context } from 'hono';
import { nameRoute } from '../metrics/name-route.ts';
import { Refusal } from '../refusal.ts';
import { answerProblem } from './answer-problem.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';

/**
 * Answers requests below /api that carry bytes of any length, which no procedure can: the same care for where they
 * come from, and the same answers to problems, as `serveApi` gives.
 *
 * @param open makes the context of one request; it throws where nobody is signed in
 */
export const serveRaw =
  <T>(
    open: (c: Context) => Promise<T>,
    requestIdOf: (c: Context) => string,
    publicHost: string | null,
  ): ((
    name: string,
    answer: (context: T, c: Context) => Promise<Response>,
  ) => (c: Context) => Promise<Response>) =>
  (name, answer) =>
  async (c) => {
    nameRoute(c, `api ${name}`);
    try {
      refuseOtherSites(c.req.raw, publicHost);
      return await answer(await open(c), c);
    } catch (error) {
      const problem = answerProblem(error, requestIdOf(c));
      const headers = new Headers();
      if (error instanceof Refusal && error.retryAfter !== undefined)
        headers.set('retry-after', String(error.retryAfter));
      return Response.json(problem.toJSON(), { status: problem.status, headers });
    }
  };
