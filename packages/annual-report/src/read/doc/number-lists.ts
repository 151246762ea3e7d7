import type { NumberLevel, NumberList } from '../office/numbering.ts';
import type { Range } from './file-information.ts';

/** Number formats by their code in [MS-OSHARED] §2.2.1.3 (MSONFC), as the names that `numberText` knows. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const listSize = 28;
const levelSize = 28;
const useSize = 16;

interface List {
  readonly levels: readonly NumberLevel[];
}

/** The uses of lists (LFO, [MS-DOC] §2.9.131), whose 1-based numbers paragraphs carry. Empty where the tables are damaged. */
export const readNumberLists = (table: DataView, lists: Range, uses: Range): readonly NumberList[] => {
  if (lists.end - lists.start < 2 || uses.end - uses.start < 4) return [];
  try {
    return readUses(table, uses, readLists(table, lists));
  } catch (error) {
    // A document whose list tables point out of the stream still has all of its text and figures.
    if (error instanceof RangeError) return [];
    throw error;
  }
};

const readLists = (table: DataView, range: Range): ReadonlyMap<number, List> => {
  const lists = new Map<number, List>();
  const count = table.getUint16(range.start, true);
  // The levels of all lists follow behind the counted range (§2.9.200).
  let at = range.start + 2 + count * listSize;
  for (let index = 0; index < count; index++) {
    const head = range.start + 2 + index * listSize;
    const simple = (table.getUint8(head + 26) & 1) !== 0;
    const levels: NumberLevel[] = [];
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      const read = readLevel(table, at);
      levels.push(read.level);
      at = read.end;
    }
    lists.set(table.getInt32(head, true), { levels });
  }
  return lists;
};

const readLevel = (table: DataView, at: number): { readonly level: NumberLevel; readonly end: number } => {
  const info = table.getUint8(at + 5);
  const text = at + levelSize + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(text, true);
  let printed = '';
  for (let index = 0; index < length; index++) {
    const code = table.getUint16(text + 2 + index * 2, true);
    // A code below 9 stands for the number of that level.
    printed += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const noRestart = (info & 8) !== 0;
  return {
    level: {
      start: table.getInt32(at, true),
      format: formats[table.getUint8(at + 4)] ?? 'decimal',
      text: printed,
      legal: (info & 4) !== 0,
      tight: table.getUint8(at + 15) === 2,
      restart: noRestart ? table.getUint8(at + 26) : null,
    },
    end: text + 2 + length * 2,
  };
};

const readUses = (table: DataView, range: Range, lists: ReadonlyMap<number, List>): readonly NumberList[] => {
  const count = table.getUint32(range.start, true);
  let at = range.start + 4 + count * useSize;
  if (at > table.byteLength) return [];
  const uses: NumberList[] = [];
  for (let index = 0; index < count; index++) {
    const head = range.start + 4 + index * useSize;
    const list = table.getInt32(head, true);
    const overrides = table.getUint8(head + 12);
    const levels: (NumberLevel | undefined)[] = [...(lists.get(list)?.levels ?? [])];
    const starts = new Map<number, number>();
    at += 4;
    for (let override = 0; override < overrides; override++) {
      const start = table.getInt32(at, true);
      const flags = table.getUint8(at + 4);
      const level = flags & 0xf;
      at += 8;
      if ((flags & 0x20) !== 0) {
        const own = readLevel(table, at);
        if (level < 9) levels[level] = own.level;
        at = own.end;
      } else if ((flags & 0x10) !== 0) starts.set(level, start);
    }
    uses.push({ list: String(list), levels, starts });
  }
  return uses;
};
