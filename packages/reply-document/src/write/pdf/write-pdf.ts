import { setImmediate as turn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReplyDocument } from '../../document.ts';
import { letterheadSize } from '../letterhead-size.ts';
import { printDocument } from '../printed-document.ts';
import { writeText } from '../write-text.ts';
import { type Coverage, fontCoverage } from './font-coverage.ts';
import { typstProgram } from './typst-program.ts';

/** Results of layouts that this many later documents did not use are dropped, so that memory stays flat. */
const keptGenerations = 2;

interface Press {
  readonly compiler: NodeCompiler;
  readonly covers: Coverage;
}

/** Opening a compiler reads the fonts (0.2 s), so it is kept as long as the fonts are. */
const presses = new WeakMap<readonly Uint8Array[], Press>();

const pressFor = (fonts: readonly Uint8Array[]): Press => {
  const kept = presses.get(fonts);
  if (kept) return kept;
  const fontBlobs = fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  const coverages = fonts.map(fontCoverage);
  const made = {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }),
    covers: (codePoint: number) => coverages.length > 0 && coverages.every((covers) => covers(codePoint)),
  };
  presses.set(fonts, made);
  return made;
};

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
  const { compiler } = pressFor(fonts);
  const unprintable = fonts.length === 0 ? [] : unprintableIn(document, fonts);
  if (unprintable.length > 0)
    throw new Error(
      `PDF 排版失败：字体中没有“${unprintable.join('')}”，印出来会是空框。请改用 DOCX，或者核对这些字是否输错。`,
    );
  const printed = printDocument(document);
  const input = { ...printed, letterheadSize: letterheadSize(printed.letterhead) };
  const result = compiler.compile({
    mainFileContent: typstProgram,
    inputs: { document: JSON.stringify(input) },
  });
  const said = result.hasError() ? result.takeError() : result.takeWarnings();
  const messages = said === null ? [] : said.shortDiagnostics.map(messageOf);
  if (result.result === null || messages.some((message) => message.includes('font'))) {
    throw new Error(`PDF 排版失败（请确认提供了 Noto Serif SC 的常规和粗体字体）：${messages.join('；')}`);
  }
  const pdf = compiler.pdf(result.result);
  compiler.evictCache(keptGenerations);
  // Node frees the compiler's documents between turns of the event loop only.
  await turn();
  return pdf;
};

const messageOf = (diagnostic: unknown): string =>
  typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
    ? String(diagnostic.message)
    : String(diagnostic);
