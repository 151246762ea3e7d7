/** A word as it may stand in bytes. Patterns that any picture may hold by chance are left out. */
export const patternsOf = (word: string): readonly Buffer[] => {
  const written = word.normalize('NFKC').trim();
  const forms = [...new Set([word, written, written.replaceAll(/\s/g, ''), written.toLowerCase()])];
  const encoded = forms.flatMap((form) => {
    const utf16 = Buffer.from(form, 'utf16le');
    return [Buffer.from(form, 'utf8'), utf16, Buffer.from(utf16).swap16()];
  });
  const hexadecimal = encoded.flatMap((bytes) => [
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('hex').toUpperCase()),
  ]);
  const byText = new Map([...encoded, ...hexadecimal].map((bytes) => [bytes.toString('latin1'), bytes]));
  return [...byText.values()].filter(isTelling);
};

/** Four bytes, and not all alike: a grey area is one value over and over. */
const isTelling = (bytes: Buffer): boolean => bytes.length >= leastBytes && new Set(bytes).size >= 3;
const leastBytes = 4;

/** Which words, by index, have one of their patterns in these bytes. */
export type FindBytes = (bytes: Uint8Array) => ReadonlySet<number>;

const hashBits = 16;
/** Knuth's multiplicative hash of four bytes. */
const slotOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);

/**
 * Looks for all patterns of all words in one pass: a document of 200 pages unpacks to hundreds of megabytes, and
 * thousands of patterns may be looked for. Each place is asked by its four bytes in a table of those that patterns begin
 * with.
 *
 * @param patterns those of each word, by its index
 */
export const bytesFinder = (patterns: readonly (readonly Buffer[])[]): FindBytes => {
  const beginnings = new Uint8Array(1 << hashBits);
  const byBeginning = new Map<number, { readonly word: number; readonly pattern: Buffer }[]>();
  patterns.forEach((each, word) => {
    for (const pattern of each) {
      const four = pattern.readInt32LE(0);
      beginnings[slotOf(four)] = 1;
      const same = byBeginning.get(four) ?? [];
      same.push({ word, pattern });
      byBeginning.set(four, same);
    }
  });
  return (bytes) => {
    const found = new Set<number>();
    if (byBeginning.size === 0 || bytes.length < leastBytes) return found;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let four = (bytes[0]! << 8) | (bytes[1]! << 16) | (bytes[2]! << 24);
    for (let last = leastBytes - 1; last < bytes.length; last++) {
      four = (four >>> 8) | (bytes[last]! << 24);
      if (beginnings[slotOf(four)] === 0) continue;
      const at = last - (leastBytes - 1);
      for (const { word, pattern } of byBeginning.get(four) ?? [])
        if (
          buffer.compare(pattern, 0, pattern.length, at, Math.min(at + pattern.length, buffer.length)) === 0
        )
          found.add(word);
    }
    return found;
  };
};
