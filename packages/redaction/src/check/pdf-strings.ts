/** Comparable: compatibility forms unified, white space left out, small letters. */
export const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]/g, '')
    .toLowerCase();

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The strings of PDF syntax (ISO 32000-1, 7.3.4), unescaped and one after the other, so that a word shown in
 * pieces comes together: as single bytes, and once more as UTF-16.
 */
export const stringsOf = (bytes: Uint8Array): string => {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let joined = '';
  for (const match of source.matchAll(
    /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<([0-9A-Fa-f\s]+)>/g,
  )) {
    joined +=
      match[1] === undefined
        ? unescaped(match[0].slice(1, -1))
        : Buffer.from(match[1].replaceAll(/\s/g, ''), 'hex').toString('latin1');
  }
  const raw = Buffer.from(joined, 'latin1');
  const even = raw.subarray(0, raw.length & ~1);
  const odd = raw.subarray(1, 1 + ((raw.length - 1) & ~1));
  const wide = [even, odd].map((part) => Buffer.from(part).swap16().toString('utf16le'));
  return [joined, raw.toString('utf8'), ...wide].join('\n');
};

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined
      ? (escapes[sign] ?? (/^[\r\n]/.test(sign) ? '' : sign))
      : String.fromCharCode(Number.parseInt(octal, 8) & 255),
  );
