import { fileTypeFromBuffer } from 'file-type';

/** So much of a file's beginning is looked at. */
export const sniffedBytes = 256 * 1024;

const unknown = 'application/octet-stream';

/** 版式文档 OFD (GB/T 33190) is a ZIP with this entry; file-type doesn't know it. */
const ofdEntry = Buffer.from('OFD.xml');

/** What a directory of the old Office container (CFB) names; UTF-16 there. */
const officeStreams: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('WordDocument', 'utf16le'), 'application/msword'],
  [Buffer.from('Workbook', 'utf16le'), 'application/vnd.ms-excel'],
  [Buffer.from('PowerPoint Document', 'utf16le'), 'application/vnd.ms-powerpoint'],
];

const zipEntries: readonly (readonly [Buffer, string])[] = [
  [
    Buffer.from('word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [Buffer.from('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [
    Buffer.from('ppt/presentation.xml'),
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ],
  [ofdEntry, 'application/ofd'],
];

const decodes = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    // `stream`: a character that the cut splits at the end is no fault.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
};

/** Characters that no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

const textType = (head: Buffer): string => {
  const text = decodes(head, 'utf-8') ?? decodes(head, 'gb18030');
  if (text === null || controls.test(text)) return unknown;
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 1000)
    .toLowerCase();
  if (/<(!doctype html|html|head|body|script|iframe)[\s>]/.test(start)) return 'text/html';
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml';
  if (start.startsWith('<?xml')) return 'application/xml';
  return 'text/plain';
};

/**
 * The media type by what the bytes are; the name isn't asked. `application/octet-stream` where they are nothing
 * that is known.
 *
 * @param head the file's first `sniffedBytes`, or all of a shorter file
 */
export const sniffMediaType = async (head: Buffer): Promise<string> => {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found?.mime === 'application/zip')
    return zipEntries.find(([entry]) => head.includes(entry))?.[1] ?? found.mime;
  if (found?.mime === 'application/x-cfb')
    return officeStreams.find(([stream]) => head.includes(stream))?.[1] ?? found.mime;
  // XML is looked at more closely below: a page or a drawing may begin as such.
  if (found && found.mime !== 'application/xml') return found.mime;
  return textType(head);
};
