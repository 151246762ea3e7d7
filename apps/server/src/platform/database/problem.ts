import pg from 'pg';
import { LineTooLong } from './line.ts';

/** The database can't be reached, or ended in the middle: nothing was acknowledged. */
export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    super('数据库暂时连接不上，刚才的操作没有保存。请稍后重试；如果一直这样，请联系系统管理员。', { cause });
    this.name = 'DatabaseUnreachable';
  }
}

/** Others hold what is needed, for longer than one may wait, or the database has too much to do: nothing was saved. */
export class DatabaseBusy extends Error {
  constructor(cause: unknown) {
    super('系统正忙，刚才的操作没有保存。请稍后重试。', { cause });
    this.name = 'DatabaseBusy';
  }
}

/** The disk of the database is full: nothing was saved. */
export class DatabaseFull extends Error {
  constructor(cause: unknown) {
    super('服务器磁盘已满，刚才的操作没有保存。请联系系统管理员清理磁盘后重试。', { cause });
    this.name = 'DatabaseFull';
  }
}

const codeOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Classes of PostgreSQL's own codes: 08 connection, 57P operator intervention (shutdown, crash). */
export const isUnreachable = (error: unknown): boolean => {
  const code = codeOf(error);
  if (unreachable.has(code) || code.startsWith('08') || code.startsWith('57P')) return true;
  // node-postgres tells these by their words alone.
  return (
    error instanceof Error &&
    !(error instanceof pg.DatabaseError) &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|connection is closed/i.test(
      error.message,
    )
  );
};

/** 53100 disk_full; 58030 io_error stands for it on some file systems. */
export const isFull = (error: unknown): boolean => ['53100', 'ENOSPC', '58030'].includes(codeOf(error));

/** Two transactions got in each other's way; the same again may work: 40001, 40P01. */
export const mayRetry = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** 57014 statement timeout, 55P03 lock timeout, 53300 too many connections; what trying again didn't solve; a line too long. */
export const isBusy = (error: unknown): boolean =>
  mayRetry(error) || error instanceof LineTooLong || ['57014', '55P03', '53300'].includes(codeOf(error));

/** The name of the constraint that refused a row; undefined where none did. */
export const brokenConstraint = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;

/** What a caller gets for an error of the database: one that people can read where there is one, else the same. */
export const databaseProblem = (error: unknown): unknown => {
  if (isFull(error)) return new DatabaseFull(error);
  if (isBusy(error)) return new DatabaseBusy(error);
  if (isUnreachable(error)) return new DatabaseUnreachable(error);
  return error;
};
