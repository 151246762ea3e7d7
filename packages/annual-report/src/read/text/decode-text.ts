const utf8Strict = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder('utf-8');
const utf16le = new TextDecoder('utf-16le');
const utf16be = new TextDecoder('utf-16be');

/** As in GBK, GB2312, GB18030 (国标码) and their many spellings. */
const chinese = /^(?:x-)?(?:gb[-_]?\d|gbk|cp936|ms936|windows-936|936$|hz-gb|csgb|iso-ir-58|chinese)/i;
const big5 = /^(?:x-)?(?:big-?5|cn-big5|csbig5|cp950|windows-950)/i;

/** Enough of a file to hold its declaration: HTML asks for it within 1,024 bytes, real pages take more. */
const declarationBytes = 4096;

/**
 * The charset that the text declares of itself: HTML `<meta charset>` or `http-equiv`, CSS-like
 * `@charset`, XML `encoding=`. Null where it declares none. Bytes are looked at as Latin-1, which
 * every charset that can be declared this way agrees with.
 */
export const declaredCharset = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, declarationBytes));
  const match = /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(
    head.toString('latin1'),
  );
  return match ? (match[1] ?? match[2] ?? null) : null;
};

/** Text never holds NUL; half of UTF-16's bytes for digits, spaces and line breaks are NUL, all on one side. */
const utf16WithoutMark = (bytes: Uint8Array): typeof utf16le | null => {
  if (!bytes.subarray(0, 65_536).includes(0)) return null;
  const length = Math.min(bytes.length, 65_536) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > 4 * even && odd * 50 > length) return utf16le;
  if (even > 4 * odd && even * 50 > length) return utf16be;
  return null;
};

const count = (text: string, character: string): number => {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
};

const strict = (bytes: Uint8Array): string | null => {
  try {
    return utf8Strict.decode(bytes);
  } catch {
    return null;
  }
};

/**
 * Decodes a text file: byte order mark, UTF-16 without a mark (by its NUL bytes), strict UTF-8,
 * the declared charset, else GB18030 (国标 GB 18030), which contains GBK and GB 2312. Big5 only where
 * it is declared: its byte pairs are valid GBK too, so nothing else could tell them apart.
 *
 * @param declared charset named outside the bytes (a MIME part's header); the bytes' own declaration otherwise
 */
export const decodeText = (bytes: Uint8Array, declared: string | null = declaredCharset(bytes)): string => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16le.decode(bytes);
  if (first === 0xfe && second === 0xff) return utf16be.decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8.decode(bytes);
  const wide = utf16WithoutMark(bytes);
  if (wide) return wide.decode(bytes);
  const plain = strict(bytes);
  if (plain !== null) return plain;
  if (declared !== null && big5.test(declared)) return new TextDecoder('big5').decode(bytes);
  const national = new TextDecoder('gb18030').decode(bytes);
  if (declared !== null && chinese.test(declared)) return national;
  // UTF-8 with a few damaged bytes (a cut end, a spliced template) still beats reading all of it as GB18030.
  const lossy = utf8.decode(bytes);
  const wrong = count(lossy, '\ufffd');
  const wide8 = (bytes.length - lossy.length) / 2;
  return wrong * 20 < wide8 ? lossy : national;
};
