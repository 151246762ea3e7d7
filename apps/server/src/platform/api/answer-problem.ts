import { ORPCError, ValidationError } from '@orpc/server';
import { RecordedRefusal } from '../act.ts';
import { DatabaseBusy, DatabaseFull, DatabaseUnreachable, databaseProblem } from '../database/problem.ts';
import { BytesLost } from '../file/byte-store.ts';
import { log } from '../log.ts';
import { Refusal, type RefusalKind } from '../refusal.ts';

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
}

const fieldOf = (issue: Issue): string =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/**
 * What a client gets for an error: a stable code, a message for people, and the field that it lies in. Whatever
 * was not meant for people is a plain 500; the log has its kind, never its message, which may hold what somebody
 * handed in.
 */
export const answerProblem = (thrown: unknown, requestId: string): ORPCError<string, unknown> => {
  const error = databaseProblem(thrown);
  if (error instanceof Refusal)
    return new ORPCError(error.code, {
      status: statuses[error.kind],
      message: error.message,
      ...(error.fields.length > 0 && { data: { fields: error.fields } }),
    });
  if (error instanceof RecordedRefusal)
    return new ORPCError('PERMISSION_DENIED', { status: 403, message: error.message });
  if (error instanceof DatabaseBusy)
    return new ORPCError('DATABASE_BUSY', { status: 503, message: error.message });
  if (error instanceof DatabaseUnreachable)
    return new ORPCError('DATABASE_UNREACHABLE', { status: 503, message: error.message });
  if (error instanceof BytesLost) {
    log('file lost', { request: requestId });
    return new ORPCError('FILE_LOST', { status: 500, message: error.message });
  }
  if (error instanceof DatabaseFull)
    return new ORPCError('DISK_FULL', { status: 507, message: error.message });
  if (error instanceof ORPCError) {
    const { cause } = error;
    if (error.code === 'BAD_REQUEST' && cause instanceof ValidationError)
      return new ORPCError('INPUT_INVALID', {
        status: 422,
        message: '填写的内容有误，请按提示修改。',
        data: {
          fields: cause.issues.map((issue) => ({ field: fieldOf(issue as Issue), message: issue.message })),
        },
      });
    if (error.status < 500) return error;
  }
  log('request failed', {
    request: requestId,
    kind: error instanceof Error ? error.name : typeof error,
    code: String((error as { code?: unknown }).code ?? ''),
  });
  return new ORPCError('INTERNAL_ERROR', {
    status: 500,
    message: `服务器没能完成这个请求，没有保存任何内容。请稍后重试；如果一直这样，请把编号 ${requestId} 告诉系统管理员。`,
  });
};
