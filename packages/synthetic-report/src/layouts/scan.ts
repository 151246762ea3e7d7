import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { openPdfEngine, type PdfEngine } from '../../../annual-report/src/read/pdf/engine.ts';
import { renderPage } from '../../../annual-report/src/read/pdf/render-page.ts';
import type { Random } from '../random.ts';
import type { Layout } from './layout.ts';
import { typeset } from './pdf.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Grey, one byte a pixel. */
  readonly pixels: Uint8Array;
}

let engine: Promise<PdfEngine> | null = null;

/** Opens the product's PDFium with the file of its package; used to draw pages, and by score-run.ts. */
export const openEngine = (): Promise<PdfEngine> => {
  engine ??= readFile(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))).then((wasm) =>
    openPdfEngine(new Uint8Array(wasm)),
  );
  return engine;
};

/** Grey with the grain of a scanner: paper not quite white, ink not quite black. */
const scanned = (rgba: Uint8Array, random: Random): Uint8Array => {
  const pixels = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < pixels.length; i++) {
    const grey = rgba[i * 4]! * 0.9 + 14;
    // Grain on one pixel in eight is enough to look scanned and keeps the file small.
    pixels[i] = (i & 7) === 0 ? Math.min(255, Math.max(0, grey + random.int(-9, 9))) : grey;
  }
  return pixels;
};

/** A PDF of pictures only, one a page (ISO 32000-1 8.9.5). */
export const imagePdf = (pages: readonly Picture[], resolution: number): Uint8Array => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const object = (number: number, dictionary: string, stream?: Uint8Array): void => {
    offsets[number] = length;
    const body =
      stream === undefined
        ? []
        : [Buffer.from('\nstream\n'), Buffer.from(stream), Buffer.from('\nendstream')];
    const buffer = Buffer.concat([
      Buffer.from(`${number} 0 obj\n${dictionary}`),
      ...body,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(buffer);
    length += buffer.length;
  };
  const points = (pixels: number): string => ((pixels * 72) / resolution).toFixed(2);
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(
    2,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}] >>`,
  );
  pages.forEach(({ width, height, pixels }, i) => {
    const [page, content, image] = [3 + i * 3, 4 + i * 3, 5 + i * 3];
    const [w, h] = [points(width), points(height)];
    const draw = Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /Im0 Do Q`);
    const data = deflateSync(pixels);
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${content} 0 R /Resources << /XObject << /Im0 ${image} 0 R >> >> >>`,
    );
    object(content, `<< /Length ${draw.length} >>`, draw);
    object(
      image,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${data.length} >>`,
      data,
    );
  });
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  parts.push(
    Buffer.from(
      `xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
};

const pageCount = (pdf: PdfEngine, bytes: Uint8Array): number => {
  const { pdfium } = pdf;
  const data = pdfium.copyIn(bytes);
  const document = pdfium.call.FPDF_LoadMemDocument!(data, bytes.length, 0);
  const count = pdfium.call.FPDF_GetPageCount!(document);
  pdfium.call.FPDF_CloseDocument!(document);
  pdfium.free(data);
  return count;
};

const layout = (name: string, resolution: number): Layout => ({
  name,
  format: 'pdf',
  extension: 'pdf',
  scan: true,
  render: async (laid, random) => {
    const pdf = await openEngine();
    const source = typeset(laid, { ruled: true, repeatHead: false, landscape: false });
    const pages = Array.from({ length: pageCount(pdf, source) }, (_, i): Picture => {
      const { width, height, rgba } = renderPage(pdf, source, i + 1, resolution);
      return { width, height, pixels: scanned(rgba, random) };
    });
    return {
      bytes: imagePdf(pages, resolution),
      fate: (_, figure) => ({
        statuses:
          figure.text.trim() === '' ? ['blank', 'unreadable', 'absent'] : ['recognised', 'unreadable'],
        // Recognition may fail on any cell; what it reads must still be right.
        recoverable: false,
      }),
    };
  },
});

export const scan300 = layout('scan.300', 300);
export const scan200 = layout('scan.200', 200);
