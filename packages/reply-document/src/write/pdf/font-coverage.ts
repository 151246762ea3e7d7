/** Whether a font has a sign for a character. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which characters a font file (OpenType, ISO/IEC 14496-22) has signs for, from its table `cmap`:
 * the Unicode subtables of format 12 and 4. A font without either covers nothing.
 */
export const fontCoverage = (font: Uint8Array): Coverage => {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOf(view, 'cmap');
  if (cmap === null) return () => false;
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 8 + 8 * index),
  );
  const ranges = subtables.flatMap((at) => rangesOf(view, at)).toSorted((a, b) => a[0] - b[0]);
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = ranges[middle]!;
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
};

const tableOf = (view: DataView, tag: string): number | null => {
  if (view.byteLength < 12) return null;
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (name === tag) return view.getUint32(at + 8);
  }
  return null;
};

type Range = readonly [from: number, to: number];

/** In a range of format 4 a character may still lead to no sign; fonts make ranges of those they have. */
const rangesOf = (view: DataView, at: number): readonly Range[] => {
  const format = view.getUint16(at);
  if (format === 12)
    return Array.from({ length: view.getUint32(at + 12) }, (_, group) => [
      view.getUint32(at + 16 + 12 * group),
      view.getUint32(at + 20 + 12 * group),
    ]);
  if (format !== 4) return [];
  const segments = view.getUint16(at + 6) / 2;
  return Array.from(
    { length: segments },
    (_, segment): Range => [
      view.getUint16(at + 16 + 2 * segments + 2 * segment),
      view.getUint16(at + 14 + 2 * segment),
    ],
  ).filter(([from]) => from !== 0xffff);
};
