import { ReadError } from '../problem.ts';
import { pictureKind } from './image/picture.ts';
import { defaultLimits, type Limits } from './options.ts';
import type { SourceFormat } from './source.ts';
import { decodeText } from './text/decode-text.ts';
import { openZip } from './zip/open-zip.ts';

/**
 * What a file is by its content. Besides the formats of a `Source`: `mhtml` (web archive), `rtf`, `archive`
 * (a ZIP of other files), `xls` (the workbook of before 2007), `encrypted` (an office file under a password).
 */
export type FileFormat = SourceFormat | 'mhtml' | 'rtf' | 'archive' | 'xls' | 'encrypted';

/** Some downloads have a few bytes of rubbish before the real beginning; PDF readers allow 1,024. */
const junk = 1024;

const at = (bytes: Uint8Array, offset: number, ...values: readonly number[]): boolean =>
  values.every((value, index) => bytes[offset + index] === value);

const holds = (
  bytes: Uint8Array,
  text: string,
  encoding: 'latin1' | 'utf16le',
  within = bytes.length,
): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within)).includes(
    Buffer.from(text, encoding),
  );

/** The directory of an OLE compound file (MS-CFB) names its streams in UTF-16. */
const sniffCompound = (bytes: Uint8Array): FileFormat | null => {
  if (holds(bytes, 'EncryptedPackage', 'utf16le') || holds(bytes, 'EncryptionInfo', 'utf16le'))
    return 'encrypted';
  if (holds(bytes, 'WordDocument', 'utf16le')) return 'doc';
  if (holds(bytes, 'Workbook\0', 'utf16le') || holds(bytes, 'Book\0', 'utf16le')) return 'xls';
  return null;
};

const sniffZip = (bytes: Uint8Array, limits: Limits): FileFormat => {
  const { entries } = openZip(bytes, limits);
  for (const { name } of entries) {
    const lower = name.toLowerCase().replaceAll('\\', '/');
    if (lower === 'word/document.xml') return 'docx';
    if (lower === 'xl/workbook.xml') return 'xlsx';
    if (lower === 'ofd.xml') return 'ofd';
  }
  // Strict or renamed packages keep their parts elsewhere; their kind stands in the folder's name.
  if (entries.some(({ name }) => name === '[Content_Types].xml')) {
    if (entries.some(({ name }) => /^\/?word\//i.test(name))) return 'docx';
    if (entries.some(({ name }) => /^\/?xl\//i.test(name))) return 'xlsx';
  }
  return 'archive';
};

const htmlTag =
  /<(?:!doctype\s+html|html|head|body|table|div|p|meta|title|script|style|span|center|font|h[1-6]|tr|td|br)[\s>/]/i;
const blockHtml = /<(?:!doctype\s+html|html|body|table|div|p|tr|td)[\s>/]/gi;

const isHtml = (text: string): boolean => {
  const start = text.trimStart();
  if (
    /^<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|center|font|h\d|style|script)[\s>]/i.test(
      start,
    )
  )
    return true;
  if (start.startsWith('<?xml')) return /<(?:!doctype\s+html|html)[\s>]/i.test(start.slice(0, 2000));
  if (/^<!--/.test(start) && htmlTag.test(start)) return true;
  return (start.match(blockHtml)?.length ?? 0) >= 6 && !/^(?:#{1,6}[ \t]|[ \t]*\|)/m.test(start);
};

const isMhtml = (text: string): boolean =>
  /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:mime-version:|content-type:\s*multipart\/)/i.test(
    text.trimStart(),
  ) &&
  /^(?:from|subject|date|mime-version|content-type|message-id|snapshot-content-location|x-[\w-]+):/i.test(
    text.trimStart(),
  );

const isJson = (text: string): boolean => /^\s*\{\s*["}]/.test(text);

/** The row of dashes under the head of a pipe table, which plain text has no use for. */
const pipeTable = /^[ \t]*\|[ \t]*:?-{3,}:?[ \t]*\|/m;
const textual = 65_536;

/** Where to cut without cutting a UTF-8 character. */
const wholeCharacters = (bytes: Uint8Array, most: number): number => {
  let end = Math.min(bytes.length, most);
  while (end < bytes.length && end > most - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
};

const ending = (name: string | undefined): string =>
  /\.([a-z0-9]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';

const sniffText = (bytes: Uint8Array, name: string | undefined): FileFormat | null => {
  const head = decodeText(bytes.subarray(0, wholeCharacters(bytes, textual)));
  if (isMhtml(head)) return 'mhtml';
  const end = ending(name);
  const named = end === 'md' || end === 'markdown';
  // Markdown may be full of HTML tables; a web page begins with a tag.
  if (isHtml(head) && !(named && !/^\s*</.test(head))) return 'html';
  if (isJson(head)) return 'json';
  if (/^\s*<\?xml/.test(head)) return null;
  // Bytes that no text has mean a binary file of a kind unknown here.
  let control = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting them is the point
  for (const _ of head.matchAll(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)) control += 1;
  if (control * 50 > head.length) return null;
  if (named) return 'markdown';
  if (end === 'txt' || end === 'text') return 'text';
  return pipeTable.test(head) || (/^#{1,6}\s/m.test(head) && /<table[\s>]/i.test(head)) ? 'markdown' : 'text';
};

/**
 * Tells a file's format by its content: government sites serve HTML as .doc, DOCX as .doc, PDF as anything.
 * The name decides only between Markdown and plain text.
 *
 * @throws ReadError `file.damaged`, `file.hostile` from a broken ZIP directory
 */
export const sniffFormat = (
  bytes: Uint8Array,
  name?: string,
  limits: Limits = defaultLimits,
): FileFormat | null => {
  if (bytes.length === 0) throw new ReadError('file.empty');
  if (
    at(bytes, 0, 0x50, 0x4b, 0x03, 0x04) ||
    at(bytes, 0, 0x50, 0x4b, 0x05, 0x06) ||
    at(bytes, 0, 0x50, 0x4b, 0x07, 0x08)
  )
    return sniffZip(bytes, limits);
  if (at(bytes, 0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return sniffCompound(bytes);
  if (pictureKind(bytes) !== null) return 'image';
  if (holds(bytes, '%PDF-', 'latin1', junk)) return 'pdf';
  if (holds(bytes, '{\\rtf', 'latin1', 64)) return 'rtf';
  return sniffText(bytes, name);
};
