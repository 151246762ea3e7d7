import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { type AnyRouter, ORPCError } from '@orpc/server';
import type { Context } from 'hono';
import { nameRoute } from '../metrics/name-route.ts';
import { readFormFiles } from '../multipart.ts';
import { readBody } from '../read-body.ts';
import { Refusal } from '../refusal.ts';
import { answerProblem } from './answer-problem.ts';
import { refuseOtherSites } from './refuse-other-sites.ts';
import { refuseUnstorable } from './refuse-unstorable.ts';
import { sayIssuesInChinese } from './say-issues.ts';

/** What the handlers get with a request, as far as serving them turns on it. */
interface Asked {
  readonly request: { readonly id: string };
  /** Null where nobody is signed in. */
  readonly caller: unknown;
  readonly answer: { readonly headers: Headers };
}

/**
 * The most that one request may hold, in bytes. Whoever isn't signed in has nothing to hand in but a name and a
 * password; forms with files are spreadsheets.
 */
const mostBytes = { stranger: 16 * 1024, json: 1024 * 1024, form: 12 * 1024 * 1024 };

const tooLarge = (): ORPCError<string, unknown> =>
  new ORPCError('TOO_LARGE', { status: 413, message: '提交的内容太大，请拆分后再提交。' });

const malformed = (): ORPCError<string, unknown> =>
  new ORPCError('BODY_MALFORMED', {
    status: 400,
    message: '提交的内容读不出来：不是有效的 JSON 或表单。请按接口说明提交。',
  });

/** Parts that a form of ours has at most; a form of a hundred thousand takes seconds to be read. */
const mostParts = 20;

/** The request with its body in memory, read as far as it may go: nothing is parsed that is longer. */
const withBody = async (c: Context, isKnown: boolean): Promise<Request> => {
  const { raw } = c.req;
  if (raw.method === 'GET' || raw.method === 'HEAD' || raw.body === null) return raw;
  const type = c.req.header('content-type') ?? '';
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  const most = isForm ? mostBytes.form : mostBytes.json;
  const body = await readBody(raw, isKnown ? most : mostBytes.stranger, () => true);
  if (body === 'tooLong') throw tooLarge();
  if (typeof body === 'string')
    throw new Refusal('invalid', 'BODY_BROKEN', '提交的内容不完整，连接中断了。请再试一次。');
  // A page of another site can send anything else without asking the browser first.
  if (body.length > 0 && !isForm && !/^application\/json\s*(;|$)/i.test(type))
    throw new ORPCError('BODY_TYPE', {
      status: 415,
      message: '提交的内容应是 JSON（Content-Type: application/json），带文件的用 multipart/form-data。',
    });
  if (isForm) {
    const files = readFormFiles(body, type, mostParts);
    if (typeof files === 'string') throw files === 'tooMany' ? tooLarge() : malformed();
  }
  const headers = new Headers(raw.headers);
  // Else the body would be taken for a file of this name.
  headers.delete('content-disposition');
  headers.delete('content-length');
  return new Request(raw.url, {
    method: raw.method,
    headers,
    body: body.length === 0 ? null : new Uint8Array(body),
  });
};

/** Says when it may be asked again, where that is known. */
const sayWhen = (headers: Headers, error: unknown): void => {
  if (error instanceof Refusal && error.retryAfter !== undefined)
    headers.set('retry-after', String(error.retryAfter));
};

/**
 * Answers requests below /api by a router. `open` makes the context of one request; what it throws is answered like
 * any problem. `publicHost` is the host that people type, where a balancer asks by another.
 */
export const serveApi = <T extends Asked>(
  router: AnyRouter,
  open: (c: Context) => Promise<T>,
  requestIdOf: (c: Context) => string,
  publicHost: string | null = null,
): ((c: Context) => Promise<Response>) => {
  sayIssuesInChinese();
  const procedures = new WeakMap<object, string>();
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          sayWhen((context as unknown as T).answer.headers, error);
          const isUnread =
            !procedures.has(context) && (error instanceof SyntaxError || error instanceof TypeError);
          throw isUnread ? malformed() : answerProblem(error, (context as unknown as T).request.id);
        }
      },
    ],
    clientInterceptors: [
      ({ next, context, input, path }) => {
        procedures.set(context, path.join('.'));
        refuseUnstorable(input);
        return next();
      },
    ],
  });

  const refuse = (error: unknown, c: Context): Response => {
    const problem = answerProblem(error, requestIdOf(c));
    const headers = new Headers();
    sayWhen(headers, error);
    return Response.json(problem.toJSON(), { status: problem.status, headers });
  };

  return async (c) => {
    try {
      refuseOtherSites(c.req.raw, publicHost);
      const context = await open(c);
      const request = await withBody(c, context.caller !== null);
      const { matched, response } = await handler.handle(request, {
        prefix: '/api',
        context: context as never,
      });
      const procedure = procedures.get(context);
      if (procedure) nameRoute(c, `api ${procedure}`);
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
