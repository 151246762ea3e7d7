import { setImmediate as turn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReplyDocument } from '../../document.ts';
import { letterheadSize } from '../letterhead-size.ts';
import { printDocument } from '../printed-document.ts';
import { typstProgram } from './typst-program.ts';

/** Results of layouts that this many later documents did not use are dropped, so that memory stays flat. */
const keptGenerations = 2;

/** Opening a compiler reads the fonts (0.2 s), so it is kept as long as the fonts are. */
const compilers = new WeakMap<readonly Uint8Array[], NodeCompiler>();

const compilerFor = (fonts: readonly Uint8Array[]): NodeCompiler => {
  const kept = compilers.get(fonts);
  if (kept) return kept;
  const fontBlobs = fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  const made = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  compilers.set(fonts, made);
  return made;
};

/**
 * A tagged PDF, set by Typst. The same document gives the same bytes.
 *
 * @param fonts Noto Serif SC, regular and bold, as the bytes of font files. Hand in the same array every
 *   time: the compiler is kept with it. Fonts of the system are not used. Throws where Noto Serif SC is
 *   not among them: Typst itself would take another font without a word.
 */
export const writePdf = async (
  document: ReplyDocument,
  fonts: readonly Uint8Array[],
): Promise<Uint8Array> => {
  const compiler = compilerFor(fonts);
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
