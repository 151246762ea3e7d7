import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import type { FileFormat } from '../sniff-format.ts';
import { openZip } from '../zip/open-zip.ts';
import { openPicture } from './picture-pages.ts';

/** In pixels: a legible page of type is larger, a photograph of a meeting may be; strips and banners are longer. */
const [leastShort, leastLong, mostOblong] = [500, 700, 2.5];
const mostPictures = 200;

/**
 * The pictures inside a document that may show pages, in the order of the document as far as it tells: the
 * media of DOCX and XLSX, `data:` addresses of web pages, parts of web archives, pictures in DOC.
 */
export const embeddedPictures = (
  bytes: Uint8Array,
  format: FileFormat | null,
  limits: Limits,
): readonly Uint8Array[] => candidates(bytes, format, limits).filter(isPageLike);

const isPageLike = (bytes: Uint8Array): boolean => {
  try {
    const { width, height } = openPicture(bytes);
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return short >= leastShort && long >= leastLong && long <= mostOblong * short;
  } catch (error) {
    if (error instanceof ReadError) return false;
    throw error;
  }
};

const candidates = (bytes: Uint8Array, format: FileFormat | null, limits: Limits): readonly Uint8Array[] => {
  switch (format) {
    case 'docx':
    case 'xlsx':
      return media(bytes, limits);
    case 'html':
      return encoded(bytes, /data:image\/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]{1000,})/gi);
    case 'mhtml':
      return encoded(
        bytes,
        /content-type:\s*image\/(?:png|jpe?g)\b[^\n]*\r?\n(?:[^\r\n]+\r?\n){0,20}\r?\n([A-Za-z0-9+/=\r\n]{1000,})/gi,
      );
    case 'doc':
      return scattered(bytes);
    default:
      return [];
  }
};

const media = (bytes: Uint8Array, limits: Limits): readonly Uint8Array[] => {
  const zip = openZip(bytes, limits);
  const inOrder = new Intl.Collator('und', { numeric: true }).compare;
  return zip.entries
    .filter(({ name }) => /^(?:word|xl)\/media\/.*\.(?:png|jpe?g)$/i.test(name))
    .sort((a, b) => inOrder(a.name, b.name))
    .slice(0, mostPictures)
    .map((entry) => zip.read(entry));
};

const encoded = (bytes: Uint8Array, pattern: RegExp): readonly Uint8Array[] => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found: Uint8Array[] = [];
  for (const [, data = ''] of text.matchAll(pattern)) {
    found.push(Buffer.from(data, 'base64'));
    if (found.length >= mostPictures) break;
  }
  return found;
};

const starts: readonly Buffer[] = [
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
];

/**
 * DOC keeps pictures whole among other data (OfficeArtBlip, MS-ODRAW 2.2.23). Decoders stop at a picture's end;
 * one that is cut over sectors apart fails to decode.
 */
const scattered = (bytes: Uint8Array): readonly Uint8Array[] => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const offsets: number[] = [];
  for (const start of starts)
    for (
      let at = buffer.indexOf(start);
      at !== -1 && offsets.length < mostPictures;
      at = buffer.indexOf(start, at + 1000)
    )
      offsets.push(at);
  return offsets.sort((a, b) => a - b).map((at) => bytes.subarray(at));
};
