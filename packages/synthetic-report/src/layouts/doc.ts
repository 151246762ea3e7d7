import * as cfb from 'cfb';
import { type GridPart, gridParts } from '../grid.ts';
import type { Laid } from '../laid.ts';
import { expand } from './expand.ts';
import type { Layout } from './layout.ts';

/** A paragraph of the piece table's text with its properties: in a table, or the end of a table row. */
interface Paragraph {
  /** With its own end: \r, or \x07 for a cell or row end. */
  readonly text: string;
  readonly inTable: boolean;
  /** sprmTDefTable of a row end. */
  readonly row: Buffer | null;
}

const word = (n: number): Buffer => {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(n & 0xffff, 0);
  return buffer;
};

const columnWidth = 900;

/** sprmTDefTable ([MS-DOC] 2.9.322): the row's column edges and one TC80 a cell, merged cells marked there. */
const defineTable = (
  cells: readonly {
    readonly from: number;
    readonly span: number;
    readonly merge: 'none' | 'first' | 'next';
  }[],
): Buffer => {
  const edges = [...cells.map(({ from }) => from), (cells.at(-1)?.from ?? 0) + (cells.at(-1)?.span ?? 1)];
  const body = Buffer.concat([
    Buffer.from([cells.length]),
    ...edges.map((edge) => word(edge * columnWidth)),
    ...cells.map(({ merge }) => {
      const tc = Buffer.alloc(20);
      // fVertMerge is bit 5, fVertRestart bit 6.
      tc.writeUInt16LE(merge === 'none' ? 0 : merge === 'first' ? 0x60 : 0x20, 0);
      return tc;
    }),
  ]);
  return Buffer.concat([word(0xd608), word(body.length + 1), body]);
};

const tableParagraphs = (part: GridPart): readonly Paragraph[] =>
  expand(part).flatMap((row) => {
    const cells: { from: number; span: number; merge: 'none' | 'first' | 'next'; text: string }[] = [];
    for (let column = 0; column < row.length; ) {
      const slot = row[column];
      if (!slot) {
        cells.push({ from: column, span: 1, merge: 'none', text: '' });
        column++;
        continue;
      }
      const { cell, anchor } = slot;
      const merge = cell.rowSpan === 1 ? 'none' : anchor ? 'first' : 'next';
      cells.push({ from: column, span: cell.columnSpan, merge, text: anchor ? cell.text : '' });
      column += cell.columnSpan;
    }
    return [
      ...cells.map(
        ({ text }): Paragraph => ({ text: `${text.replaceAll('\n', '\x0b')}\x07`, inTable: true, row: null }),
      ),
      { text: '\x07', inTable: true, row: defineTable(cells) },
    ];
  });

/** The property bytes of a paragraph: istd and sprms. A row end's are too long for a page, see `pages`. */
const properties = (paragraph: Paragraph): Buffer => {
  const sprms = [word(0)];
  if (paragraph.inTable) sprms.push(word(0x2416), Buffer.from([1]));
  if (paragraph.row !== null) sprms.push(word(0x2417), Buffer.from([1]), paragraph.row);
  return Buffer.concat(sprms);
};

/** Character positions start here in the WordDocument stream: after the FIB, at a sector. */
const textStart = 0x800;

interface Page {
  readonly firstFc: number;
  readonly bytes: Buffer;
}

/** FKP pages of 512 bytes ([MS-DOC] 2.9.176 PapxFkp), as many paragraphs on each as fit. */
const papxPages = (
  paragraphs: readonly Paragraph[],
  data: Buffer[],
  huge: boolean,
): { readonly pages: readonly Page[]; readonly end: number } => {
  const pages: Page[] = [];
  let fcs: number[] = [];
  let grpprls: Buffer[] = [];
  let fc = textStart;
  let dataLength = 0;
  const flush = (end: number): void => {
    if (fcs.length === 0) return;
    const page = Buffer.alloc(512);
    [...fcs, end].forEach((at, i) => {
      page.writeUInt32LE(at, i * 4);
    });
    let top = 511;
    const bx = (fcs.length + 1) * 4;
    grpprls.forEach((grpprl, i) => {
      // An odd length is written as cb words with one byte less, an even one behind a zero byte.
      const packed =
        grpprl.length % 2 === 1
          ? Buffer.concat([Buffer.from([(grpprl.length + 1) / 2]), grpprl])
          : Buffer.concat([Buffer.from([0, grpprl.length / 2]), grpprl]);
      top = (top - packed.length) & ~1;
      packed.copy(page, top);
      page[bx + i * 13] = top / 2;
    });
    page[511] = fcs.length;
    pages.push({ firstFc: fcs[0]!, bytes: page });
    fcs = [];
    grpprls = [];
  };
  for (const paragraph of paragraphs) {
    let grpprl = properties(paragraph);
    // A row of thirty cells fits on no page.
    if ((huge || grpprl.length > 440) && paragraph.row !== null) {
      // sprmPHugePapx: the properties are in the Data stream, as Word does for wide rows.
      const prc = Buffer.concat([word(grpprl.length - 2), grpprl.subarray(2)]);
      const at = Buffer.alloc(4);
      at.writeUInt32LE(dataLength, 0);
      data.push(prc);
      dataLength += prc.length;
      grpprl = Buffer.concat([word(0), word(0x6646), at]);
    }
    const used =
      (fcs.length + 2) * 4 +
      (fcs.length + 1) * 13 +
      [...grpprls, grpprl].reduce((all, g) => all + g.length + 4, 0);
    if (used > 500) flush(fc);
    fcs.push(fc);
    grpprls.push(grpprl);
    fc += paragraph.text.length * 2;
  }
  flush(fc);
  return { pages, end: fc };
};

/** A PlcBte ([MS-DOC] 2.8.6): which page holds the properties from which position on. */
const plcBte = (starts: readonly number[], end: number, firstPage: number): Buffer => {
  const plc = Buffer.alloc((starts.length + 1) * 4 + starts.length * 4);
  [...starts, end].forEach((fc, i) => {
    plc.writeUInt32LE(fc, i * 4);
  });
  starts.forEach((_, i) => {
    plc.writeUInt32LE(firstPage + i, (starts.length + 1) * 4 + i * 4);
  });
  return plc;
};

/** Word cuts the text into pieces where it was edited; each piece here is UTF-16. */
const pieceTable = (length: number, pieces: number): Buffer => {
  const cuts = Array.from({ length: pieces + 1 }, (_, i) => Math.floor((length * i) / pieces));
  const plc = Buffer.alloc(cuts.length * 4 + pieces * 8);
  cuts.forEach((cp, i) => {
    plc.writeUInt32LE(cp, i * 4);
  });
  for (let i = 0; i < pieces; i++) plc.writeUInt32LE(textStart + cuts[i]! * 2, cuts.length * 4 + i * 8 + 2);
  const clx = Buffer.alloc(5);
  clx[0] = 2;
  clx.writeUInt32LE(plc.length, 1);
  return Buffer.concat([clx, plc]);
};

const write = (
  laid: Laid,
  { huge, pieces }: { readonly huge: boolean; readonly pieces: number },
): Uint8Array => {
  const paragraphs = laid.blocks.flatMap((block): Paragraph[] => {
    if (block.kind === 'text') return [{ text: `${block.text}\r`, inTable: false, row: null }];
    return gridParts(block).flatMap((part): Paragraph[] => [
      ...tableParagraphs(part),
      { text: `${part.end?.pageNumber ?? ''}\r`, inTable: false, row: null },
    ]);
  });
  const text = paragraphs.map((paragraph) => paragraph.text).join('');
  const data: Buffer[] = [];
  const { pages, end } = papxPages(paragraphs, data, huge);
  const pagesAt = Math.ceil(end / 512);
  // One CHPX page: all characters with default properties.
  const chpx = Buffer.alloc(512);
  chpx.writeUInt32LE(textStart, 0);
  chpx.writeUInt32LE(end, 4);
  chpx[511] = 1;

  const table: Buffer[] = [];
  const places = new Map<number, readonly [fc: number, lcb: number]>();
  let tableLength = 0;
  const put = (index: number, content: Buffer): void => {
    places.set(index, [tableLength, content.length]);
    table.push(content);
    tableLength += content.length;
  };
  // fcLcb indexes of FibRgFcLcb97: 12 PlcfBteChpx, 13 PlcfBtePapx, 33 Clx.
  put(12, plcBte([textStart], end, pagesAt + pages.length));
  put(
    13,
    plcBte(
      pages.map(({ firstFc }) => firstFc),
      end,
      pagesAt,
    ),
  );
  put(33, pieceTable(text.length, pieces));

  const fib = Buffer.alloc(textStart);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(0x00c1, 2);
  fib.writeUInt16LE(0x0804, 6); // lid: simplified Chinese
  fib.writeUInt16LE(0x1200, 0x0a); // fWhichTblStm (1Table) and fExtChar
  fib.writeUInt16LE(0x00bf, 0x0c);
  fib.writeUInt32LE(textStart, 0x18);
  fib.writeUInt32LE(end, 0x1c);
  fib.writeUInt16LE(14, 0x20);
  fib.writeUInt16LE(22, 0x3e);
  fib.writeUInt32LE((pagesAt + pages.length + 1) * 512, 0x40);
  fib.writeUInt32LE(text.length, 0x4c);
  fib.writeUInt16LE(93, 0x98);
  for (const [index, [fc, lcb]] of places) {
    fib.writeUInt32LE(fc, 0x9a + index * 8);
    fib.writeUInt32LE(lcb, 0x9e + index * 8);
  }
  const body = Buffer.alloc(pagesAt * 512 - textStart);
  body.write(text, 0, 'utf16le');
  const container = cfb.utils.cfb_new();
  cfb.utils.cfb_add(
    container,
    '/WordDocument',
    Buffer.concat([fib, body, ...pages.map(({ bytes }) => bytes), chpx]),
  );
  cfb.utils.cfb_add(container, '/1Table', Buffer.concat(table));
  cfb.utils.cfb_add(container, '/Data', data.length > 0 ? Buffer.concat(data) : Buffer.alloc(16));
  cfb.utils.cfb_del(container, '/\u0001Sh33tJ5');
  return new Uint8Array(cfb.write(container, { type: 'buffer' }) as Buffer);
};

const layout = (name: string, extension: string, shape: Parameters<typeof write>[1]): Layout => ({
  name,
  format: 'doc',
  extension,
  render: (laid) => ({ bytes: write(laid, shape) }),
});

export const docPlain = layout('doc.plain', 'doc', { huge: false, pieces: 1 });
export const docPieces = layout('doc.pieces', 'doc', { huge: false, pieces: 7 });
/** Row ends behind sprmPHugePapx in the Data stream, the usual case in files that Word wrote. */
export const docHugePapx = layout('doc.hugePapx', 'wps', { huge: true, pieces: 3 });
