/** A picture file, taken apart as far as a PDF needs it to show the picture. */
export interface Picture {
  /** Pixels as stored, before `orientation`. */
  readonly width: number;
  readonly height: number;
  /** EXIF 2.32, 4.6.4: 1 is upright, 6 lies on its left side (a phone held upright), and so on to 8. */
  readonly orientation: number;
  /** Pixels an inch that the file itself states; null where it states none. */
  readonly resolution: number | null;
  /** The dictionary entries that describe `data` to a PDF reader (ISO 32000-1, 8.9.5). */
  readonly entries: string;
  readonly data: Uint8Array;
}

export type PictureKind = 'jpeg' | 'png';

const starts = (bytes: Uint8Array, ...values: readonly number[]): boolean =>
  values.every((value, index) => bytes[index] === value);

/** What kind of picture file this is; null where it is none that can be read. */
export const pictureKind = (bytes: Uint8Array): PictureKind | null => {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return null;
};

/** A picture of a page taken by the best of phones is smaller. */
export const mostPixels = 50_000_000;
