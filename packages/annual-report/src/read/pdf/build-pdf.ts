import { deflateSync } from 'node:zlib';

/** A page for tests. `content` is a content stream; fonts are /L (Helvetica) and /C (Chinese, see `chinese`). */
export interface DrawnPage {
  readonly content: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
  /** Content of a form XObject named /X. */
  readonly form?: string;
  /** A picture named /P: grey, one byte a pixel. */
  readonly picture?: { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
}

export interface DrawnDocument {
  readonly pages: readonly DrawnPage[];
  readonly title?: string;
  readonly attachment?: { readonly name: string; readonly text: string };
  /** Extra entries of the trailer, e.g. an encryption dictionary. */
  readonly trailer?: string;
}

/** Text as the Chinese font takes it: big-endian UCS-2, as UniGB-UCS2-H prescribes. */
export const chinese = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
};

/** Shows text with its base line's left end at a point counted from the bottom left. */
export const show = (text: string, x: number, y: number, size = 10, matrix = '1 0 0 1'): string =>
  `BT /C ${size} Tf ${matrix} ${x} ${y} Tm ${chinese(text)} Tj ET\n`;

/** Builds a PDF in memory, for tests: made by nobody's program, so that each trait can be set by itself. */
export const buildPdf = ({ pages, title, attachment, trailer = '' }: DrawnDocument): Buffer => {
  const objects: (Buffer | string)[] = [];
  const add = (object: Buffer | string): number => objects.push(object);
  const stream = (entries: string, data: string | Uint8Array): Buffer => {
    const packed = deflateSync(data);
    const head = `<<${entries} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
  };
  const catalogue = add('');
  const tree = add('');
  const latin = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const descriptor = add(
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  );
  const cid = add(
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]/FontDescriptor ${descriptor} 0 R>>`,
  );
  const font = add(
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[${cid} 0 R]>>`,
  );
  const fonts = `/Font<</L ${latin} 0 R/C ${font} 0 R>>`;
  const kids = pages.map(({ content, width = 595, height = 842, rotate = 0, form, picture }) => {
    const box = `[0 0 ${width} ${height}]`;
    const drawn: string[] = [];
    if (form !== undefined)
      drawn.push(
        `/X ${add(stream(`/Type/XObject/Subtype/Form/BBox[0 0 2000 2000]/Resources<<${fonts}>>`, form))} 0 R`,
      );
    if (picture !== undefined)
      drawn.push(
        `/P ${add(stream(`/Type/XObject/Subtype/Image/Width ${picture.width}/Height ${picture.height}/ColorSpace/DeviceGray/BitsPerComponent 8`, picture.pixels))} 0 R`,
      );
    const contents = add(stream('', content));
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox${box}/Rotate ${rotate}/Contents ${contents} 0 R/Resources<<${fonts}/XObject<<${drawn.join('')}>>>>>>`,
    );
  });
  objects[tree - 1] =
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`;
  let names = '';
  if (attachment !== undefined) {
    const file = add(stream('/Type/EmbeddedFile', attachment.text));
    const spec = add(`<</Type/Filespec/F(${attachment.name})/UF(${attachment.name})/EF<</F ${file} 0 R>>>>`);
    names = `/Names<</EmbeddedFiles<</Names[(${attachment.name}) ${spec} 0 R]>>>>`;
  }
  objects[catalogue - 1] = `<</Type/Catalog/Pages ${tree} 0 R${names}>>`;
  const info = title === undefined ? '' : `/Info ${add(`<</Title ${chinese(`\uFEFF${title}`)}>>`)} 0 R`;
  return assemble(objects, `/Root ${catalogue} 0 R${info}${trailer}`);
};

const assemble = (objects: readonly (Buffer | string)[], trailer: string): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  objects.forEach((object, index) => {
    offsets.push(at);
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    at += whole.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
};
