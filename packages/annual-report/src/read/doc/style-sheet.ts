import type { Raised } from '../raised-text.ts';
import { raisedByOperand } from './character-properties.ts';
import type { Range } from './file-information.ts';
import {
  applyParagraphSprms,
  type ParagraphProperties,
  readParagraphProperties,
} from './paragraph-properties.ts';
import { eachSprm, sprm } from './sprm.ts';

/** What of a paragraph or character style concerns the text. */
export interface DocStyle {
  readonly list: number | null;
  readonly level: number | null;
  /** A line of the table of contents (目录). */
  readonly contents: boolean;
  /** Of a character style: its text stands above or below the line. */
  readonly raised: Raised;
}

const plain: DocStyle = { list: null, level: null, contents: false, raised: null };
/** Built-in styles toc 1 to toc 9 ([MS-DOC] §2.9.271, sti). */
const firstContents = 19;
const lastContents = 27;
const noBase = 0xfff;
const paragraphKind = 1;
const characterKind = 2;

/** Reads the style sheet (STSH, [MS-DOC] §2.9.271) into a look-up by style number. */
export const readStyleSheet = (table: DataView, range: Range): ((style: number) => DocStyle) => {
  const offsets = styleOffsets(table, range);
  const known = new Map<number, DocStyle>();
  const lookUp = (style: number, depth: number): DocStyle => {
    const before = known.get(style);
    if (before !== undefined) return before;
    const offset = offsets[style];
    if (offset === undefined || depth > offsets.length) return plain;
    const own = readStyle(table, offset, range.end);
    const base = own.base === noBase ? plain : lookUp(own.base, depth + 1);
    const found = {
      list: own.list ?? base.list,
      level: own.level ?? base.level,
      contents: own.contents,
      raised: own.raised === undefined ? base.raised : own.raised,
    };
    known.set(style, found);
    return found;
  };
  return (style) => lookUp(style, 0);
};

/** Where each style's definition starts; undefined for an empty place. */
const styleOffsets = (table: DataView, range: Range): readonly (number | undefined)[] => {
  const offsets: (number | undefined)[] = [];
  if (range.end - range.start < 8 || range.end > table.byteLength) return offsets;
  const count = table.getUint16(range.start + 2, true);
  let at = range.start + 2 + table.getUint16(range.start, true);
  for (let style = 0; style < count && at + 2 <= range.end; style++) {
    const size = table.getUint16(at, true);
    offsets.push(size < 18 || at + 2 + size > range.end ? undefined : at + 2);
    at += 2 + size;
  }
  return offsets;
};

const readStyle = (table: DataView, at: number, end: number) => {
  const identifier = table.getUint16(at, true) & 0xfff;
  const kindAndBase = table.getUint16(at + 2, true);
  const contents = identifier >= firstContents && identifier <= lastContents;
  const base = kindAndBase >> 4;
  const found: ParagraphProperties = readParagraphProperties(table, null, 0);
  let raised: Raised | undefined;
  const kind = kindAndBase & 0xf;
  if (kind === paragraphKind || kind === characterKind) {
    const properties = propertiesOf(table, at, end);
    if (properties !== null && kind === characterKind)
      eachSprm(table, properties.start, properties.end, (code, view, operand) => {
        if (code === sprm.raised) raised = raisedByOperand(view.getUint8(operand));
      });
    // The number of the style itself stands in front of a paragraph's modifications.
    else if (properties !== null)
      applyParagraphSprms(found, table, properties.start + 2, properties.end, null);
  }
  return { base, list: found.list, level: found.level, contents, raised };
};

/** The modifications of a style stand behind its name, whose place depends on the size of its fixed part. */
const propertiesOf = (table: DataView, at: number, end: number): Range | null => {
  for (const fixed of [18, 10]) {
    const name = at + fixed;
    if (name + 2 > end) continue;
    const length = table.getUint16(name, true);
    const after = name + 2 + length * 2 + 2;
    if (after + 4 > end || table.getUint16(after - 2, true) !== 0) continue;
    const size = table.getUint16(after, true);
    if (after + 2 + size <= end && size >= 2) return { start: after + 2, end: after + 2 + size };
  }
  return null;
};
