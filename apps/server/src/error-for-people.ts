import { BackupError } from './platform/backup/backup-error.ts';
import { ConfigError } from './platform/config.ts';
import { MigrationError } from './platform/database/migrate.ts';
import {
  DatabaseBusy,
  DatabaseFull,
  DatabaseUnreachable,
  databaseProblem,
} from './platform/database/problem.ts';
import { DatabaseError } from './platform/embedded-postgres/database-error.ts';
import { Refusal } from './platform/refusal.ts';
import { CipherError } from './platform/secret/cipher.ts';

/** What the one who started a command reads of an error, and the exit code: 2 for settings, 1 for the rest. */
export const errorForPeople = (thrown: unknown): { readonly message: string; readonly code: number } => {
  const error = databaseProblem(thrown);
  if (error instanceof ConfigError) return { message: error.message, code: 2 };
  if (error instanceof DatabaseUnreachable)
    return { message: '连接不上数据库。请核对 DATABASE_URL 和数据库服务器是否运行。', code: 1 };
  const isForPeople = [
    DatabaseError,
    DatabaseBusy,
    DatabaseFull,
    MigrationError,
    CipherError,
    BackupError,
    Refusal,
  ].some((kind) => error instanceof kind);
  if (isForPeople) return { message: (error as Error).message, code: 1 };
  const code = (thrown as { readonly code?: unknown } | null)?.code;
  if (code === '28P01' || code === '28000')
    return { message: '数据库不接受 DATABASE_URL 里的用户名或密码。', code: 1 };
  if (code === '3D000') return { message: 'DATABASE_URL 里的数据库不存在，请先建立它。', code: 1 };
  if (code === '42501')
    return { message: 'DATABASE_URL 里的用户没有建表的权限，请让它成为数据库的所有者。', code: 1 };
  return { message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown), code: 1 };
};
