import { OpenAPIHandler } from '@orpc/openapi/fetch';
import type { AnyRouter } from '@orpc/server';
import type { Context } from 'hono';
import { answerProblem } from './answer-problem.ts';

/** The most that one request to the API may hold, in bytes; uploads have routes of their own. */
const mostBytes = 30 * 1024 * 1024;

/**
 * Answers requests below /api by a router. `open` makes the context of one request; what it throws is answered like
 * any problem.
 */
export const serveApi = <
  T extends { readonly request: { readonly id: string }; readonly answer: { readonly headers: Headers } },
>(
  router: AnyRouter,
  open: (c: Context) => Promise<T>,
  requestIdOf: (c: Context) => string,
): ((c: Context) => Promise<Response>) => {
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          throw answerProblem(error, (context as unknown as T).request.id);
        }
      },
    ],
  });

  const refuse = (error: unknown, c: Context): Response => {
    const problem = answerProblem(error, requestIdOf(c));
    return Response.json(problem.toJSON(), { status: problem.status });
  };

  return async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > mostBytes)
      return c.json({ code: 'TOO_LARGE', status: 413, message: '提交的内容太大。' }, 413);
    try {
      const context = await open(c);
      const { matched, response } = await handler.handle(c.req.raw, {
        prefix: '/api',
        context: context as never,
      });
      if (!matched)
        return c.json(
          { code: 'NO_SUCH_ROUTE', status: 404, message: '没有这个接口，请查阅 /api/docs。' },
          404,
        );
      const answer = new Response(response.body, response);
      for (const [name, value] of context.answer.headers) answer.headers.append(name, value);
      return answer;
    } catch (error) {
      return refuse(error, c);
    }
  };
};
