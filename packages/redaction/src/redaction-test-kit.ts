import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openPdfEngine, type PdfEngine } from '@gongkai/annual-report';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);

export const openTestEngine = (): Promise<PdfEngine> =>
  openPdfEngine(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));

const font = join(
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  '400Regular/NotoSerifSC_400Regular.ttf',
);
let compiler: NodeCompiler | undefined;

/** Sets a document with Typst; `source` is Typst markup. */
export const setPdf = (source: string): Uint8Array => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] });
  const { result } = compiler.compile({
    mainFileContent: `#set text(font: "Noto Serif SC", lang: "zh", size: 12pt)\n${source}`,
  });
  if (result === null) throw new Error(`does not compile: ${source}`);
  return compiler.pdf(result);
};

/** Text as Typst takes it whatever is in it. */
export const verbatim = (text: string): string => `#${JSON.stringify(text)}`;
