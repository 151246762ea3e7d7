import { setImmediate as turn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Coverage, fontCoverage } from './font-coverage.ts';

/** Results of layouts that this many later documents did not use are dropped, so that memory stays flat. */
const keptGenerations = 2;

export interface Press {
  /** Whether every font has a sign for a character. */
  readonly covers: Coverage;
  /** Sets what a Typst program makes of its input, `sys.inputs.document`. Throws where Noto Serif SC is missing. */
  readonly print: (program: string, document: object) => Promise<Uint8Array>;
}

/** Opening a compiler reads the fonts (0.2 s), so it is kept as long as the fonts are. */
const presses = new WeakMap<readonly Uint8Array[], Press>();

/** The press over these fonts; the same array gives the same press. */
export const pressFor = (fonts: readonly Uint8Array[]): Press => {
  const kept = presses.get(fonts);
  if (kept) return kept;
  const fontBlobs = fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  const coverages = fonts.map(fontCoverage);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  const made: Press = {
    covers: (codePoint) => coverages.length > 0 && coverages.every((covers) => covers(codePoint)),
    print: async (program, document) => {
      const result = compiler.compile({
        mainFileContent: program,
        inputs: { document: JSON.stringify(document) },
      });
      const said = result.hasError() ? result.takeError() : result.takeWarnings();
      const messages = said === null ? [] : said.shortDiagnostics.map(messageOf);
      if (result.result === null || messages.some((message) => message.includes('font')))
        throw new Error(
          `PDF 排版失败（请确认提供了 Noto Serif SC 的常规和粗体字体）：${messages.join('；')}`,
        );
      const pdf = compiler.pdf(result.result);
      compiler.evictCache(keptGenerations);
      // Node frees the compiler's documents between turns of the event loop only.
      await turn();
      return pdf;
    },
  };
  presses.set(fonts, made);
  return made;
};

const messageOf = (diagnostic: unknown): string =>
  typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
    ? String(diagnostic.message)
    : String(diagnostic);
