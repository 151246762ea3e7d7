import { ReadError } from '../../problem.ts';
import { mostPixels, type Picture } from './picture.ts';

const damaged = (): ReadError => new ReadError('file.damaged', { detail: 'JPEG 图片不完整' });

/** Markers of ITU-T T.81, B.1.1.3: frames are C0 to CF but for tables and arithmetic conditioning. */
const [endOfImage, startOfScan, jfif, exif, adobe] = [0xd9, 0xda, 0xe0, 0xe1, 0xee];
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Reads the head of a JPEG; the picture itself goes into a PDF as it is. Throws ReadError 'file.damaged', 'file.tooLarge'. */
export const openJpeg = (bytes: Uint8Array): Picture => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let frame: { width: number; height: number; components: number } | null = null;
  let orientation = 1;
  let resolution: number | null = null;
  let inverted = false;
  let at = 2;
  while (at + 4 <= bytes.length && frame === null) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1]!;
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === endOfImage || marker === startOfScan) break;
    const length = view.getUint16(at + 2);
    const start = at + 4;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw damaged();
    if (isFrame(marker) && length >= 8)
      frame = {
        height: view.getUint16(start + 1),
        width: view.getUint16(start + 3),
        components: bytes[start + 5]!,
      };
    else if (marker === jfif && length >= 14 && text(bytes, start, 4) === 'JFIF')
      resolution ??= perInch(view.getUint16(start + 8), bytes[start + 7]!);
    else if (marker === exif && length >= 16 && text(bytes, start, 4) === 'Exif') {
      const found = readExif(new DataView(bytes.buffer, bytes.byteOffset + start + 6, length - 8));
      orientation = found.orientation;
      resolution = found.resolution ?? resolution;
    } else if (marker === adobe && text(bytes, start, 5) === 'Adobe') inverted = true;
    at = end;
  }
  const space = frame === null ? undefined : colourSpaces[frame.components];
  if (frame === null || space === undefined || frame.width === 0 || frame.height === 0) throw damaged();
  if (frame.width * frame.height > mostPixels)
    throw new ReadError('file.tooLarge', { limit: `${mostPixels / 10_000} 万像素` });
  const decode = frame.components === 4 && inverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  return {
    width: frame.width,
    height: frame.height,
    orientation,
    resolution,
    entries: `/ColorSpace/${space}/BitsPerComponent 8/Filter/DCTDecode${decode}`,
    data: bytes,
  };
};

const colourSpaces: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

const text = (bytes: Uint8Array, at: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, Math.min(length, bytes.length - at))).toString(
    'latin1',
  );

/** Units of JFIF: 1 an inch, 2 a centimetre, 0 none. */
const perInch = (density: number, unit: number): number | null =>
  unit === 1 ? density : unit === 2 ? density * 2.54 : null;

/** Tags of the first directory (TIFF 6.0): 0x0112 orientation, 0x011A horizontal resolution, 0x0128 its unit. */
const readExif = (view: DataView): { readonly orientation: number; readonly resolution: number | null } => {
  const nothing = { orientation: 1, resolution: null };
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > view.byteLength) return nothing;
  const count = view.getUint16(start, little);
  let [orientation, unit] = [1, 2];
  let density: number | null = null;
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    const tag = view.getUint16(at, little);
    if (tag === 0x0112) orientation = view.getUint16(at + 8, little);
    if (tag === 0x0128) unit = view.getUint16(at + 8, little);
    if (tag === 0x011a) {
      const value = view.getUint32(at + 8, little);
      if (value + 8 > view.byteLength) continue;
      const denominator = view.getUint32(value + 4, little);
      density = denominator === 0 ? null : view.getUint32(value, little) / denominator;
    }
  }
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    // Units of TIFF: 2 an inch, 3 a centimetre.
    resolution: density === null ? null : unit === 3 ? density * 2.54 : density,
  };
};
