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
const isTelling = (bytes: Buffer): boolean => bytes.length >= 4 && new Set(bytes).size >= 3;

/** Which words, by index, have one of their patterns in these bytes. */
export const findBytes = (
  bytes: Uint8Array,
  patterns: readonly (readonly Buffer[])[],
): ReadonlySet<number> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Set(
    patterns.flatMap((each, index) => (each.some((pattern) => buffer.includes(pattern)) ? [index] : [])),
  );
};
