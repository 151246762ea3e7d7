import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { gridParts } from '../grid.ts';
import type { Laid, LaidTable } from '../laid.ts';
import type { Layout } from './layout.ts';

let compiler: NodeCompiler | null = null;

const fontFile = (): string =>
  fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  );

/** One compiler a process: it loads a font of 14 MB. */
const typst = (): NodeCompiler => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFile()] }] });
  return compiler;
};

/** Text as a Typst string: nothing in it is markup. */
const literal = (text: string): string =>
  `#${JSON.stringify(text).replaceAll(/\\u([0-9a-f]{4})/g, '\\u{$1}')}`;

interface Shape {
  readonly ruled: boolean;
  /** The head comes again on each page of a table. */
  readonly repeatHead: boolean;
  readonly landscape: boolean;
}

const columns: Readonly<Record<LaidTable['name'], string>> = {
  proactive: '(1fr, 1fr, 1fr, 1fr)',
  requests: '(1fr, 2fr, 3.6fr, 1fr, 1fr, 1fr, 1.1fr, 1.1fr, 0.9fr, 1fr)',
  reviews: '15',
};

const usual: Readonly<Record<LaidTable['name'], number>> = { proactive: 4, requests: 10, reviews: 15 };

const drawTable = (block: LaidTable, shape: Shape): string =>
  gridParts(block)
    .map((part) => {
      const width = Math.max(
        part.width,
        ...part.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)),
      );
      const tracks = width === usual[part.name] ? columns[part.name] : String(width);
      const cells = (from: number, to: number): string =>
        part.rows
          .slice(from, to)
          .flatMap((row, r) =>
            row.cells.map((cell) => {
              const lines = cell.text.split('\n').map(literal).join(' \\ ');
              return `table.cell(x: ${cell.column}, y: ${from + r}, colspan: ${cell.columnSpan}, rowspan: ${cell.rowSpan})[${lines}]`;
            }),
          )
          .join(',\n');
      const heads = part.name === 'proactive' ? 0 : part.rows.findIndex((row) => row.source.kind !== 'head');
      const head =
        shape.repeatHead && heads > 0
          ? `table.header(repeat: true, ${cells(0, heads)}),\n${cells(heads, part.rows.length)}`
          : cells(0, part.rows.length);
      const stroke = shape.ruled ? '0.5pt' : 'none';
      const size = part.name === 'proactive' ? '10.5pt' : '8pt';
      return `#[#set text(size: ${size}); #table(columns: ${tracks}, stroke: ${stroke}, inset: 3pt, align: center + horizon, ${head})]\n${part.end === null ? '' : '#pagebreak()'}`;
    })
    .join('\n');

const source = (laid: Laid, shape: Shape): string => {
  const blocks = laid.blocks.map((block) => {
    if (block.kind === 'table') return drawTable(block, shape);
    const words = block.text.split('\n').map(literal).join(' \\ ');
    if (block.role === 'title') return `#align(center)[#text(size: 18pt)[${words}]]`;
    return `${words}`;
  });
  return `#set page(paper: "a4", flipped: ${shape.landscape}, margin: 2.4cm, numbering: "- 1 -")\n#set text(font: "Noto Serif SC", size: 12pt, lang: "zh")\n#set par(first-line-indent: 2em)\n${blocks.join('\n\n')}\n`;
};

/** Sets a report with Typst; throws where Typst finds a fault. */
export const typeset = (laid: Laid, shape: Shape): Uint8Array =>
  new Uint8Array(typst().pdf({ mainFileContent: source(laid, shape) }, { creationTimestamp: 1_700_000_000 }));

const layout = (name: string, shape: Shape): Layout => ({
  name,
  format: 'pdf',
  extension: 'pdf',
  render: (laid) => ({
    bytes: typeset(laid, shape),
    // Without ruling lines an empty cell is only room.
    ...(shape.ruled
      ? {}
      : {
          fate: (_, figure) =>
            figure.text.trim() === '' ? { statuses: ['blank', 'absent', 'unreadable'] as const } : null,
        }),
  }),
});

export const pdfRuled = layout('pdf.ruled', { ruled: true, repeatHead: false, landscape: false });
export const pdfRepeatedHead = layout('pdf.repeatedHead', {
  ruled: true,
  repeatHead: true,
  landscape: false,
});
export const pdfLandscape = layout('pdf.landscape', { ruled: true, repeatHead: false, landscape: true });
export const pdfUnruled = layout('pdf.unruled', { ruled: false, repeatHead: false, landscape: false });
