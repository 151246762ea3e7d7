import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanName } from '../clean-name.ts';
import { databaseProblem } from '../database/problem.ts';
import { Refusal } from '../refusal.ts';
import type { Algorithm, Cipher } from '../secret/cipher.ts';
import type { NewFile, ReceivedFile } from '../spine.ts';
import { type ByteStore, keyOf } from './byte-store.ts';
import { openVirusScan, type ScannerAddress } from './scan-for-viruses.ts';
import { sealBytes } from './seal-bytes.ts';
import { sniffedBytes, sniffMediaType } from './sniff-media-type.ts';

export interface FileStoreOptions {
  readonly store: ByteStore;
  /** Where bytes lie until they are whole; on the store's own disk where that is a folder. */
  readonly temporaryFolder: string;
  readonly cipher: Cipher;
  readonly algorithm: Algorithm;
  readonly scanner: ScannerAddress | null;
  /** Bytes that a file may have. */
  readonly most: number;
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.floor(bytes / 1024)} KB`
    : `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`;

const writeSynced = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Takes the bytes of a file: one pass, whatever its size. See `Files.receive`. */
export const receiveFile = async (options: FileStoreOptions, file: NewFile): Promise<ReceivedFile> => {
  const { store, temporaryFolder, cipher, algorithm, scanner } = options;
  const most = Math.min(file.most ?? options.most, options.most);
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let size = 0;
  const scan = scanner && (await openVirusScan(scanner));
  const source = file.bytes instanceof Uint8Array ? single(file.bytes) : file.bytes;

  async function* passed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > most)
        throw new Refusal(
          'invalid',
          'FILE_TOO_LARGE',
          `文件超过 ${sizeWords(most)}，没有保存。请压缩或拆分后再上传。`,
        );
      hash.update(chunk);
      if (head.length < sniffedBytes)
        head = Buffer.concat([head, chunk.subarray(0, sniffedBytes - head.length)]);
      await scan?.write(chunk);
      yield chunk;
    }
  }

  const temporary = join(temporaryFolder, randomUUID());
  try {
    await writeSynced(temporary, file.encrypted ? sealBytes(passed(), cipher, algorithm) : passed());
    if (size === 0)
      throw new Refusal('invalid', 'FILE_EMPTY', '这个文件是空的，没有保存。请检查后重新上传。');
    await scan?.finish();
    const sha256 = hash.digest('hex');
    const mediaType = await sniffMediaType(head);
    await store.put(keyOf(sha256, file.encrypted), temporary);
    const { agencyId, encrypted } = file;
    return { agencyId, encrypted, name: cleanName(file.name), sha256, size, mediaType };
  } catch (error) {
    throw databaseProblem(error);
  } finally {
    scan?.cancel();
    await rm(temporary, { force: true });
  }
};
