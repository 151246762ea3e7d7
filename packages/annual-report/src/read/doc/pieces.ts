import { ReadError } from '../../problem.ts';
import type { Range } from './file-information.ts';

/** A run of characters that stand together in the document stream ([MS-DOC] §2.9.177); fast saving makes many. */
export interface Piece {
  readonly length: number;
  /** The byte in the document stream where it starts. */
  readonly start: number;
  /** One byte a character (Windows-1252) instead of two. */
  readonly narrow: boolean;
}

const propertiesMark = 1;
const piecesMark = 2;
const narrowFlag = 0x40000000;

/** The pieces of the main text, in its order. Throws `file.damaged`, `file.hostile`. */
export const readPieces = (
  table: DataView,
  range: Range,
  textLength: number,
  documentSize: number,
): readonly Piece[] => {
  let at = range.start;
  while (at < range.end && table.getUint8(at) === propertiesMark) at += 3 + table.getUint16(at + 1, true);
  if (at >= range.end || table.getUint8(at) !== piecesMark) throw damaged();
  const size = table.getUint32(at + 1, true);
  const start = at + 5;
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || start + size > table.byteLength) throw damaged();
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const first = table.getUint32(start + index * 4, true);
    const last = Math.min(table.getUint32(start + index * 4 + 4, true), textLength);
    if (last <= first) continue;
    const place = table.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
    const narrow = (place & narrowFlag) !== 0;
    pieces.push({
      length: last - first,
      start: narrow ? (place & ~narrowFlag) >>> 1 : place,
      narrow,
    });
  }
  // Honest pieces share no bytes; overlapping ones would blow up a small file to gigabytes of text.
  const used = pieces.reduce((sum, piece) => sum + piece.length * (piece.narrow ? 1 : 2), 0);
  if (used > documentSize) throw new ReadError('file.hostile', { detail: 'Word 文字表互相重叠' });
  return pieces;
};

const damaged = () => new ReadError('file.damaged', { detail: 'Word 文字表不完整' });
