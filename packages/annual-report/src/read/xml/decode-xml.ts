/** The text of an XML part. Office parts are UTF-8 or, rarely, UTF-16 with a byte order mark (ECMA-376-2 §8.1.4). */
export const decodeXml = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le.decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16be.decode(bytes);
  // Twice as fast as TextDecoder; a mark left at the start stands outside of any element.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
};

const utf16le = new TextDecoder('utf-16le');
const utf16be = new TextDecoder('utf-16be');
