import type { Flow } from '../office/flow.ts';
import { buildFlow } from '../office/flow-builder.ts';
import { countNumbers, type NumberList } from '../office/numbering.ts';
import type { Limits } from '../options.ts';
import { raisedText } from '../raised-text.ts';
import { type CharacterProperties, readCharacterProperties } from './character-properties.ts';
import { type FormatRuns, runAt } from './formatted-pages.ts';
import { type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts';
import type { Piece } from './pieces.ts';
import type { DocStyle } from './style-sheet.ts';

/** The parts of a document that reading its text needs. */
export interface DocParts {
  readonly document: DataView;
  readonly data: DataView | null;
  readonly pieces: readonly Piece[];
  readonly paragraphs: FormatRuns;
  readonly characters: FormatRuns;
  readonly style: (style: number) => DocStyle;
  readonly lists: readonly NumberList[];
  readonly limits: Limits;
}

const cellMark = 0x07;
const paragraphMark = 0x0d;
const pageMark = 0x0c;
const fieldBegin = 0x13;
const fieldSeparator = 0x14;
const fieldEnd = 0x15;

/** What control characters print; those absent here print nothing. */
const printed: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-' };

/** Fields hardly ever stand in fields; a pile of open ones is damage. */
const mostFields = 100;

const utf16 = new TextDecoder('utf-16le');
const windows1252 = new TextDecoder('windows-1252');

/** Walks through the characters of the main text and puts paragraphs, cells and rows together. */
export const readText = (parts: DocParts): Flow => {
  const flow = buildFlow(parts.limits);
  const numberOf = countNumbers();
  /** One for each open field (域): true while its instruction stands, false while its result does. */
  let fields: boolean[] = [];
  let text = '';
  /** Many paragraphs share their properties. */
  const known = new Map<number, ParagraphProperties>();
  const propertiesAt = (byte: number): ParagraphProperties => {
    const offset = parts.paragraphs.offsets[runAt(parts.paragraphs, byte)] ?? 0;
    const before = known.get(offset);
    if (before !== undefined) return before;
    const properties = readParagraphProperties(parts.document, parts.data, offset);
    known.set(offset, properties);
    return properties;
  };

  const endParagraph = (mark: number, byte: number): void => {
    const properties = propertiesAt(byte);
    const { depth } = properties;
    if (mark === cellMark && properties.rowEnd) flow.rowEnd(properties.row, Math.max(depth, 1));
    else if (depth > 1 && properties.rowEnd) flow.rowEnd(properties.row, depth);
    else {
      const whole = label(properties) + text;
      if (mark === cellMark) flow.cellEnd(whole, Math.max(depth, 1));
      else if (depth > 1 && properties.cellEnd) flow.cellEnd(whole, depth);
      else flow.paragraph(parts.style(properties.style).contents ? '' : whole, depth);
    }
    text = '';
    // An instruction never runs over a paragraph; one left open by a damaged field must not swallow the rest.
    if (fields.length > 0) fields = fields.filter((instruction) => !instruction);
  };

  const label = (properties: ParagraphProperties): string => {
    const style = parts.style(properties.style);
    const list = parts.lists[(properties.list ?? style.list ?? 0) - 1];
    return list === undefined ? '' : numberOf(list, properties.level ?? style.level ?? 0);
  };

  const add = (piece: string): void => {
    if (!fields.includes(true)) text += piece;
  };

  const readRun = (run: string, start: number, width: number, properties: CharacterProperties): void => {
    let plainFrom = 0;
    for (let at = 0; at < run.length; at++) {
      const code = run.charCodeAt(at);
      if (code >= 32) continue;
      if (plainFrom < at && !properties.dropped && !properties.special) add(run.slice(plainFrom, at));
      plainFrom = at + 1;
      const ends = code === cellMark || code === paragraphMark || code === pageMark;
      // A deleted paragraph mark joins two paragraphs; a cell's end holds the table together even then.
      if (ends && (code === cellMark || !properties.dropped)) endParagraph(code, start + at * width);
      else if (code === fieldBegin && fields.length < mostFields) fields.push(true);
      else if (code === fieldSeparator && fields.length > 0) fields[fields.length - 1] = false;
      else if (code === fieldEnd) fields.pop();
      else if (!properties.dropped) add(printed[code] ?? '');
    }
    if (plainFrom < run.length && !properties.dropped && !properties.special) add(run.slice(plainFrom));
  };

  for (const piece of parts.pieces) eachRun(parts, piece, readRun);
  if (text !== '') flow.paragraph(text, 0);
  return flow.finish();
};

/** Cuts a piece where the formatting of its characters changes. */
const eachRun = (
  parts: DocParts,
  piece: Piece,
  visit: (run: string, start: number, width: number, properties: CharacterProperties) => void,
): void => {
  const { document, characters } = parts;
  const width = piece.narrow ? 1 : 2;
  const decoder = piece.narrow ? windows1252 : utf16;
  const end = piece.start + piece.length * width;
  if (end > document.byteLength) throw new RangeError('a piece runs out of the document stream');
  let index = runAt(characters, piece.start);
  for (let from = piece.start; from < end; index++) {
    // Where a run ends inside a character, as in damaged files, the character belongs to it.
    const rest = Math.ceil(((characters.ends[index] ?? end) - from) / width) * width;
    const to = Math.min(from + Math.max(rest, 0), end);
    if (to === from) continue;
    const bytes = new Uint8Array(document.buffer, document.byteOffset + from, to - from);
    const properties = readCharacterProperties(document, characters.offsets[index] ?? 0);
    const { raised = properties.style === null ? null : parts.style(properties.style).raised } = properties;
    visit(raisedText(decoder.decode(bytes), raised), from, width, properties);
    from = to;
  }
};
