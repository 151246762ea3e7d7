/** A picture in memory: red, green, blue, alpha; rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Left, top, right, bottom in pixels. */
type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

/** The accent of the design, strong enough on white paper. */
const colour = [0xb3, 0x26, 0x1e] as const;

const clamp = (value: number, from: number, to: number): number =>
  Math.min(to, Math.max(from, Math.round(value)));

/** Draws a frame of `thickness` pixels around a box, into the picture itself. */
export const drawBox = ({ width, height, rgba }: Picture, box: PixelBox, thickness: number): void => {
  const left = clamp(box[0] - thickness, 0, width - 1);
  const top = clamp(box[1] - thickness, 0, height - 1);
  const right = clamp(box[2] + thickness, left + 1, width);
  const bottom = clamp(box[3] + thickness, top + 1, height);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const inside =
        x >= left + thickness && x < right - thickness && y >= top + thickness && y < bottom - thickness;
      if (!inside) rgba.set(colour, (y * width + x) * 4);
    }
};

/** The part of a picture around a box: the full width, and as much above and below as `margin` says. */
export const cropAround = ({ width, height, rgba }: Picture, box: PixelBox, margin: number): Picture => {
  const top = clamp(box[1] - margin, 0, height - 1);
  const bottom = clamp(box[3] + margin, top + 1, height);
  return { width, height: bottom - top, rgba: rgba.subarray(top * width * 4, bottom * width * 4) };
};
