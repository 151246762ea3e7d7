import type { RowDefinition } from '../office/table-from-edges.ts';
import { eachSprm, sprm } from './sprm.ts';

/** What the properties of a paragraph tell about lists and tables. */
export interface ParagraphProperties {
  style: number;
  /** 1-based use of a list; 0 for none; null where the style decides. */
  list: number | null;
  level: number | null;
  /** How deep in tables: 0 outside. */
  depth: number;
  cellEnd: boolean;
  rowEnd: boolean;
  row: RowDefinition | null;
}

const cellDescriptionSize = 20;
/** More than Word's own 63; a row beyond it is damaged. */
const mostCells = 255;

/**
 * The properties of the paragraph whose entry stands at `offset` of its formatted page (PapxInFkp,
 * [MS-DOC] §2.9.175). `data` is the Data stream, where long properties are kept.
 */
export const readParagraphProperties = (
  document: DataView,
  data: DataView | null,
  offset: number,
): ParagraphProperties => {
  const found: ParagraphProperties = {
    style: 0,
    list: null,
    level: null,
    depth: 0,
    cellEnd: false,
    rowEnd: false,
    row: null,
  };
  if (offset === 0) return found;
  const short = document.getUint8(offset);
  const start = short === 0 ? offset + 2 : offset + 1;
  const size = short === 0 ? document.getUint8(offset + 1) * 2 : short * 2 - 1;
  if (size < 2) return found;
  found.style = document.getUint16(start, true);
  applyParagraphSprms(found, document, start + 2, start + size, data);
  return found;
};

/** Applies modifications to the properties; used for paragraphs and for styles. */
export const applyParagraphSprms = (
  found: ParagraphProperties,
  view: DataView,
  from: number,
  to: number,
  data: DataView | null,
): void =>
  eachSprm(view, from, to, (code, operand, at, size) => {
    switch (code) {
      case sprm.list:
        found.list = operand.getUint16(at, true);
        return;
      case sprm.level:
        found.level = operand.getUint8(at);
        return;
      case sprm.inTable:
        if (operand.getUint8(at) !== 0) found.depth = Math.max(found.depth, 1);
        return;
      case sprm.depth:
        found.depth = operand.getInt32(at, true);
        return;
      case sprm.depthChange:
        found.depth += operand.getInt32(at, true);
        return;
      case sprm.rowEnd:
      case sprm.innerRowEnd:
        if (operand.getUint8(at) !== 0) found.rowEnd = true;
        return;
      case sprm.innerCellEnd:
        if (operand.getUint8(at) !== 0) found.cellEnd = true;
        return;
      case sprm.hugePapx:
      case sprm.hugePapxOld:
      case sprm.tableProperties: {
        // Long properties stand in the Data stream, behind their length; nested references are not followed.
        const place = operand.getUint32(at, true);
        if (data === null || place + 2 > data.byteLength) return;
        const end = place + 2 + data.getUint16(place, true);
        applyParagraphSprms(found, data, place + 2, end, null);
        return;
      }
      case sprm.defineTable:
        found.row = readRow(operand, at, size);
        return;
      case sprm.verticalMerge:
        if (size === 2) setFlags(found.row, operand.getUint8(at), 0x60, operand.getUint8(at + 1) << 5);
        return;
      case sprm.horizontalMerge: {
        const first = operand.getUint8(at);
        const end = Math.min(operand.getUint8(at + 1), mostCells);
        for (let cell = first; cell < end; cell++) setFlags(found.row, cell, 3, cell === first ? 1 : 2);
        return;
      }
    }
  });

const setFlags = (row: RowDefinition | null, cell: number, mask: number, value: number): void => {
  const before = row?.flags[cell];
  if (row !== null && before !== undefined) row.flags[cell] = (before & ~mask) | (value & mask);
};

/** The cells of a row (TDefTableOperand, [MS-DOC] §2.9.314). */
const readRow = (view: DataView, at: number, size: number): RowDefinition | null => {
  const count = view.getUint8(at);
  const descriptions = at + 1 + (count + 1) * 2;
  if (count > mostCells || descriptions > at + size) return null;
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(at + 1 + index * 2, true));
  const flags = Array.from({ length: count }, (_, index) => {
    const place = descriptions + index * cellDescriptionSize;
    return place + 2 <= at + size ? view.getUint16(place, true) : 0;
  });
  return { edges, flags };
};
