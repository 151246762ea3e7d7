import { type GridPart, gridParts } from '../grid.ts';
import { encodeGb } from './encode.ts';
import { expand } from './expand.ts';
import type { Layout } from './layout.ts';

const columnWidth = 900;

/** `\uN?`: N is a signed sixteen-bit number, `?` what old readers show (RTF 1.9.1, Unicode). */
const unicode = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
    .map((code) => {
      const character = String.fromCharCode(code);
      if (character === '\n') return '\\line ';
      if (/[\\{}]/.test(character)) return `\\${character}`;
      return code < 0x80 ? character : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    })
    .join('');

/** `\'bb\'a7`: bytes of the code page that the file's head names, as WPS writes. */
const codePage = (text: string): string =>
  [...encodeGb(text.replaceAll('\u00a0', ' '), () => ' ')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (character === '\n') return '\\line ';
      if (/[\\{}]/.test(character)) return `\\${character}`;
      return byte < 0x80 ? character : `\\'${byte.toString(16)}`;
    })
    .join('');

const table = (part: GridPart, encode: (text: string) => string): string =>
  expand(part)
    .map((row) => {
      const cells: { end: number; merge: string; text: string }[] = [];
      for (let column = 0; column < row.length; ) {
        const slot = row[column];
        const span = slot ? slot.cell.columnSpan : 1;
        const merge = !slot || slot.cell.rowSpan === 1 ? '' : slot.anchor ? '\\clvmgf' : '\\clvmrg';
        column += span;
        cells.push({ end: column * columnWidth, merge, text: slot?.anchor ? slot.cell.text : '' });
      }
      const edges = cells
        .map(
          ({ end, merge }) =>
            `${merge}\\clbrdrt\\brdrs\\clbrdrl\\brdrs\\clbrdrb\\brdrs\\clbrdrr\\brdrs\\cellx${end}`,
        )
        .join('');
      return `\\trowd\\trgaph108${edges}\n${cells.map(({ text }) => `\\pard\\intbl\\qc ${encode(text)}\\cell`).join('\n')}\n\\row`;
    })
    .join('\n');

const layout = (name: string, encode: (text: string) => string): Layout => ({
  name,
  format: 'doc',
  // Saved as .doc, as such files usually are.
  extension: 'doc',
  render: (laid) => {
    const body = laid.blocks.map((block) => {
      if (block.kind === 'text') return `\\pard ${encode(block.text)}\\par`;
      return gridParts(block)
        .map((part) => `${table(part, encode)}\n\\pard ${encode(part.end?.pageNumber ?? '')}\\par`)
        .join('\n');
    });
    const head =
      '{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}{\\*\\generator none;}\\f0\\fs24';
    return { bytes: new Uint8Array(Buffer.from(`${head}\n${body.join('\n')}\n}`, 'latin1')) };
  },
});

export const rtfUnicode = layout('rtf.unicode', unicode);
export const rtfCodePage = layout('rtf.codePage', codePage);
