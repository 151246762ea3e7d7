import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { ReadError } from '../../problem.ts';
import { mostPixels, type Picture } from './picture.ts';
import { pngRows } from './png-rows.ts';

const damaged = (): ReadError => new ReadError('file.damaged', { detail: 'PNG 图片不完整' });

/** PNG (W3C, third edition), 11.2.1: samples a pixel by colour type, and the bit depths each may have. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Opens a PNG. Its data go into a PDF as they are, which knows PNG's predictors; with an alpha channel or
 * interlaced they are unpacked first. Throws ReadError 'file.damaged', 'file.tooLarge'.
 */
export const openPng = (bytes: Uint8Array): Picture => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  let palette = '';
  let resolution: number | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw damaged();
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) throw damaged();
    if (kind === 'IHDR' && length === 13) head = data;
    if (kind === 'PLTE') palette = Buffer.from(data).toString('hex');
    // Pixels a metre.
    if (kind === 'pHYs' && length === 9 && data[8] === 1) resolution = view.getUint32(at + 8) * 0.0254;
    if (kind === 'IDAT') parts.push(data);
    if (kind === 'IEND') break;
    at = end;
  }
  if (head === null || parts.length === 0) throw damaged();
  const fields = new DataView(head.buffer, head.byteOffset, 13);
  const [width, height] = [fields.getUint32(0), fields.getUint32(4)];
  const [bits = 0, colour = 0, , , interlaced = 0] = head.subarray(8);
  const count = samples[colour];
  if (count === undefined || !depths[colour]!.includes(bits) || width === 0 || height === 0 || interlaced > 1)
    throw damaged();
  if (width * height > mostPixels)
    throw new ReadError('file.tooLarge', { limit: `${mostPixels / 10_000} 万像素` });
  const packed = Buffer.concat(parts);
  const size = { width, height, orientation: 1, resolution };
  if (interlaced === 0 && count % 2 === 1) {
    const space =
      colour === 3
        ? `[/Indexed/DeviceRGB ${Math.max(0, palette.length / 6 - 1)}<${palette}>]`
        : count === 3
          ? '/DeviceRGB'
          : '/DeviceGray';
    const entries = `/ColorSpace${space}/BitsPerComponent ${bits}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${count}/BitsPerComponent ${bits}/Columns ${width}>>`;
    return { ...size, entries, data: packed };
  }
  const greys = pngRows(unpack(packed, width, height, count, bits), {
    width,
    height,
    bits,
    colour,
    samples: count,
    palette: Buffer.from(palette, 'hex'),
    interlaced: interlaced === 1,
  });
  if (greys === null) throw damaged();
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode';
  return { ...size, entries, data: deflateSync(greys, { level: 1 }) };
};

/** Never more than the head promises: seven passes, each row with its filter byte. */
const unpack = (
  packed: Uint8Array,
  width: number,
  height: number,
  count: number,
  bits: number,
): Uint8Array => {
  const most = Math.ceil((width * height * count * bits) / 8) + (height + 16) * 16;
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    throw damaged();
  }
};
