import { createReadStream } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type ByteStore, BytesLost, readKey } from './byte-store.ts';

/** Makes names in a folder durable. Windows has no such thing for folders, and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const isMissing = (error: unknown): boolean => (error as { readonly code?: string }).code === 'ENOENT';

/**
 * Bytes in a folder. The temporary file must lie on the same disk, and be synced: then a name appears whole or not
 * at all, whatever happens to the machine.
 */
export const openFolderStore = (folder: string): ByteStore => {
  const pathOf = (key: string): string => {
    if (!readKey(key)) throw new Error('not a key of the file store');
    return join(folder, key);
  };
  return {
    put: async (key, temporaryPath) => {
      const path = pathOf(key);
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(temporaryPath, path);
      await syncFolder(dirname(path));
      if (made) await syncFolder(folder);
    },
    has: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    open: async (key) => {
      const handle = await open(pathOf(key), 'r').catch((error) => {
        throw isMissing(error) ? new BytesLost() : error;
      });
      return createReadStream('', { fd: handle, highWaterMark: 256 * 1024 }) as Readable;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: async function* () {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for await (const shelf of await opendir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf.name)) continue;
        for await (const { name } of await opendir(join(folder, shelf.name))) {
          const key = `${shelf.name}/${name}`;
          if (!readKey(key)) continue;
          const found = await stat(join(folder, key)).catch((error) => {
            if (isMissing(error)) return null;
            throw error;
          });
          if (found) yield { key, putAt: found.mtime };
        }
      }
    },
  };
};
