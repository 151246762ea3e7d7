import { crc32, deflateSync } from 'node:zlib';

export interface DrawnPng {
  readonly width: number;
  readonly height: number;
  /** 0 grey, 2 colour, 3 palette, 4 and 6 the first two with alpha. */
  readonly colour: number;
  readonly bits: number;
  /** Each row with its filter byte in front. */
  readonly rows: Uint8Array;
  readonly palette?: Uint8Array;
  readonly interlaced?: boolean;
}

/** Builds a PNG in memory, for tests. */
export const buildPng = ({ width, height, colour, bits, rows, palette, interlaced }: DrawnPng): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A grey PNG of eight bits. */
export const greyPng = (width: number, height: number, levelAt: (index: number) => number): Buffer => {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = levelAt(y * width + x);
  return buildPng({ width, height, colour: 0, bits: 8, rows });
};

const chunk = (kind: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const whole = Buffer.alloc(8 + body.length);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), 4 + body.length);
  return whole;
};
