import { ReadError } from '../../problem.ts';
import { openJpeg } from './open-jpeg.ts';
import { openPng } from './open-png.ts';
import { type Picture, pictureKind } from './picture.ts';

/** Sides of A4 in points. */
const [a4Short, a4Long] = [595, 842];
/** The long side of paper that reports are printed on, in points: from A5 to A3. */
const [shortest, longest] = [580, 1250];

/** Opens a picture file. Throws ReadError 'file.damaged', 'file.tooLarge', 'file.unknownFormat'. */
export const openPicture = (bytes: Uint8Array): Picture => {
  switch (pictureKind(bytes)) {
    case 'jpeg':
      return openJpeg(bytes);
    case 'png':
      return openPng(bytes);
    default:
      throw new ReadError('file.unknownFormat');
  }
};

/**
 * Makes a PDF of pictures, one a page, without unpacking them: the PDF engine then decodes, turns and scales
 * them as it does for every scan. Pages have the size that the file states, where that is paper's, else A4's.
 */
export const picturePages = (files: readonly Uint8Array[]): Uint8Array => {
  const objects: (string | readonly [string, Uint8Array])[] = [];
  const kids = files.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  objects.push('<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${files.length}/Kids[${kids}]>>`);
  files.forEach((bytes, index) => {
    const first = 3 + index * 3;
    const picture = openPicture(bytes);
    const [width, height] = pageSize(picture);
    const draw = Buffer.from(`q ${placed(picture.orientation, width, height).join(' ')} cm /P Do Q`);
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${first + 1} 0 R/Resources<</XObject<</P ${first + 2} 0 R>>>>>>`,
      ['', draw],
      [
        `/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}${picture.entries}`,
        picture.data,
      ],
    );
  });
  return assemble(objects);
};

/** Width and height of the page in points, as it is to be looked at. */
const pageSize = ({ width, height, orientation, resolution }: Picture): readonly [number, number] => {
  const [wide, high] = orientation >= 5 ? [height, width] : [width, height];
  const long = Math.max(wide, high);
  const stated = resolution === null || resolution <= 0 ? 0 : (long * 72) / resolution;
  const scale =
    stated >= shortest && stated <= longest ? stated / long : (wide <= high ? a4Short : a4Long) / wide;
  // However long a strip somebody has stitched together, the page keeps to what a PDF may have.
  const held = Math.min(scale, 14_000 / long);
  return [Math.max(1, round(wide * held)), Math.max(1, round(high * held))];
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** For each orientation of EXIF, where the stored picture's right and lower sides go: x = x0 + xu·u + xv·v, y likewise. */
const orientations: readonly (readonly [
  x0: number,
  xu: number,
  xv: number,
  y0: number,
  yu: number,
  yv: number,
])[] = [
  [0, 1, 0, 0, 0, 1],
  [1, -1, 0, 0, 0, 1],
  [1, -1, 0, 1, 0, -1],
  [0, 1, 0, 1, 0, -1],
  [0, 0, 1, 0, 1, 0],
  [1, 0, -1, 0, 1, 0],
  [1, 0, -1, 1, -1, 0],
  [0, 0, 1, 1, -1, 0],
];

/** The matrix that puts a picture upright on its page; PDF counts upwards, pictures downwards. */
const placed = (orientation: number, width: number, height: number): readonly number[] => {
  const [x0, xu, xv, y0, yu, yv] = orientations[orientation - 1]!;
  return [width * xu, -height * yu, -width * xv, height * yv, width * (x0 + xv), height * (1 - y0 - yv)].map(
    (value) => round(value) + 0,
  );
};

const assemble = (objects: readonly (string | readonly [string, Uint8Array])[]): Uint8Array => {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]!.length;
  const add = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else add(`<<${object[0]}/Length ${object[1].length}>>\nstream\n`, object[1], '\nendstream');
    add('\nendobj\n');
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = length;
  add(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
};
