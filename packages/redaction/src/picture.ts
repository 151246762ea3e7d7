/** A picture in memory: red, green, blue, alpha (always opaque), rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Left, top, right, bottom in pixels. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];
