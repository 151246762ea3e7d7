import type { Random } from '../random.ts';

/** A way to break a file that knows nothing of what the file is. */
export type MutateBytes = (bytes: Uint8Array, random: Random) => Uint8Array;

const place = (bytes: Uint8Array, random: Random): number => random.int(0, Math.max(0, bytes.length - 1));

/** From where to where; short pieces are likelier than long ones. */
const block = (bytes: Uint8Array, random: Random): readonly [from: number, to: number] => {
  const from = place(bytes, random);
  const length = Math.ceil(random.next() ** 4 * bytes.length);
  return [from, Math.min(bytes.length, from + Math.max(1, length))];
};

const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const flipBits: MutateBytes = (bytes, random) => {
  const copy = bytes.slice();
  for (let count = 2 ** random.int(0, 7); count > 0; count--) {
    const at = place(copy, random);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return copy;
};

const truncate: MutateBytes = (bytes, random) => bytes.slice(0, place(bytes, random));

const cutOut: MutateBytes = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return join(bytes.subarray(0, from), bytes.subarray(to));
};

const double: MutateBytes = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return join(bytes.subarray(0, to), bytes.subarray(from));
};

const swap: MutateBytes = (bytes, random) => {
  const [[a, b], [c, d]] = [block(bytes, random), block(bytes, random)].sort((x, y) => x[0] - y[0]) as [
    readonly [number, number],
    readonly [number, number],
  ];
  if (b > c) return flipBits(bytes, random);
  return join(
    bytes.subarray(0, a),
    bytes.subarray(c, d),
    bytes.subarray(b, c),
    bytes.subarray(a, b),
    bytes.subarray(d),
  );
};

const fill: MutateBytes = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return bytes.slice().fill(random.pick([0, 0xff, 0x20, 0x41, 0x80]), from, to);
};

/** Lengths, offsets and counts of binary formats are such words. */
const setWord: MutateBytes = (bytes, random) => {
  if (bytes.length < 4) return bytes;
  const copy = bytes.slice();
  const value = random.pick([0, 1, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, bytes.length]);
  // Heads stand in front, and the words in them on even places.
  const reach = random.chance(0.5) ? Math.min(bytes.length, 4096) : bytes.length;
  new DataView(copy.buffer).setUint32(random.int(0, (reach - 4) >> 1) * 2, value, true);
  return copy;
};

const insertNoise: MutateBytes = (bytes, random) => {
  const at = place(bytes, random);
  const noise = Uint8Array.from({ length: 2 ** random.int(0, 10) }, () => random.int(0, 255));
  return join(bytes.subarray(0, at), noise, bytes.subarray(at));
};

const all: readonly MutateBytes[] = [flipBits, truncate, cutOut, double, swap, fill, setWord, insertNoise];

export const mutateBytes: MutateBytes = (bytes, random) => random.pick(all)(bytes, random);
