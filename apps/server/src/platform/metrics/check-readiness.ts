import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { readMigrations } from '../database/migrate.ts';
import type { Database } from '../database/open-database.ts';
import { readUnsealed } from '../event/unsealed-events.ts';

export type CheckName = 'database' | 'migrations' | 'disk' | 'sealer';

export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  /** For the operator, where something is wrong. */
  readonly message?: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

export interface ReadinessOptions {
  readonly database: Database;
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Milliseconds that the database may take to answer. */
  readonly patience?: number;
  /** Bytes that must be free on the disk of the data folder. */
  readonly leastFree?: number;
}

/** Events that wait longer for their link: the sealer doesn't run, or a transaction was left open. */
const sealedWithin = 15 * 60 * 1000;

/** Those of the program as it was started: files that an upgrade puts there meanwhile are not its own yet. */
const ownMigrations = readMigrations()
  .map(({ name }) => name)
  .join();

const within = <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** What is wrong, or null. */
type Probe = (options: ReadinessOptions) => Promise<string | null>;

const probes: Readonly<Record<CheckName, Probe>> = {
  database: async ({ database }) => {
    await sql`select 1`.execute(database.db);
    return null;
  },
  migrations: async ({ database }) => {
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(
      database.db,
    );
    const ran = rows.map(({ name }) => name).join();
    return ran === ownMigrations
      ? null
      : '数据库结构与程序版本不一致，请重新启动程序完成升级，或换用配套的版本。';
  },
  disk: async ({ dataFolder, leastFree = 256 * 1024 * 1024 }) => {
    const { bavail, bsize } = await statfs(dataFolder);
    return bavail * bsize >= leastFree
      ? null
      : `数据文件夹所在磁盘只剩 ${Math.floor((bavail * bsize) / 1024 / 1024)} MB，请清理。`;
  },
  sealer: async ({ database, now }) => {
    const { oldestAt } = await readUnsealed(database.db);
    return oldestAt === null || now().getTime() - oldestAt.getTime() < sealedWithin
      ? null
      : '审计事件超过 15 分钟没有上链：处理后台任务的程序没有运行，或有事务长时间没有结束。';
  },
};

/** Whether this program can do its work now, and what is wrong where it can't. Never throws. */
export const checkReadiness = async (options: ReadinessOptions): Promise<Readiness> => {
  const { patience = 3_000 } = options;
  const checks = await Promise.all(
    (Object.keys(probes) as CheckName[]).map(async (name): Promise<Check> => {
      const problem = await within(patience, probes[name](options)).catch(() =>
        name === 'disk' ? '数据文件夹无法读取。' : '数据库没有应答。',
      );
      return problem === null ? { name, ok: true } : { name, ok: false, message: problem };
    }),
  );
  return { ready: checks.every(({ ok }) => ok), checks };
};
