import type { Sheet } from '@gongkai/reply-document';
import type { ArchiveDocument } from './archive-item.ts';
import { bindPdf, type PartToBind } from './bind-pdf.ts';
import type { Dossier } from './dossier.ts';
import { readWhole } from './measure-items.ts';
import { press } from './press.ts';

/** A document with the number of its first page in the case (页号); null where it isn't bound. */
export interface NumberedDocument extends ArchiveDocument {
  readonly firstPage: number | null;
}

/** 页号: pages are counted through the case, documents that can't be bound left out. */
export const numberPages = (
  documents: readonly ArchiveDocument[],
  damaged: readonly ArchiveDocument[],
): readonly NumberedDocument[] => {
  const lost = new Set(damaged.map(({ key }) => key));
  let next = 1;
  return documents.map((document) => {
    if (document.pages === null || lost.has(document.key)) return { ...document, firstPage: null };
    const firstPage = next;
    next += document.pages;
    return { ...document, firstPage };
  });
};

/** 3-5, or 3; empty where it isn't bound. */
export const pageRange = ({ firstPage, pages }: NumberedDocument): string => {
  if (firstPage === null || pages === null) return '';
  return pages === 1 ? String(firstPage) : `${firstPage}-${firstPage + pages - 1}`;
};

const pdf = 'application/pdf';

/** Stands in for pages that could be counted and yet not be taken out, so that every page number stays right. */
const missingSheet = (organ: string, { title, path, pages }: ArchiveDocument): Sheet => ({
  kind: 'form',
  organ,
  title: '本件未能装订',
  number: null,
  blocks: [
    {
      kind: 'text',
      text: `“${title}”共 ${pages} 页，文件有损坏或者特殊结构，未能装订成页。原件见案卷包中的“${path}”。`,
    },
  ],
});

const bindDocument = async (
  { open, record }: Dossier,
  document: NumberedDocument,
  first: number,
): ReturnType<PartToBind['bind']> => {
  const lane = record.found.row.id;
  const stampFrom = document.firstPage;
  const bytes = await readWhole(await open(document));
  try {
    const part = await press('part', { bytes, mediaType: document.mediaType, first, stampFrom }, lane);
    if (part.pages.length === document.pages) return part;
  } catch {
    // What hostile or broken files come to is said on the page that stands in for them.
  }
  const sheet = await press('sheet', { sheet: missingSheet(record.agencyName, document) }, lane);
  const stand = await press('part', { bytes: sheet.bytes, mediaType: pdf, first, stampFrom }, lane);
  return { ...stand, pages: Array.from({ length: document.pages! }, () => stand.pages[0]!) };
};

/**
 * Binds a case into one PDF: the front sheets without page numbers, then every document that has pages, in order. A
 * stream; the same case gives the same bytes.
 */
export const bindCase = (
  dossier: Dossier,
  title: string,
  front: readonly Sheet[],
  documents: readonly NumberedDocument[],
): AsyncGenerator<Uint8Array> => {
  const lane = dossier.record.found.row.id;
  const sheets = front.map(
    (sheet): PartToBind => ({
      title: sheet.title,
      bind: async (first) => {
        const { bytes } = await press('sheet', { sheet }, lane);
        return press('part', { bytes, mediaType: pdf, first, stampFrom: null }, lane);
      },
    }),
  );
  const bound = documents
    .filter(({ firstPage }) => firstPage !== null)
    .map(
      (document): PartToBind => ({
        title: `${document.serial}. ${document.title}`,
        bind: (first) => bindDocument(dossier, document, first),
      }),
    );
  return bindPdf(title, [...sheets, ...bound]);
};
