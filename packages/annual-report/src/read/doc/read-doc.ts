import { ReadError } from '../../problem.ts';
import { type CompoundFile, openCompoundFile } from '../office/compound-file.ts';
import { linesOfFlow } from '../office/lines-of-flow.ts';
import type { Limits } from '../options.ts';
import type { Source } from '../source.ts';
import { readFileInformation } from './file-information.ts';
import { readFormatRuns } from './formatted-pages.ts';
import { readNumberLists } from './number-lists.ts';
import { readPieces } from './pieces.ts';
import { readText } from './read-text.ts';
import { readTitle } from './read-title.ts';
import { readStyleSheet } from './style-sheet.ts';

/**
 * Reads a DOC file of Word 97 or later, or a WPS file of the same layout ([MS-DOC] in [MS-CFB]): the main
 * text with automatic numbers, tables with true columns and spans; no headers, notes, deleted or hidden
 * text. Throws `file.damaged`, `file.encrypted`, `file.oldWord`, `file.unknownFormat` (a compound file
 * without a Word document), `file.hostile`, `file.tooLarge`.
 */
export const readDoc = (bytes: Uint8Array, limits: Limits): Source => {
  try {
    const file = openCompoundFile(bytes);
    const lines = linesOfFlow(readDocument(file, limits), limits);
    return {
      format: 'doc',
      lines,
      title: readTitle(file.stream('\x05SummaryInformation')),
      metadata: {},
      embedded: null,
      recognised: false,
      problems: [],
    };
  } catch (error) {
    // Every offset in the file is read through DataView, which throws this where a damaged one points out of its stream.
    if (error instanceof RangeError) throw new ReadError('file.damaged', { detail: 'Word 内部位置超出文件' });
    throw error;
  }
};

const readDocument = (file: CompoundFile, limits: Limits) => {
  const stream = file.stream('WordDocument');
  if (stream === null)
    throw new ReadError(file.stream('EncryptedPackage') === null ? 'file.unknownFormat' : 'file.encrypted');
  const document = viewOf(stream);
  const information = readFileInformation(document);
  const tableBytes = file.stream(information.tableStream);
  if (tableBytes === null) throw new ReadError('file.damaged', { detail: 'Word 表格流不见了' });
  const table = viewOf(tableBytes);
  const data = file.stream('Data');
  return readText({
    document,
    data: data === null ? null : viewOf(data),
    pieces: readPieces(table, information.pieces, information.textLength, stream.length),
    paragraphs: readFormatRuns(document, table, information.paragraphPages, 13),
    characters: readFormatRuns(document, table, information.characterPages, 1),
    style: readStyleSheet(table, information.styles),
    lists: readNumberLists(table, information.lists, information.listUses),
    limits,
  });
};

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
