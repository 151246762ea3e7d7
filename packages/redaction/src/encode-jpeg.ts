import {
  acChrominance,
  acLuminance,
  type Codes,
  chrominance,
  codes,
  dcChrominance,
  dcLuminance,
  type HuffmanTable,
  luminance,
  scaled,
  zigzag,
} from './jpeg-tables.ts';
import type { Pixels } from './picture.ts';

/**
 * Baseline JPEG (ITU-T T.81): grey, or colour with halved colour resolution (4:2:0), the tables of its annex K.
 * No metadata beyond what decoders need.
 *
 * @param samples 1: grey (taken from red), 3: colour.
 * @param quality 1 to 100, as other encoders scale it.
 */
export const encodeJpeg = (picture: Pixels, samples: 1 | 3, quality: number): Uint8Array => {
  const tables =
    samples === 1
      ? [scaled(luminance, quality)]
      : [luminance, chrominance].map((table) => scaled(table, quality));
  const out = new BitWriter(picture.width * picture.height);
  out.bytes(head(picture, samples, tables));
  if (samples === 1) writeGrey(picture, tables[0]!, out);
  else writeColour(picture, tables[0]!, tables[1]!, out);
  return out.finish();
};

const segment = (marker: number, data: readonly number[]): readonly number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];

const head = (
  { width, height }: Pixels,
  samples: 1 | 3,
  tables: readonly (readonly number[])[],
): readonly number[] => {
  const huffman = (id: number, { counts, symbols }: HuffmanTable): readonly number[] => [
    id,
    ...counts,
    ...symbols,
  ];
  const components =
    samples === 1
      ? [[1, 0x11, 0]]
      : [
          [1, 0x22, 0],
          [2, 0x11, 1],
          [3, 0x11, 1],
        ];
  return [
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(
      0xdb,
      tables.flatMap((table, id) => [id, ...zigzag.map((from) => table[from]!)]),
    ),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, samples, ...components.flat()]),
    ...segment(0xc4, [
      ...huffman(0x00, dcLuminance),
      ...huffman(0x10, acLuminance),
      ...(samples === 1 ? [] : [...huffman(0x01, dcChrominance), ...huffman(0x11, acChrominance)]),
    ]),
    ...segment(0xda, [samples, ...components.flatMap(([id, , table]) => [id!, table! * 0x11]), 0, 63, 0]),
  ];
};

/** Bytes that grow, and bits written into them, 0 stuffed after each 255. */
class BitWriter {
  #out: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;
  constructor(expected: number) {
    this.#out = new Uint8Array(Math.max(4096, expected >> 2));
  }
  bytes(values: readonly number[]): void {
    for (const value of values) this.#byte(value);
  }
  bits(code: number, count: number): void {
    this.#held = (this.#held << count) | code;
    this.#count += count;
    while (this.#count >= 8) {
      const byte = (this.#held >> (this.#count - 8)) & 255;
      this.#byte(byte);
      if (byte === 255) this.#byte(0);
      this.#count -= 8;
    }
    this.#held &= (1 << this.#count) - 1;
  }
  finish(): Uint8Array {
    if (this.#count > 0) this.bits((1 << (8 - this.#count)) - 1, 8 - this.#count);
    this.bytes([0xff, 0xd9]);
    return this.#out.slice(0, this.#at);
  }
  #byte(value: number): void {
    if (this.#at === this.#out.length) {
      const grown = new Uint8Array(this.#out.length * 2);
      grown.set(this.#out);
      this.#out = grown;
    }
    this.#out[this.#at++] = value;
  }
}

/** cos((2x+1)uπ/16), scaled so that rows and columns need nothing more (A.3.3). */
const cosines = Float32Array.from({ length: 64 }, (_, index) => {
  const [u, x] = [index >> 3, index & 7];
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});
const half = new Float32Array(64);
const coefficients = new Int32Array(64);

/** Transforms, quantises and writes one block; answers its DC value for the next. */
const writeBlock = (
  block: Float32Array,
  table: readonly number[],
  dc: Codes,
  ac: Codes,
  before: number,
  out: BitWriter,
): number => {
  for (let y = 0; y < 8; y++)
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x]! * cosines[u * 8 + x]!;
      half[y * 8 + u] = sum;
    }
  for (let u = 0; u < 8; u++)
    for (let v = 0; v < 8; v++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += half[y * 8 + u]! * cosines[v * 8 + y]!;
      coefficients[v * 8 + u] = Math.max(-1023, Math.min(1023, Math.round(sum / table[v * 8 + u]!)));
    }
  const first = coefficients[0]!;
  writeValue(first - before, 0, dc, out);
  let zeros = 0;
  for (let index = 1; index < 64; index++) {
    const value = coefficients[zigzag[index]!]!;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) writeSymbol(0xf0, ac, out);
    writeValue(value, zeros, ac, out);
    zeros = 0;
  }
  if (zeros > 0) writeSymbol(0, ac, out);
  return first;
};

const writeSymbol = (symbol: number, { code, bits }: Codes, out: BitWriter): void =>
  out.bits(code[symbol]!, bits[symbol]!);

/** The symbol tells zeros before and size, the bits the value; negative ones as the complement (F.1.2.1). */
const writeValue = (value: number, zeros: number, table: Codes, out: BitWriter): void => {
  const size = 32 - Math.clz32(Math.abs(value));
  writeSymbol(zeros * 16 + size, table, out);
  if (size > 0) out.bits(value < 0 ? value + (1 << size) - 1 : value, size);
};

const writeGrey = ({ width, height, rgba }: Pixels, table: readonly number[], out: BitWriter): void => {
  const block = new Float32Array(64);
  let dc = 0;
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      for (let index = 0; index < 64; index++) {
        const x = Math.min(width - 1, left + (index & 7));
        const y = Math.min(height - 1, top + (index >> 3));
        block[index] = rgba[(y * width + x) * 4]! - 128;
      }
      dc = writeBlock(block, table, codes.dcLuminance, codes.acLuminance, dc, out);
    }
};

/** Units of 16 by 16 pixels: four blocks of luminance, one of each colour difference. */
const writeColour = (
  { width, height, rgba }: Pixels,
  luminanceTable: readonly number[],
  chrominanceTable: readonly number[],
  out: BitWriter,
): void => {
  const brightness = [0, 1, 2, 3].map(() => new Float32Array(64));
  const [blue, red] = [new Float32Array(64), new Float32Array(64)];
  const dc = [0, 0, 0];
  for (let top = 0; top < height; top += 16)
    for (let left = 0; left < width; left += 16) {
      blue.fill(0);
      red.fill(0);
      for (let dy = 0; dy < 16; dy++)
        for (let dx = 0; dx < 16; dx++) {
          const at = (Math.min(height - 1, top + dy) * width + Math.min(width - 1, left + dx)) * 4;
          const r = rgba[at]!;
          const g = rgba[at + 1]!;
          const b = rgba[at + 2]!;
          const block = brightness[(dy >> 3) * 2 + (dx >> 3)]!;
          block[(dy & 7) * 8 + (dx & 7)] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
          const to = (dy >> 1) * 8 + (dx >> 1);
          blue[to]! += (-0.168736 * r - 0.331264 * g + 0.5 * b) / 4;
          red[to]! += (0.5 * r - 0.418688 * g - 0.081312 * b) / 4;
        }
      for (const block of brightness)
        dc[0] = writeBlock(block, luminanceTable, codes.dcLuminance, codes.acLuminance, dc[0]!, out);
      dc[1] = writeBlock(blue, chrominanceTable, codes.dcChrominance, codes.acChrominance, dc[1]!, out);
      dc[2] = writeBlock(red, chrominanceTable, codes.dcChrominance, codes.acChrominance, dc[2]!, out);
    }
};
