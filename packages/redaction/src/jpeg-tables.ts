/** Annex K.1, rows from the top. */
export const luminance = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
export const chrominance = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  99,
  99,
  99,
  99,
  ...new Array<number>(32).fill(99),
];

export const scaled = (table: readonly number[], quality: number): readonly number[] => {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  return table.map((value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
};

/** Figure A.6: the order in which a block's coefficients are written. */
export const zigzag: readonly number[] = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

export interface HuffmanTable {
  /** How many codes have 1, 2, … 16 bits. */
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

/** Annex K.3. */
export const dcLuminance: HuffmanTable = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
export const dcChrominance: HuffmanTable = {
  counts: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
const fromHex = (hex: string): readonly number[] => [...Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')];
export const acLuminance: HuffmanTable = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
  symbols: fromHex(`01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a
    25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a83848586878889
    8a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6
    e7e8e9eaf1f2f3f4f5f6f7f8f9fa`),
};
export const acChrominance: HuffmanTable = {
  counts: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
  symbols:
    fromHex(`0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f11718
    191a262728292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788
    898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6
    e7e8e9eaf2f3f4f5f6f7f8f9fa`),
};

/** By symbol (annex C). */
export interface Codes {
  readonly code: Uint16Array;
  /** How many bits of it are written. */
  readonly bits: Uint8Array;
}

const codesOf = ({ counts, symbols }: HuffmanTable): Codes => {
  const made = { code: new Uint16Array(256), bits: new Uint8Array(256) };
  let [code, at] = [0, 0];
  counts.forEach((count, index) => {
    for (let each = 0; each < count; each++) {
      const symbol = symbols[at++]!;
      made.code[symbol] = code++;
      made.bits[symbol] = index + 1;
    }
    code <<= 1;
  });
  return made;
};

export const codes = {
  dcLuminance: codesOf(dcLuminance),
  acLuminance: codesOf(acLuminance),
  dcChrominance: codesOf(dcChrominance),
  acChrominance: codesOf(acChrominance),
};
