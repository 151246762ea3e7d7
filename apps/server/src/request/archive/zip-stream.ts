import { crc32 } from 'node:zlib';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One file of a ZIP; its bytes are read when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly crc32: number;
  readonly open: () => Bytes | Promise<Bytes>;
}

/** A small file of a ZIP that is in memory already. */
export const zipEntry = (path: string, bytes: Uint8Array): ZipEntry => ({
  path,
  size: bytes.length,
  crc32: crc32(bytes),
  open: () => [bytes],
});

const [localMark, centralMark, endMark, end64Mark, locator64Mark] = [
  0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50,
];
/** Names are UTF-8. */
const utf8 = 0x0800;
/** 1 January 1980: a time of writing would make each export differ. */
const [noTime, noDate] = [0, 0x0021];
const most32 = 0xffffffff;
const most16 = 0xffff;

const numbers = (...parts: readonly (readonly [value: number, size: 2 | 4 | 8])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of parts) {
    if (size === 2) bytes.writeUInt16LE(value, at);
    else if (size === 4) bytes.writeUInt32LE(value, at);
    else bytes.writeBigUInt64LE(BigInt(value), at);
    at += size;
  }
  return bytes;
};

const sameInBoth = ({ crc32: sum, size }: ZipEntry, name: Buffer, extra: number) =>
  [
    [utf8, 2],
    // Stored as it is: the bytes don't hang on any version of a compressor.
    [0, 2],
    [noTime, 2],
    [noDate, 2],
    [sum, 4],
    [size, 4],
    [size, 4],
    [name.length, 2],
    [extra, 2],
  ] as const;

const central = (entry: ZipEntry, offset: number): Buffer => {
  const name = Buffer.from(entry.path);
  const far = offset >= most32;
  const extra = far ? numbers([0x0001, 2], [8, 2], [offset, 8]) : Buffer.alloc(0);
  return Buffer.concat([
    numbers(
      [centralMark, 4],
      // Made for Unix, so that the permissions below count: rw-r--r--.
      [(3 << 8) | 45, 2],
      [far ? 45 : 20, 2],
      ...sameInBoth(entry, name, extra.length),
      [0, 2],
      [0, 2],
      [0, 2],
      [(0o100644 << 16) >>> 0, 4],
      [far ? most32 : offset, 4],
    ),
    name,
    extra,
  ]);
};

/**
 * Writes a ZIP (APPNOTE 6.3.10) as a stream, files as they are: the same files give the same bytes, on every machine
 * and at any time. Larger than 4 GB it becomes a ZIP64; each file is smaller than that. Throws where a file isn't as
 * large as was said: a ZIP that is wrong never ends well.
 */
export async function* zipStream(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  let offset = 0;
  const directory: Buffer[] = [];
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    directory.push(central(entry, offset));
    const head = Buffer.concat([numbers([localMark, 4], [20, 2], ...sameInBoth(entry, name, 0)), name]);
    yield head;
    let size = 0;
    for await (const chunk of await entry.open()) {
      size += chunk.length;
      yield chunk;
    }
    if (size !== entry.size) throw new Error('a file of a ZIP is not as large as its head says');
    offset += head.length + size;
  }
  const list = Buffer.concat(directory);
  yield list;
  const count = entries.length;
  if (offset + list.length >= most32 || count >= most16)
    yield numbers(
      [end64Mark, 4],
      [44, 8],
      [(3 << 8) | 45, 2],
      [45, 2],
      [0, 4],
      [0, 4],
      [count, 8],
      [count, 8],
      [list.length, 8],
      [offset, 8],
      [locator64Mark, 4],
      [0, 4],
      [offset + list.length, 8],
      [1, 4],
    );
  yield numbers(
    [endMark, 4],
    [0, 2],
    [0, 2],
    [Math.min(count, most16), 2],
    [Math.min(count, most16), 2],
    [list.length, 4],
    [Math.min(offset, most32), 4],
    [0, 2],
  );
}
