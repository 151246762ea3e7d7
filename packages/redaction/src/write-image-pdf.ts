import type { PackedJpeg, PackedRows } from './pack-picture.ts';

/** A page that is one picture. */
export interface ImagePage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly picture: PackedRows | PackedJpeg;
}

/**
 * Writes a PDF of pictures, one a page (ISO 32000-1): catalogue, pages, pictures and nothing else, neither
 * text nor names, dates, attachments, layers or scripts.
 */
export const writeImagePdf = (pages: readonly ImagePage[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const addObject = (...pieces: readonly (string | Uint8Array)[]): void => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n`, ...pieces, '\nendobj\n');
  };
  const addStream = (entries: string, data: Uint8Array): void =>
    addObject(`<<${entries}/Length ${data.length}>>\nstream\n`, data, '\nendstream');
  // Bytes above 127 tell transports that this is no text.
  add('%PDF-1.7\n%', Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3), '\n');
  addObject('<</Type/Catalog/Pages 2 0 R>>');
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  addObject(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  pages.forEach(({ width, height, picture }, index) => {
    const first = 3 + index * 3;
    const [wide, high] = [points(width), points(height)];
    addObject(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Contents ${first + 1} 0 R/Resources<</XObject<</P ${first + 2} 0 R>>>>>>`,
    );
    addStream('', Buffer.from(`${wide} 0 0 ${high} 0 0 cm /P Do`));
    addStream(entriesOf(picture), 'jpeg' in picture ? picture.jpeg : picture.data);
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
};

const points = (value: number): string => String(Math.round(value * 1000) / 1000);

const entriesOf = (picture: PackedRows | PackedJpeg): string => {
  const { width, height, samples } = picture;
  const bits = 'jpeg' in picture ? 8 : picture.bits;
  const filter =
    'jpeg' in picture
      ? '/Filter/DCTDecode'
      : `/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${samples}/BitsPerComponent ${bits}/Columns ${width}>>`;
  return `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${samples === 1 ? 'DeviceGray' : 'DeviceRGB'}/BitsPerComponent ${bits}${filter}`;
};
