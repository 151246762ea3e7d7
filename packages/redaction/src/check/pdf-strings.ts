/** Comparable: compatibility forms unified, white space left out, small letters. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .toLowerCase();

/**
 * The strings of PDF syntax (ISO 32000-1, 7.3.4), unescaped and one after the other, so that a word shown in
 * pieces comes together: as single bytes, and once more as UTF-16. Read with nested brackets and without:
 * after a stray one only the latter finds its way again.
 */
export const stringsOf = (bytes: Uint8Array): string =>
  [true, false]
    .map((nested) => {
      const raw = joinStrings(bytes, nested);
      const wide = [0, 1].map((from) =>
        Buffer.from(raw.subarray(from, from + ((raw.length - from) & ~1)))
          .swap16()
          .toString('utf16le'),
      );
      return [raw.toString('latin1'), raw.toString('utf8'), ...wide].join('\n');
    })
    .join('\n');

const code = (sign: string): number => sign.charCodeAt(0);
const [opening, closing, backslash, less, greater] = ['(', ')', '\\', '<', '>'].map(code);
const escapes: ReadonlyMap<number, number> = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }).map(([sign, means]) => [
    code(sign),
    code(means),
  ]),
);
const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 48 && byte < 56;

/** One pass, whatever the bytes are. */
const joinStrings = (bytes: Uint8Array, nested: boolean): Buffer => {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (depth === 0) {
      if (byte === opening) depth = 1;
      else if (byte === less) {
        const end = endOfHex(bytes, at + 1);
        const hex = Buffer.from(bytes.subarray(at + 1, end))
          .toString('latin1')
          .replaceAll(/\s/g, '');
        if (bytes[end] === greater) length += out.write(hex, length, 'hex');
        at = bytes[end] === greater ? end : end - 1;
      }
    } else if (byte === closing) {
      depth--;
      if (depth > 0) out[length++] = byte;
    } else if (byte === backslash) {
      at++;
      const next = bytes[at];
      if (isOctal(next)) {
        let value = next - 48;
        for (let digits = 1; digits < 3 && isOctal(bytes[at + 1]); digits++)
          value = value * 8 + bytes[++at]! - 48;
        out[length++] = value & 255;
      } else if (next !== undefined && next !== 10 && next !== 13) out[length++] = escapes.get(next) ?? next;
    } else {
      if (byte === opening && nested) depth++;
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
};

/** The first byte from here on that is neither a hexadecimal digit nor white space. */
const endOfHex = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && /[0-9A-Fa-f\s]/.test(String.fromCharCode(bytes[at]!))) at++;
  return at;
};
