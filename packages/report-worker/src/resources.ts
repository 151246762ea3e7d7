import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** PDFium compiled to WebAssembly, as the npm package ships it (4 MB). */
export const readPdfiumWasm = (): Uint8Array => readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));

/** Noto Serif SC (思源宋体, OFL) in the two weights that documents use; embedded as subsets. */
export const readFonts = (): readonly Uint8Array[] => {
  const folder = packageFolder('@expo-google-fonts/noto-serif-sc');
  return ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((file) =>
    readFileSync(join(folder, file)),
  );
};
