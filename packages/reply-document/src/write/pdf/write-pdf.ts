import type { ReplyDocument } from '../../document.ts';
import { letterheadSize } from '../letterhead-size.ts';
import { printDocument } from '../printed-document.ts';
import { writeText } from '../write-text.ts';
import { pressFor } from './press.ts';
import { typstProgram } from './typst-program.ts';

/**
 * The characters of a document for which the fonts have no sign, each once: rare ones of names. They would be
 * empty boxes in the PDF; Word finds them in other fonts.
 */
export const unprintableIn = (document: ReplyDocument, fonts: readonly Uint8Array[]): readonly string[] => {
  const { covers } = pressFor(fonts);
  const signs = new Set(writeText(document));
  return [...signs].filter((sign) => !/\s/u.test(sign) && !covers(sign.codePointAt(0)!));
};

/**
 * A tagged PDF, set by Typst. The same document gives the same bytes.
 *
 * @param fonts Noto Serif SC, regular and bold, as the bytes of font files. Hand in the same array every
 *   time: the compiler is kept with it. Fonts of the system are not used. Throws where Noto Serif SC is
 *   not among them: Typst itself would take another font without a word. Throws, too, where a character
 *   has no sign in them (`unprintableIn` asks beforehand).
 */
export const writePdf = async (
  document: ReplyDocument,
  fonts: readonly Uint8Array[],
): Promise<Uint8Array> => {
  const unprintable = fonts.length === 0 ? [] : unprintableIn(document, fonts);
  if (unprintable.length > 0)
    throw new Error(
      `PDF 排版失败：字体中没有“${unprintable.join('')}”，印出来会是空框。请改用 DOCX，或者核对这些字是否输错。`,
    );
  const printed = printDocument(document);
  return pressFor(fonts).print(typstProgram, {
    ...printed,
    letterheadSize: letterheadSize(printed.letterhead),
  });
};
