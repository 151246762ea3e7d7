import { ReadError } from '../../problem.ts';
import { decodeName } from './decode-name.ts';

/** One file or folder of an archive, as its central directory (APPNOTE.TXT §4.3.12) describes it. */
export interface ZipEntry {
  /** Steps separated by `/`; a folder's name ends in one. */
  readonly name: string;
  /** Bytes after inflation, as declared; `read` holds the archive to it. */
  readonly size: number;
  readonly compressedSize: number;
  readonly encrypted: boolean;
  readonly directory: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** Where the local header stands in the bytes. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const end64LocatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const longestComment = 0xffff;
const entrySize = 46;
const localHeaderSize = 30;

/** Far above any collection of reports; an archive beyond it is made to exhaust, not to be read. */
const mostEntries = 200_000;

interface Directory {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** Bytes in front of the archive proper (a self-extracting stub, a stray header): added to every offset. */
  readonly shift: number;
}

/**
 * Reads the central directory. Throws `file.damaged` where it is cut off or contradicts itself, and
 * `file.hostile` where entries share bytes (the overlapping zip bomb) or there are absurdly many.
 */
export const readCentralDirectory = (bytes: Uint8Array): readonly ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > mostEntries) throw new ReadError('file.hostile', { detail: '压缩包的条目过多' });
  const end = directory.start + directory.size;
  const entries: ZipEntry[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (at + entrySize > end || view.getUint32(at, true) !== entrySignature) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + entrySize + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    entries.push(readEntry(bytes, view, at, nameLength, extraLength, directory.shift));
    at = next;
  }
  refuseOverlaps(entries, directory.start);
  return entries;
};

const readEntry = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): ZipEntry => {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + entrySize + nameLength;
  const name = decodeName(bytes.subarray(at + entrySize, nameEnd));
  const large = largeFields(view, at, nameEnd, nameEnd + extraLength);
  return {
    name,
    size: large.size,
    compressedSize: large.compressedSize,
    encrypted: (flags & 1) !== 0,
    directory: name.endsWith('/'),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    offset: large.offset + shift,
  };
};

/** Sizes and offset; where they are 0xFFFFFFFF they stand in the ZIP64 extra field, in this order, only the needed ones. */
const largeFields = (view: DataView, at: number, extraStart: number, extraEnd: number) => {
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  if (size !== 0xffffffff && compressedSize !== 0xffffffff && offset !== 0xffffffff)
    return { size, compressedSize, offset };
  for (let field = extraStart; field + 4 <= extraEnd; ) {
    const fieldEnd = field + 4 + view.getUint16(field + 2, true);
    if (fieldEnd > extraEnd) break;
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      const take = (small: number): number => {
        if (small !== 0xffffffff) return small;
        if (value + 8 > fieldEnd) throw damaged();
        value += 8;
        return safeNumber(view, value - 8);
      };
      size = take(size);
      compressedSize = take(compressedSize);
      offset = take(offset);
      break;
    }
    field = fieldEnd;
  }
  return { size, compressedSize, offset };
};

const findDirectory = (view: DataView): Directory => {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const directory = directoryAt(view, at);
    if (directory !== null) return directory;
  }
  throw new ReadError('file.damaged', { detail: '压缩包的目录不见了，文件可能没有下载完' });
};

/** The directory that an end record at `at` points to; null where it points nowhere (its signature stood in a comment). */
const directoryAt = (view: DataView, at: number): Directory | null => {
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === end64LocatorSignature)
    return directory64(view, locator);
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const shift = at - size - view.getUint32(at + 16, true);
  if (shift < 0) return null;
  const start = at - size;
  if (count > 0 && (size < entrySize || view.getUint32(start, true) !== entrySignature)) return null;
  return { start, size, count, shift };
};

const directory64 = (view: DataView, locator: number): Directory | null => {
  const at = safeNumber(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) return null;
  const count = safeNumber(view, at + 32);
  const size = safeNumber(view, at + 40);
  const start = safeNumber(view, at + 48);
  return start + size > at ? null : { start, size, count, shift: 0 };
};

/** Entries that share bytes inflate the same data again and again; no honest writer makes them. */
const refuseOverlaps = (entries: readonly ZipEntry[], directoryStart: number): void => {
  const ordered = entries.toSorted((left, right) => left.offset - right.offset);
  for (const [index, entry] of ordered.entries()) {
    const limit = ordered[index + 1]?.offset ?? directoryStart;
    const end = entry.offset + localHeaderSize + entry.compressedSize;
    if (end <= limit) continue;
    if (end > directoryStart) throw damaged();
    throw new ReadError('file.hostile', { detail: '压缩包的条目互相重叠' });
  }
};

const safeNumber = (view: DataView, at: number): number => {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
};

const damaged = () => new ReadError('file.damaged', { detail: '压缩包的目录不完整' });
