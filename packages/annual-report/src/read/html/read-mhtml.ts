import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { defaultLimits } from '../options.ts';
import type { Source } from '../source.ts';
import { declaredCharset, decodeText } from '../text/decode-text.ts';
import { readHtml } from './read-html.ts';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** Latin-1: one character a byte. */
  readonly body: string;
}

/** RFC 5322 header lines, folded ones put together; names in lower case. */
const parsePart = (text: string): Part => {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = gap ? text.slice(0, gap.index) : text;
  const body = gap ? text.slice(gap.index + gap[0].length) : '';
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
};

/** RFC 2045, 6.7: blanks before a soft line break are text (`<td =\n colspan`), those behind its `=` are padding. */
const decodeQuotedPrintable = (text: string): Uint8Array =>
  Buffer.from(
    text
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const bodyBytes = ({ headers, body }: Part): Uint8Array => {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(body);
  return Buffer.from(body, 'latin1');
};

const parameter = (value: string | undefined, name: string): string | null =>
  new RegExp(`${name}\\s*=\\s*(?:"([^"]+)"|([^;\\s]+))`, 'i')
    .exec(value ?? '')
    ?.slice(1)
    .find(Boolean) ?? null;

/** The first part of type text/html, however deep. */
const findPage = (part: Part, depth: number, deepest: number): Part | null => {
  if (depth > deepest) throw new ReadError('file.hostile', { detail: '邮件结构嵌套过深' });
  const type = part.headers.get('content-type') ?? '';
  if (/^text\/html/i.test(type)) return part;
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null) return null;
  for (const piece of `\n${part.body}`.split(`\n--${boundary}`).slice(1)) {
    if (piece.startsWith('--')) break;
    const found = findPage(parsePart(piece.replace(/^\r?\n/, '')), depth + 1, deepest);
    if (found) return found;
  }
  return null;
};

/**
 * A web archive (MHTML, RFC 2557): what “save as single file” and Word's “single file web page” write, often
 * under the name .doc. Only the page itself is read.
 *
 * @throws ReadError `file.damaged` where it holds no page, and all that `readHtml` throws
 */
export const readMhtml = (bytes: Uint8Array, limits: Limits = defaultLimits): Source => {
  if (bytes.length === 0) throw new ReadError('file.empty');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const page = findPage(parsePart(text.replace(/^\s+/, '')), 0, 16);
  if (page === null) throw new ReadError('file.damaged', { detail: '网页归档里没有网页' });
  const content = bodyBytes(page);
  return readHtml(
    decodeText(content, parameter(page.headers.get('content-type'), 'charset') ?? declaredCharset(content)),
    limits,
  );
};
