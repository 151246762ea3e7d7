import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type ZipEntry, zip } from '../layouts/zip.ts';
import type { Random } from '../random.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';

const utf8 = new TextDecoder();
const encoder = new TextEncoder();

const mutateTextFile = (bytes: Uint8Array, random: Random): Uint8Array =>
  encoder.encode(mutateText(utf8.decode(bytes), random));

/** The parts of an archive made by `zip`; none where the file is no longer one. */
const unzip = (bytes: Uint8Array): readonly ZipEntry[] => {
  const file = Buffer.from(bytes);
  const parts: ZipEntry[] = [];
  try {
    for (let at = 0; at + 30 < file.length && file.readUInt32LE(at) === 0x04034b50; ) {
      const name = at + 30 + file.readUInt16LE(at + 26);
      const start = name + file.readUInt16LE(at + 28);
      const end = start + file.readUInt32LE(at + 18);
      const packed = file.subarray(start, end);
      const data = file.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed;
      parts.push({ name: file.toString('utf8', at + 30, name), data });
      at = end;
    }
  } catch {
    return [];
  }
  return parts;
};

/** Changes what is in an archive and closes it again with all sums right, so that the reader goes on to the content. */
const mutateParts = (bytes: Uint8Array, random: Random): Uint8Array => {
  const parts = [...unzip(bytes)];
  if (parts.length === 0) return mutateBytes(bytes, random);
  const at = random.int(0, parts.length - 1);
  const part = parts[at]!;
  const data = part.data as Uint8Array;
  const other = random.pick(parts);
  random.weighted<() => void>([
    [() => parts.splice(at, 1, { ...part, data: mutateTextFile(data, random) }), 12],
    [() => parts.splice(at, 1, { ...part, data: mutateBytes(data, random) }), 4],
    [() => parts.splice(at, 1), 1],
    [() => parts.push({ ...part, data: other.data }), 1],
    [() => parts.splice(at, 1, { ...part, name: other.name }), 1],
    [
      () => parts.splice(at, 1, { ...part, data: Buffer.alloc(4_000_000, random.pick(['<a>', ' ', '\0'])) }),
      1,
    ],
  ])();
  return zip(parts);
};

const streams = /\/FlateDecode[^>]*>>\s*stream\r?\n/g;

/** Changes the content of one compressed stream of a PDF. */
const mutateStream = (bytes: Uint8Array, random: Random): Uint8Array => {
  const file = Buffer.from(bytes);
  const heads = [...file.toString('latin1').matchAll(streams)];
  if (heads.length === 0) return mutateBytes(bytes, random);
  const head = random.pick(heads);
  const start = head.index + head[0].length;
  const end = file.indexOf('endstream', start, 'latin1');
  try {
    const content = inflateSync(file.subarray(start, end), { finishFlush: 2 });
    const changed = random.chance(0.5)
      ? mutateBytes(content, random)
      : Buffer.from(mutateText(content.toString('latin1'), random), 'latin1');
    return new Uint8Array(Buffer.concat([file.subarray(0, start), deflateSync(changed), file.subarray(end)]));
  } catch {
    return mutateBytes(bytes, random);
  }
};

const mutateLatin = (bytes: Uint8Array, random: Random): Uint8Array =>
  new Uint8Array(Buffer.from(mutateText(Buffer.from(bytes).toString('latin1'), random), 'latin1'));

type Mutate = (bytes: Uint8Array, random: Random) => Uint8Array;

/** By the first bytes of a file: the ways to break its content. Any file can be broken byte by byte, too. */
const inside = (bytes: Uint8Array): Mutate => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK')) return mutateParts;
  if (head.startsWith('%PDF'))
    return (file, random) => random.pick([mutateStream, mutateLatin])(file, random);
  if (head.startsWith('\xd0\xcf')) return mutateBytes;
  if (head.startsWith('{\\rtf')) return mutateLatin;
  return mutateTextFile;
};

/**
 * A hostile or broken version of a file, for fuzzing readers: bits flipped, blocks cut out, doubled and swapped,
 * parts of archives and streams of PDFs changed under right sums, tags lost, repeated and nested, spans and
 * counts blown up, entities declared. One to three such changes; the same seed gives the same file.
 */
export const mutateFile = (bytes: Uint8Array, random: Random): Uint8Array => {
  let file = bytes;
  for (let count = random.int(1, 3); count > 0; count--) {
    const mutate = random.chance(0.8) ? inside(file) : mutateBytes;
    file = mutate(file, random);
  }
  return file;
};
