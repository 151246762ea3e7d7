import type { Readable } from 'node:stream';

/** Where the bytes of files lie: a folder, or an S3-compatible service. Keys are made by `keyOf`. */
export interface ByteStore {
  /** Takes the bytes of a local file, which is gone afterwards; durable when it returns. Replaces what was there. */
  readonly put: (key: string, temporaryPath: string) => Promise<void>;
  readonly has: (key: string) => Promise<boolean>;
  /** Throws `BytesLost` where there are none. */
  readonly open: (key: string) => Promise<Readable>;
  readonly remove: (key: string) => Promise<void>;
  /** Everything there is, in no order, with the moment it was put. */
  readonly list: () => AsyncIterable<{ readonly key: string; readonly putAt: Date }>;
}

/** The store lost a file's bytes, or they were changed there. */
export class BytesLost extends Error {
  constructor(message = '文件的内容在存储中找不到了。请联系系统管理员从备份恢复。', options?: ErrorOptions) {
    super(message, options);
    this.name = 'BytesLost';
  }
}

/** `ab/cd…`: what was handed in under its SHA-256; encrypted and open copies of the same lie side by side. */
export const keyOf = (sha256: string, isEncrypted: boolean): string =>
  `${sha256.slice(0, 2)}/${sha256.slice(2)}${isEncrypted ? '.enc' : ''}`;

const keyForm = /^([0-9a-f]{2})\/([0-9a-f]{62})(\.enc)?$/;

/** What a key stands for; null for what isn't ours. */
export const readKey = (key: string): { readonly sha256: string; readonly isEncrypted: boolean } | null => {
  const [, first, rest, ending] = keyForm.exec(key) ?? [];
  return first && rest ? { sha256: first + rest, isEncrypted: ending !== undefined } : null;
};
