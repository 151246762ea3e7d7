import { inflateSync } from 'node:zlib';

/** The most that a picture of 25 million pixels unpacks to. */
const mostBytes = 128 * 1024 * 1024;

/** What a PNG is made of: the kinds of its chunks, its rows unpacked, whether anything follows its end. */
export const pngParts = (
  bytes: Uint8Array,
): { readonly chunks: readonly string[]; readonly pixels: Uint8Array; readonly after: boolean } => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks: string[] = [];
  const data: Buffer[] = [];
  let at = 8;
  while (at + 12 <= buffer.length && chunks.at(-1) !== 'IEND') {
    const length = buffer.readUInt32BE(at);
    const kind = buffer.toString('latin1', at + 4, at + 8);
    chunks.push(kind);
    if (kind === 'IDAT') data.push(buffer.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const pixels =
    data.length === 0 ? Buffer.alloc(0) : inflateSync(Buffer.concat(data), { maxOutputLength: mostBytes });
  return { chunks, pixels, after: at < buffer.length };
};
