import type { Database, Db } from './database/open-database.ts';
import type { Cipher } from './secret/cipher.ts';

/** A job is enqueued in the act's own transaction: it runs if and only if the act happened. */
export interface Jobs {
  readonly enqueue: (
    db: Db,
    name: string,
    data: Readonly<Record<string, unknown>>,
    options?: JobOptions,
  ) => Promise<void>;
}

export interface JobOptions {
  /** Not before this moment. */
  readonly startAfter?: Date;
  /** While a job of the same name and key waits, no second one is added. */
  readonly onceKey?: string;
}

/** A file that was handed in, as its row names it. */
export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

export interface NewFile {
  readonly agencyId: string | null;
  readonly name: string;
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** Encrypted at rest: everything that holds personal data. */
  readonly encrypted: boolean;
}

export interface Files {
  /**
   * Keeps a file: its bytes are durable (synced) before the row is written in the caller's transaction, so a row
   * never points to nothing; bytes without a row are swept up later.
   */
  readonly keep: (db: Db, file: NewFile) => Promise<StoredFile>;
  readonly describe: (db: Db, id: string) => Promise<StoredFile | undefined>;
  /** The bytes; throws where the store lost them or they don't match their hash. */
  readonly read: (db: Db, id: string) => Promise<Uint8Array>;
}

/** Everything that use cases stand on; made once when the program starts. */
export interface Spine {
  readonly database: Database;
  /** Shorthand for `database.db`. */
  readonly db: Db;
  readonly now: () => Date;
  readonly cipher: Cipher;
  readonly jobs: Jobs;
  readonly files: Files;
}
