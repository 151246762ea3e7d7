/** Encodings of the code pages (\ansicpg) and font character sets (\fcharset) that RTF files are written in. */
const byCodePage: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

const byCharset: Readonly<Record<number, string>> = {
  134: 'gb18030',
  136: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
};

/** The encoding of text in a font of that character set; the file's own where the set says nothing. */
export const encodingOf = (charset: number | undefined, codePage: number): string =>
  byCharset[charset ?? 0] ?? byCodePage[codePage] ?? 'windows-1252';

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Decodes bytes that stand one a character in a string. */
export const decodeBytes = (bytes: string, encoding: string): string => {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(Buffer.from(bytes, 'latin1'));
};
