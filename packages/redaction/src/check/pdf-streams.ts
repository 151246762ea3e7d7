import { constants, inflateRawSync, inflateSync } from 'node:zlib';

/** A stream of a PDF, as stored and after each of its filters. */
export interface PdfStream {
  readonly layers: readonly Uint8Array[];
  readonly image: boolean;
  /** False where a filter could not be undone. */
  readonly whole: boolean;
}

/** More than any page's picture unpacks to. */
const mostBytes = 256 * 1024 * 1024;

/**
 * All streams of a PDF, found by their keywords and not by its tables, so that one that no table names is
 * found too; and what stands outside of them.
 */
export const pdfStreams = (
  bytes: Uint8Array,
): { readonly outside: Uint8Array; readonly streams: readonly PdfStream[] } => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const outside: Buffer[] = [];
  const streams: PdfStream[] = [];
  let from = 0;
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', from)) {
    const head = buffer.subarray(from, at);
    const start = at + 6 + (buffer[at + 6] === 13 ? 1 : 0) + 1;
    const dictionary = head.subarray(Math.max(0, head.lastIndexOf(' obj'))).toString('latin1');
    const stated = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const agrees = buffer.subarray(start + stated, start + stated + 12).includes('endstream');
    const found = agrees ? start + stated : buffer.indexOf('endstream', start);
    const end = found === -1 ? buffer.length : found;
    outside.push(head);
    streams.push(unpack(buffer.subarray(start, end), dictionary));
    from = Math.min(buffer.length, buffer.indexOf('endstream', end) + 9);
    if (found === -1) break;
  }
  outside.push(buffer.subarray(from));
  return { outside: Buffer.concat(outside), streams };
};

const unpack = (data: Buffer, dictionary: string): PdfStream => {
  const layers: Uint8Array[] = [data];
  let whole = true;
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? '';
  for (const [, name = ''] of filters.matchAll(/\/(\w+)/g)) {
    // The codecs of pictures: what they yield are samples.
    if (/^(?:DCT|DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode|CCF)$/.test(name)) break;
    const next = undo(name, layers.at(-1)!);
    if (next === null) {
      whole = false;
      break;
    }
    layers.push(next);
  }
  return { layers, image: /\/Subtype\s*\/Image\b/.test(dictionary), whole };
};

const undo = (filter: string, data: Uint8Array): Uint8Array | null => {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflate(data);
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(
        latin(data)
          .replace(/>[\s\S]*$/, '')
          .replaceAll(/\s/g, ''),
        'hex',
      );
    case 'ASCII85Decode':
    case 'A85':
      return fromBase85(latin(data));
    default:
      return null;
  }
};

const latin = (data: Uint8Array): string =>
  Buffer.from(data.buffer, data.byteOffset, data.length).toString('latin1');

/** As much as there is: a stream that breaks off shows what it has. */
const inflate = (data: Uint8Array): Uint8Array | null => {
  const options = { maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return inflateSync(data, options);
  } catch {
    try {
      return inflateRawSync(data.subarray(2), options);
    } catch {
      return null;
    }
  }
};

/** ISO 32000-1, 7.4.3: five signs for four bytes, z for four zeros. */
const fromBase85 = (text: string): Uint8Array => {
  const signs = text
    .replace(/~>[\s\S]*$/, '')
    .replaceAll(/\s/g, '')
    .replaceAll('z', '!!!!!');
  const out: number[] = [];
  for (let at = 0; at < signs.length; at += 5) {
    const group = signs.slice(at, at + 5);
    let value = 0;
    for (const sign of group.padEnd(5, 'u')) value = value * 85 + (sign.charCodeAt(0) - 33);
    for (let byte = 0; byte < group.length - 1; byte++) out.push(Math.floor(value / 256 ** (3 - byte)) & 255);
  }
  return Uint8Array.from(out);
};
