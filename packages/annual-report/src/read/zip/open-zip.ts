import { crc32, inflateRawSync } from 'node:zlib';
import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { readCentralDirectory, type ZipEntry } from './central-directory.ts';

export type { ZipEntry } from './central-directory.ts';

/** An opened archive. Nothing is inflated before it is asked for. */
export interface ZipArchive {
  /** In the order of the central directory; names may repeat. */
  readonly entries: readonly ZipEntry[];
  /** The first entry of that name; where none is, the first that differs only in case (OPC names ignore case). */
  readonly find: (name: string) => ZipEntry | null;
  /**
   * The bytes of an entry, inflated and checked against its CRC. All bytes that one archive gives count
   * against `limits.inflatedBytes`. Throws `file.hostile` (over the limit, impossible ratio),
   * `file.encrypted`, `file.damaged` (absent, cut off, wrong CRC, unknown method).
   */
  readonly read: (which: string | ZipEntry) => Uint8Array;
}

const localSignature = 0x04034b50;
const localHeaderSize = 30;
const stored = 0;
const deflated = 8;

/** Deflate cannot do better than 1032 to 1; a declared size above is a lie. */
const highestRatio = 1032;
/** Honest XML reaches 100 to 1; above, only small entries are believed. */
const suspiciousRatio = 200;
const smallSize = 16 * 1024 * 1024;
/** zlib takes its output memory in one piece of this size at most. */
const largestChunk = 4 * 1024 * 1024;

/**
 * Opens a ZIP archive (PKWARE APPNOTE.TXT): stored and deflated entries, ZIP64, names in UTF-8 or GB18030.
 * The central directory alone decides what is in it. Throws `file.damaged` or `file.hostile`.
 */
export const openZip = (bytes: Uint8Array, limits: Limits): ZipArchive => {
  const entries = readCentralDirectory(bytes);
  const byName = new Map<string, ZipEntry>();
  const byLowerName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!byName.has(entry.name)) byName.set(entry.name, entry);
    const lower = entry.name.toLowerCase();
    if (!byLowerName.has(lower)) byLowerName.set(lower, entry);
  }
  const find = (name: string) => byName.get(name) ?? byLowerName.get(name.toLowerCase()) ?? null;
  let left = limits.inflatedBytes;
  const read = (which: string | ZipEntry): Uint8Array => {
    const entry = typeof which === 'string' ? find(which) : which;
    if (entry === null) throw new ReadError('file.damaged', { detail: `缺少“${which}”` });
    if (entry.size > left)
      throw new ReadError('file.hostile', { detail: `解压后超过 ${mebibytes(limits.inflatedBytes)} MB` });
    // Before it is unpacked: what turns out wrong has cost its time all the same.
    left -= entry.size;
    return readEntry(bytes, entry);
  };
  return { entries, find, read };
};

const mebibytes = (count: number): number => Math.round(count / 1024 / 1024);

const readEntry = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  if (entry.encrypted) throw new ReadError('file.encrypted');
  refuseBomb(entry);
  const raw = rawData(bytes, entry);
  const data = unpack(raw, entry);
  if (data.length !== entry.size || crc32(data) !== entry.crc32) throw damaged(entry, '校验不符');
  return data;
};

const refuseBomb = ({ size, compressedSize }: ZipEntry): void => {
  const impossible = size > compressedSize * highestRatio + highestRatio;
  if (impossible || (size > smallSize && size > compressedSize * suspiciousRatio))
    throw new ReadError('file.hostile', { detail: '压缩比异常' });
};

const rawData = (bytes: Uint8Array, entry: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + localHeaderSize > bytes.length || view.getUint32(offset, true) !== localSignature)
    throw damaged(entry, '位置不对');
  const start =
    offset + localHeaderSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.compressedSize > bytes.length) throw damaged(entry, '不完整');
  return bytes.subarray(start, start + entry.compressedSize);
};

const unpack = (raw: Uint8Array, entry: ZipEntry): Uint8Array => {
  if (entry.method === stored) return raw;
  if (entry.method !== deflated) throw damaged(entry, '用了不支持的压缩方式');
  if (entry.size === 0) return new Uint8Array(0);
  try {
    // A chunk of one byte more than the declared size lets zlib finish in a single step.
    const chunkSize = Math.min(Math.max(entry.size + 1, 64), largestChunk);
    return inflateRawSync(raw, { maxOutputLength: entry.size, chunkSize });
  } catch {
    throw damaged(entry, '解不开');
  }
};

const damaged = (entry: ZipEntry, why: string) =>
  new ReadError('file.damaged', { detail: `压缩包内的“${entry.name}”${why}` });
