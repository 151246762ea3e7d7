import type { LetterDocument } from '@gongkai/contract';
import { unprintableIn, writeDocx, writePdf } from '@gongkai/reply-document';
import { readFonts } from '@gongkai/report-worker';
import { Refusal } from '../../platform/refusal.ts';

export const letterFormats = ['docx', 'pdf'] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** A letter as a file. */
export interface LetterFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const mediaTypes: Readonly<Record<LetterFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

let kept: readonly Uint8Array[] | undefined;
/** The fonts of papers for applicants: the same array each time, because the press is kept with it. */
export const paperFonts = (): readonly Uint8Array[] => {
  kept ??= readFonts();
  return kept;
};

const nameOf = ({ title, number }: LetterDocument): string =>
  number === null ? title : `${title}（${number}）`;

/**
 * Sets a letter in the official layout (GB/T 9704). Throws `Refusal` LETTER_UNPRINTABLE where a PDF would have empty
 * boxes for rare characters; Word finds them in other fonts.
 */
export const letterFile = async (document: LetterDocument, format: LetterFormat): Promise<LetterFile> => {
  const file = { name: `${nameOf(document)}.${format}`, mediaType: mediaTypes[format] };
  if (format === 'docx') return { ...file, bytes: await writeDocx(document) };
  const unprintable = unprintableIn(document, paperFonts());
  if (unprintable.length > 0)
    throw new Refusal(
      'invalid',
      'LETTER_UNPRINTABLE',
      `PDF 的字体里没有“${unprintable.join('')}”，印出来会是空框。请下载 DOCX，或者核对这些字是否输错。`,
    );
  return { ...file, bytes: await writePdf(document, paperFonts()) };
};
