import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { cleanName } from '../../platform/clean-name.ts';
import type { Spine } from '../../platform/spine.ts';
import type { ArchiveDocument, ArchiveItem } from './archive-item.ts';
import { hasPages } from './bind-part.ts';
import { press } from './press.ts';

/** A document, and its bytes where they were made just now. */
export interface Measured {
  readonly document: ArchiveDocument;
  readonly bytes: Uint8Array | null;
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const endings: Readonly<Record<string, string>> = { 'application/pdf': '.pdf', [docx]: '.docx' };

/** `007-检索记录.pdf`: short enough for every system that it is unpacked on. */
export const pathOf = (serial: number, title: string, ending: string): string => {
  const name = cleanName(title.replaceAll(/[\\/:*?"<>|]/g, '_'));
  return `${String(serial).padStart(3, '0')}-${[...name].slice(0, 60).join('')}${ending}`;
};

const endingOf = (name: string): string => /\.[a-z\d]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';

const measured = (bytes: Uint8Array) => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  crc32: crc32(bytes),
});

export const readWhole = async (
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** Reads a stored file once; only what has pages is held whole, one at a time. Throws `BytesLost`. */
const measureFile = async (spine: Spine, fileId: string, mediaType: string, lane: string) => {
  const bytes = await spine.files.open(spine.db, fileId);
  if (hasPages(mediaType)) {
    const whole = await readWhole(bytes);
    const pages = await press('count', { bytes: whole, mediaType }, lane).catch(() => null);
    return { ...measured(whole), pages };
  }
  const hash = createHash('sha256');
  let [size, sum] = [0, 0];
  for await (const chunk of bytes) {
    hash.update(chunk);
    sum = crc32(chunk, sum);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex'), crc32: sum, pages: null };
};

/**
 * Makes what has to be made of a document, reads what is stored, and says how large it is, its sums and its pages.
 * Throws `BytesLost`.
 */
export const measureItem = async (
  spine: Spine,
  { source, ...item }: ArchiveItem,
  { serial, isLater, lane }: { readonly serial: number; readonly isLater: boolean; readonly lane: string },
): Promise<Measured> => {
  if (source.kind === 'file') {
    const path = pathOf(serial, item.title, endingOf(source.name));
    const { fileId, mediaType } = source;
    const sums = await measureFile(spine, fileId, mediaType, lane);
    return { document: { ...item, serial, isLater, path, mediaType, fileId, ...sums }, bytes: null };
  }
  const made =
    source.kind === 'sheet'
      ? await press('sheet', { sheet: source.sheet }, lane)
      : await press('letter', { document: source.document }, lane);
  const mediaType = made.pages === null ? docx : 'application/pdf';
  const path = pathOf(serial, item.title, endings[mediaType]!);
  const document = { ...item, serial, isLater, path, mediaType, fileId: null, pages: made.pages };
  return { document: { ...document, ...measured(made.bytes) }, bytes: made.bytes };
};
