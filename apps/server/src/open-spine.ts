import { jobsOf } from './jobs.ts';
import { openByteStore, openCipher, openStore, type Store } from './open-store.ts';
import type { Config } from './platform/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { runSealer } from './platform/event/run-sealer.ts';
import { openFiles } from './platform/file/open-files.ts';
import { readScannerAddress } from './platform/file/scan-for-viruses.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';
import { openJobQueue } from './platform/job/open-job-queue.ts';
import type { Spine } from './platform/spine.ts';

export interface OpenedSpine {
  readonly spine: Spine;
  readonly jobs: readonly JobDefinition[];
  readonly store: Store;
  /** Whether no agency is there yet. */
  readonly isNew: boolean;
  /** Does jobs from now on. */
  readonly work: () => Promise<void>;
  /** Lets what is under way end, links the last events, and closes the database. */
  readonly close: () => Promise<void>;
}

/**
 * Opens everything that use cases stand on: the database, brought up to this program, its key, files, jobs and the
 * sealer. Throws errors with messages for the one who started the program; nothing stays open then.
 */
export const openSpine = async (
  config: Config,
  options: { readonly isBeside?: boolean; readonly now?: () => Date } = {},
): Promise<OpenedSpine> => {
  const store = await openStore(config, options);
  const { database } = store;
  try {
    await migrate(database.pool);
    const cipher = await openCipher(config, database);
    const bytes = await openByteStore(config);
    const files = await openFiles({
      ...bytes,
      cipher,
      algorithm: config.cipher,
      scanner: config.clamd ? (readScannerAddress(config.clamd) ?? null) : null,
      most: config.fileMegabytes * 1024 * 1024,
    });
    const jobs = jobsOf(config, bytes);
    const queue = await openJobQueue(database, jobs, {
      works: config.serves.includes('worker') && !options.isBeside,
    });
    const sealer = runSealer(database.db, config.chain);
    const spine: Spine = {
      database,
      db: database.db,
      now: options.now ?? (() => new Date()),
      cipher,
      jobs: queue.jobs,
      files,
    };
    const anyAgency = await database.db.selectFrom('agency').select('id').limit(1).executeTakeFirst();
    return {
      spine,
      jobs,
      store,
      isNew: anyAgency === undefined,
      work: () => queue.work(spine),
      close: async () => {
        await queue.stop();
        await sealer.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};
