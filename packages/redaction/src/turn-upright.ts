import type { Pixels } from './picture.ts';

/**
 * Turns a picture as EXIF's orientation says (EXIF 2.32, 4.6.4): 1 is upright, 2 to 4 mirrored or upside
 * down, 5 to 8 lie on a side.
 */
export const turnUpright = (picture: Pixels, orientation: number): Pixels => {
  if (orientation < 2 || orientation > 8) return picture;
  const { width, height } = picture;
  const lies = orientation >= 5;
  const [wide, high] = lies ? [height, width] : [width, height];
  const from = new Uint32Array(picture.rgba.buffer, picture.rgba.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  // Whether the stored columns and rows run backwards.
  const mirrored = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const upsideDown = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const [u, v] = lies ? [y, x] : [x, y];
      to[y * wide + x] = from[(upsideDown ? height - 1 - v : v) * width + (mirrored ? width - 1 - u : u)]!;
    }
  return { width: wide, height: high, rgba: new Uint8Array(to.buffer) };
};
