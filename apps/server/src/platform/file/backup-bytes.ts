import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredBytes } from '../backup/stored-bytes.ts';
import { type ByteStore, keyOf } from './byte-store.ts';

/** The file store as backups see it: encrypted bytes go in and out as they lie. */
export const backupBytes = (store: ByteStore, temporaryFolder: string): StoredBytes => ({
  open: (sha256, isEncrypted) => store.open(keyOf(sha256, isEncrypted)),
  put: async (sha256, isEncrypted, bytes) => {
    const key = keyOf(sha256, isEncrypted);
    if (await store.has(key)) {
      for await (const _ of Readable.from(bytes));
      return;
    }
    await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
    const temporary = join(temporaryFolder, randomUUID());
    await pipeline(bytes, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
    const handle = await open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    await store.put(key, temporary);
  },
});
