import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Algorithm, createCipher } from '../secret/cipher.ts';
import type { Files, NewFile } from '../spine.ts';
import type { ByteStore } from './byte-store.ts';
import { openFolderStore } from './folder-store.ts';
import { openFiles } from './open-files.ts';
import type { FileStoreOptions } from './receive-file.ts';

export interface TestFiles {
  readonly files: Files;
  readonly store: ByteStore;
  readonly folder: string;
  readonly options: FileStoreOptions;
}

/** Files over a folder of their own, or over another store; gone after the tests. */
export const openTestFiles = async (
  more: Partial<FileStoreOptions> & { readonly algorithm?: Algorithm } = {},
): Promise<TestFiles> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai files 中文-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const options: FileStoreOptions = {
    store: openFolderStore(folder),
    temporaryFolder: join(folder, 'tmp'),
    cipher: createCipher(randomBytes(32), more.algorithm),
    algorithm: 'aes',
    scanner: null,
    most: 10 * 1024 * 1024,
    ...more,
  };
  return { files: await openFiles(options), store: options.store, folder, options };
};

export const newFile = (bytes: NewFile['bytes'], more: Partial<NewFile> = {}): NewFile => ({
  agencyId: null,
  name: '关于某某事项的申请.txt',
  bytes,
  encrypted: false,
  ...more,
});

/** Bytes in pieces of any size, as a network brings them. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
