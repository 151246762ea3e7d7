import type { Readable } from 'node:stream';

/** The file store as backups see it: bytes under their hash, encrypted ones as they lie there. */
export interface StoredBytes {
  readonly open: (sha256: string, isEncrypted: boolean) => Promise<Readable>;
  /** Takes the bytes; durable when it returns. What is there already stays. */
  readonly put: (sha256: string, isEncrypted: boolean, bytes: Readable) => Promise<void>;
}
