import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { type Raised, raisedBy, raisedText } from '../raised-text.ts';
import { attribute } from '../xml/attribute.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { type CellReference, mostColumns, mostRows, parseReference } from './cell-reference.ts';
import { formatNumber } from './format-number.ts';
import type { NumberFormat } from './parse-format.ts';
import { sheetNamespaces } from './sheet-namespaces.ts';
import { unescapeText } from './unescape-text.ts';

/** The cells that a sheet's file has, by row and column, both from 0 (an empty one has only a style), and its merged ranges. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Ranges of hidden columns, inclusive. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
}

export interface Merge {
  readonly from: CellReference;
  readonly to: CellReference;
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  readonly limits: Limits;
}

/** Reads a worksheet part (ECMA-376-1 §18.3). Formula cells give the value that was last computed. Throws `file.tooLarge`. */
export const readSheet = (xml: string, context: SheetContext): Sheet => {
  const { limits } = context;
  const rows = new Map<number, Map<number, string>>();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: [number, number][] = [];
  let cells = new Map<number, string>();
  let cellsLeft = limits.cells;
  let columnsLeft = mostColumns;
  let row = -1;
  let column = -1;
  let kind = '';
  let format: NumberFormat = null;
  let value = '';
  let reading = false;
  let inPhonetic = false;
  let raised: Raised = null;

  const openCell = (attributes: string): void => {
    // Row and column may be left out: then the cell follows the one before.
    const reference = parseReference(attribute(attributes, 'r') ?? '');
    column = reference?.column ?? column + 1;
    kind = attribute(attributes, 't') ?? 'n';
    format = context.formats[Number(attribute(attributes, 's') ?? 0)] ?? null;
    value = '';
  };

  const closeCell = (): void => {
    const text = cellText(kind, value, format, context);
    if (column >= mostColumns) return;
    if (--cellsLeft < 0) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
    cells.set(column, text);
  };

  scanXml(xml, sheetNamespaces, limits.depth, {
    open: (name, attributes) => {
      switch (name) {
        case 's:c':
          openCell(attributes);
          return;
        case 's:v':
          reading = true;
          return;
        case 's:t':
          reading = kind === 'inlineStr' && !inPhonetic;
          return;
        case 's:vertAlign':
          raised = raisedBy(attribute(attributes, 'val'));
          return;
        case 's:rPh':
          inPhonetic = true;
          return;
        case 's:row': {
          const number = Number(attribute(attributes, 'r') ?? row + 2);
          row = Number.isInteger(number) && number >= 1 && number <= mostRows ? number - 1 : row + 1;
          column = -1;
          cells = rows.get(row) ?? new Map();
          rows.set(row, cells);
          if (/^(1|true)$/.test(attribute(attributes, 'hidden') ?? '')) hiddenRows.add(row);
          return;
        }
        case 's:col':
          if (--columnsLeft < 0) throw new ReadError('file.hostile', { detail: '列的定义过多' });
          if (/^(1|true)$/.test(attribute(attributes, 'hidden') ?? ''))
            hiddenColumns.push([
              Number(attribute(attributes, 'min')) - 1,
              Number(attribute(attributes, 'max')) - 1,
            ]);
          return;
        case 's:mergeCell': {
          const [from = '', to = ''] = (attribute(attributes, 'ref') ?? '').split(':');
          const [first, last] = [parseReference(from), parseReference(to)];
          if (--cellsLeft < 0) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
          if (first !== null && last !== null && last.row >= first.row && last.column >= first.column)
            merges.push({ from: first, to: last });
        }
      }
    },
    close: (name) => {
      if (name === 's:c') closeCell();
      else if (name === 's:v' || name === 's:t') reading = false;
      else if (name === 's:r') raised = null;
      else if (name === 's:rPh') inPhonetic = false;
    },
    text: (text) => {
      if (reading) value += raisedText(text, raised);
    },
  });
  return { rows, merges, hiddenRows, hiddenColumns };
};

/** Cell types of ST_CellType (§18.18.11): b boolean, d date, e error, inlineStr, n number, s shared string, str formula string. */
const cellText = (kind: string, value: string, format: NumberFormat, context: SheetContext): string => {
  switch (kind) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'b':
      return value.trim() === '1' ? 'TRUE' : value.trim() === '0' ? 'FALSE' : value.trim();
    case 'n':
      return formatNumber(value, format, context.from1904);
    case 'd':
      return value.trim().slice(0, 10);
    case 'e':
      return value.trim();
    default:
      return unescapeText(value);
  }
};
