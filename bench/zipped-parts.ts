/** A part of an archive as it lies in the file. */
export interface ZippedPart {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
}

const local = 0x04034b50;

/** The parts of an archive by their local heads (APPNOTE 4.3.7): all that a bench needs, and nothing is checked. */
export const zippedParts = (bytes: Uint8Array): readonly ZippedPart[] => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: ZippedPart[] = [];
  for (let at = 0; at + 30 < view.length && view.readUInt32LE(at) === local; ) {
    const nameEnd = at + 30 + view.readUInt16LE(at + 26);
    const start = nameEnd + view.readUInt16LE(at + 28);
    const end = start + view.readUInt32LE(at + 18);
    parts.push({
      name: view.toString('utf8', at + 30, nameEnd),
      method: view.readUInt16LE(at + 8),
      packed: view.subarray(start, end),
    });
    at = end;
  }
  return parts;
};
