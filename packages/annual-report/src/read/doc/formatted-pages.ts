import type { Range } from './file-information.ts';

/** Runs of equal formatting over the bytes of the document stream, ascending. */
export interface FormatRuns {
  /** Where each run ends (the byte after it). */
  readonly ends: readonly number[];
  /** Where each run's properties stand in the document stream; 0 for none. */
  readonly offsets: readonly number[];
}

const pageSize = 512;

/**
 * Reads the formatted disk pages (FKP, [MS-DOC] §2.9.33, §2.9.175) that a table stream range lists.
 * `entrySize` is 13 for paragraphs (the offset, then heights), 1 for characters.
 */
export const readFormatRuns = (
  document: DataView,
  table: DataView,
  range: Range,
  entrySize: 1 | 13,
): FormatRuns => {
  const ends: number[] = [];
  const offsets: number[] = [];
  const count = Math.floor((Math.min(range.end, table.byteLength) - range.start - 4) / 8);
  let before = 0;
  for (let index = 0; index < count; index++) {
    const number = table.getUint32(range.start + (count + 1) * 4 + index * 4, true) & 0x3fffff;
    const page = number * pageSize;
    if (page + pageSize > document.byteLength) continue;
    const runs = document.getUint8(page + pageSize - 1);
    const entries = page + (runs + 1) * 4;
    if (entries + runs * entrySize > page + pageSize) continue;
    for (let run = 0; run < runs; run++) {
      const end = document.getUint32(page + run * 4 + 4, true);
      if (end <= before) continue;
      const word = document.getUint8(entries + run * entrySize);
      ends.push(end);
      offsets.push(word === 0 ? 0 : page + word * 2);
      before = end;
    }
  }
  return { ends, offsets };
};

/** The index of the run that holds a byte; the number of runs where none does. */
export const runAt = (runs: FormatRuns, byte: number): number => {
  let low = 0;
  let high = runs.ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs.ends[middle]! > byte) high = middle;
    else low = middle + 1;
  }
  return low;
};
