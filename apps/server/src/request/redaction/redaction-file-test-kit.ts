import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { encodePng } from '@gongkai/report-worker';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);
const font = join(
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  '400Regular/NotoSerifSC_400Regular.ttf',
);
let compiler: NodeCompiler | undefined;

/** A PDF of real text, set by Typst from its markup. */
export const setPdf = (markup: string): Uint8Array => {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] });
  const { result } = compiler.compile({
    mainFileContent: `#set text(font: "Noto Serif SC", lang: "zh", size: 12pt)\n${markup}`,
  });
  if (result === null) throw new Error(`does not compile: ${markup}`);
  return compiler.pdf(result);
};

/** A picture of a slope of greys. */
export const drawnPng = (width: number, height: number): Uint8Array => {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 1) rgba[at] = at % 4 === 3 ? 255 : (at >> 4) % 256;
  return encodePng({ width, height, rgba });
};
