import { ReadError } from '../../problem.ts';

/** A compound file (OLE 复合文档, [MS-CFB]): the container of .doc, .wps, .xls and of encrypted OOXML files. */
export interface CompoundFile {
  /** The stream of that name in the root storage (not one of an embedded object); null where absent. */
  readonly stream: (name: string) => Uint8Array | null;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here up are marks: end of chain, free, FAT, DIFAT. */
const firstMark = 0xfffffffa;
const directoryEntrySize = 128;
const noEntry = 0xffffffff;
const streamKind = 2;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

interface Sectors {
  readonly bytes: Uint8Array;
  /** log2 of the sector size. */
  readonly shift: number;
  readonly table: Uint32Array;
  /** Where sector 0 stands. */
  readonly origin: number;
}

/** Opens a compound file. Chains that run in circles or out of the file are refused: `file.damaged`. */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile => {
  if (bytes.length < 512 || signature.some((byte, at) => bytes[at] !== byte)) throw damaged('不是复合文档');
  const header = viewOf(bytes);
  const shift = header.getUint16(30, true);
  const miniShift = header.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged('扇区大小不对');
  const whole = { bytes, shift, table: readTable(bytes, header, shift), origin: 1 << shift };
  const entries = readEntries(readChain(whole, header.getUint32(48, true), Number.POSITIVE_INFINITY));
  const root = entries[0];
  if (root === undefined) throw damaged('没有目录');
  const cutoff = header.getUint32(56, true);
  let mini: Sectors | null = null;
  const miniSectors = (): Sectors => {
    if (mini !== null) return mini;
    const table = readChain(whole, header.getUint32(60, true), Number.POSITIVE_INFINITY);
    mini = {
      bytes: readChain(whole, root.start, root.size),
      shift: miniShift,
      table: numbers(table),
      origin: 0,
    };
    return mini;
  };
  const members = membersOf(entries, root.child);
  const stream = (name: string): Uint8Array | null => {
    const entry = members.get(name);
    if (entry === undefined) return null;
    return readChain(entry.size < cutoff ? miniSectors() : whole, entry.start, entry.size);
  };
  return { stream };
};

/** The sector allocation table, itself in sectors that the header and the DIFAT chain list. */
const readTable = (bytes: Uint8Array, header: DataView, shift: number): Uint32Array => {
  const size = 1 << shift;
  const most = Math.ceil(bytes.length / size);
  const sectors: number[] = [];
  const take = (sector: number) => {
    if (sector < firstMark && sectors.length * (size / 4) < most) sectors.push(sector);
  };
  for (let at = 76; at < 512; at += 4) take(header.getUint32(at, true));
  let next = header.getUint32(68, true);
  for (let steps = 0; next < firstMark; steps++) {
    const start = (next + 1) * size;
    if (steps > most || start + size > bytes.length) throw damaged('扇区表不完整');
    for (let at = start; at < start + size - 4; at += 4) take(header.getUint32(at, true));
    next = header.getUint32(start + size - 4, true);
  }
  const table = new Uint32Array((sectors.length * size) / 4);
  for (const [index, sector] of sectors.entries()) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) throw damaged('扇区表不完整');
    table.set(numbers(bytes.subarray(start, start + size)), (index * size) / 4);
  }
  return table;
};

/** The sectors of a chain, one after the other, cut to `size`. A run of neighbours is copied at once. */
const readChain = (sectors: Sectors, start: number, size: number): Uint8Array => {
  const { bytes, shift, table, origin } = sectors;
  const most = Math.ceil(bytes.length / (1 << shift));
  const pieces: Uint8Array[] = [];
  let length = 0;
  let steps = 0;
  for (let sector = start; sector < firstMark && length < size; ) {
    const first = sector;
    let last = sector;
    for (;;) {
      if (++steps > most || last >= table.length) throw damaged('扇区链不完整');
      sector = table[last]!;
      if (sector !== last + 1) break;
      last = sector;
    }
    const from = origin + first * (1 << shift);
    const piece = bytes.subarray(
      from,
      Math.min(from + (last - first + 1) * (1 << shift), from + size - length),
    );
    if (piece.length === 0) throw damaged('扇区链不完整');
    pieces.push(piece);
    length += piece.length;
  }
  if (pieces.length === 1) return pieces[0]!;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
};

const readEntries = (directory: Uint8Array): readonly Entry[] => {
  const view = viewOf(directory);
  const entries: Entry[] = [];
  for (let at = 0; at + directoryEntrySize <= directory.length; at += directoryEntrySize) {
    const nameLength = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    entries.push({
      name: utf16.decode(directory.subarray(at, at + nameLength)),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
};

/** The streams of a storage, whose entries are a binary tree from `top` on. */
const membersOf = (entries: readonly Entry[], top: number): ReadonlyMap<string, Entry> => {
  const members = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [top];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (index === noEntry || entry === undefined || seen.has(index)) continue;
    seen.add(index);
    if (entry.kind === streamKind) members.set(entry.name, entry);
    open.push(entry.left, entry.right);
  }
  return members;
};

const numbers = (bytes: Uint8Array): Uint32Array => {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
};

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const utf16 = new TextDecoder('utf-16le');

const damaged = (detail: string) => new ReadError('file.damaged', { detail });
