import { ReadError } from '../../problem.ts';

/** A range of bytes in the table stream. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What the File Information Block ([MS-DOC] §2.5) says about where things are. */
export interface FileInformation {
  readonly tableStream: '0Table' | '1Table';
  /** Characters of the main text; notes, headers and text boxes follow it. */
  readonly textLength: number;
  readonly styles: Range;
  readonly characterPages: Range;
  readonly paragraphPages: Range;
  readonly pieces: Range;
  readonly lists: Range;
  readonly listUses: Range;
}

const wordMark = 0xa5ec;
const oldWordMark = 0xa5dc;
/** nFib of Word 97; all later ones are higher. Word 6 and 95 have another layout. */
const word97 = 193;
const encryptedFlag = 0x0100;
const tableFlag = 0x0200;
/** Where the pairs of offset and length begin in the block of Word 97 (§2.5.6). */
const pairs = 154;

/** Reads the block. Throws `file.encrypted`, `file.oldWord` for Word 6 and 95, `file.damaged`. */
export const readFileInformation = (document: DataView): FileInformation => {
  const mark = document.getUint16(0, true);
  if (mark !== wordMark && mark !== oldWordMark)
    throw new ReadError('file.damaged', { detail: 'Word 文件头不对' });
  const flags = document.getUint16(10, true);
  if ((flags & encryptedFlag) !== 0) throw new ReadError('file.encrypted');
  if (mark === oldWordMark || document.getUint16(2, true) < word97) throw new ReadError('file.oldWord');
  const range = (index: number): Range => {
    const start = document.getUint32(pairs + index * 8, true);
    return { start, end: start + document.getUint32(pairs + index * 8 + 4, true) };
  };
  return {
    tableStream: (flags & tableFlag) === 0 ? '0Table' : '1Table',
    textLength: document.getInt32(76, true),
    styles: range(1),
    characterPages: range(12),
    paragraphPages: range(13),
    pieces: range(33),
    lists: range(73),
    listUses: range(74),
  };
};
