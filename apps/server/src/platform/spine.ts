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
  /** Bytes at most; the store's own limit where it isn't said. */
  readonly most?: number;
}

/** A file whose bytes are durable in the store but that no row names yet; forgotten, it is swept up after a day. */
export interface ReceivedFile {
  readonly agencyId: string | null;
  readonly name: string;
  readonly encrypted: boolean;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

export interface Files {
  /**
   * Takes the bytes of a file: counts, scans, sniffs, encrypts and stores them. Outside of any transaction, because
   * they may come slowly. Throws `Refusal` FILE_EMPTY, FILE_TOO_LARGE, FILE_INFECTED, SCANNER_UNREACHABLE.
   */
  readonly receive: (file: NewFile) => Promise<ReceivedFile>;
  /**
   * Keeps a file: its bytes are durable (synced) before the row is written in the caller's transaction, so a row
   * never points to nothing; bytes without a row are swept up later. What a client sends is `receive`d first.
   */
  readonly keep: (db: Db, file: NewFile | ReceivedFile) => Promise<StoredFile>;
  readonly describe: (db: Db, id: string) => Promise<StoredFile | undefined>;
  /** The bytes; throws `BytesLost` where the store lost them or they don't match their hash. */
  readonly read: (db: Db, id: string) => Promise<Uint8Array>;
  /** The bytes as a stream, for large files; it fails before its end where they don't match their hash. */
  readonly open: (db: Db, id: string) => Promise<AsyncIterable<Uint8Array>>;
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
