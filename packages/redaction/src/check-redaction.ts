import { type PdfEngine, type Recognise, renderPage } from '@gongkai/annual-report';
import { bytesFinder, patternsOf } from './check/byte-patterns.ts';
import { pdfStreams } from './check/pdf-streams.ts';
import { squeeze, stringsOf } from './check/pdf-strings.ts';
import { pngParts } from './check/png-parts.ts';
import { readPages } from './read-pages.ts';

/** Where something is left. */
export type RemainPlace = 'text' | 'bytes' | 'stream' | 'picture' | 'structure';

export interface Remain {
  readonly place: RemainPlace;
  /** Index of the word among those that were looked for; null for a part of the file that must not be there. */
  readonly word: number | null;
  /** Plain Chinese: which page or which part of the file. Never the word itself. */
  readonly where: string;
}

export interface RedactionCheck {
  readonly clean: boolean;
  readonly remains: readonly Remain[];
}

export interface CheckOptions {
  /** Where recognition (文字识别) is there, the pages are read as a person reads them, too. */
  readonly recognise?: Recognise;
}

/**
 * Looks whether a redacted file (PDF or PNG) is clean (条例第三十七条: what must not be disclosed is not
 * given). Searches the text of every page, all bytes, every stream unpacked, each in the usual encodings,
 * also as hexadecimal; names parts that hold more than pictures (fonts, attachments, metadata …); and, with
 * `recognise`, searches the pictures.
 *
 * @param words what was blacked out, as written; white space and width of letters don't matter. Words of one
 *   character are looked for in texts only: among the bytes of a picture any two stand somewhere.
 * @throws ReadError where the file can't be read.
 */
export const checkRedaction = (
  engine: PdfEngine,
  bytes: Uint8Array,
  words: readonly string[],
  { recognise }: CheckOptions = {},
): RedactionCheck => {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const remains = [
    ...(isPng ? inPng(bytes, words) : inPdf(engine, bytes, words)),
    ...(recognise === undefined ? [] : inPictures(engine, bytes, words, recognise, isPng)),
  ];
  return { clean: remains.length === 0, remains };
};

/** Which of the words stand in a text. */
const wordsIn = (text: string, words: readonly string[]): readonly number[] => {
  const squeezed = squeeze(text);
  return words.flatMap((word, index) => {
    const wanted = squeeze(word);
    return wanted !== '' && squeezed.includes(wanted) ? [index] : [];
  });
};

const inPdf = (engine: PdfEngine, bytes: Uint8Array, words: readonly string[]): readonly Remain[] => {
  const remains: Remain[] = [];
  for (const { page, characters } of readPages(engine, bytes)) {
    const text = characters.map((character) => character.text).join('');
    for (const word of wordsIn(text, words))
      remains.push({ place: 'text', word, where: `第 ${page} 页的文字` });
    if (text !== '') remains.push({ place: 'structure', word: null, where: `第 ${page} 页有可以选中的文字` });
  }
  const findBytes = bytesFinder(words.map(patternsOf));
  const { outside, streams } = pdfStreams(bytes);
  for (const word of findBytes(bytes)) remains.push({ place: 'bytes', word, where: '文件的原始内容' });
  for (const word of wordsIn(stringsOf(outside), words))
    remains.push({ place: 'bytes', word, where: '文件的对象' });
  streams.forEach(({ layers, image, whole }, index) => {
    const where = `文件的第 ${index + 1} 个数据流`;
    const found = new Set(layers.flatMap((layer) => [...findBytes(layer)]));
    // A picture's samples are no strings.
    if (!image)
      for (const layer of layers) for (const word of wordsIn(stringsOf(layer), words)) found.add(word);
    for (const word of found) remains.push({ place: 'stream', word, where });
    if (!whole) remains.push({ place: 'structure', word: null, where: `${where}无法解开，没有查到` });
  });
  const parts = [outside, ...streams.filter(({ image }) => !image).flatMap(({ layers }) => layers)];
  return [...remains, ...foreignParts(parts)];
};

/** What a PDF of nothing but pictures doesn't have. */
const foreign: Readonly<Record<string, RegExp>> = {
  字体: /\/Font\b/,
  附件: /\/(?:EmbeddedFiles?|Filespec)\b/,
  批注或表单: /\/(?:Annots|AcroForm)\b/,
  元数据: /\/(?:Metadata|Info)\b/,
  图层: /\/(?:OCProperties|OCG)\b/,
  脚本或动作: /\/(?:JavaScript|JS|OpenAction|AA)\b/,
  书签或结构: /\/(?:Outlines|StructTreeRoot|PieceInfo|Thumb)\b/,
};

const foreignParts = (parts: readonly Uint8Array[]): readonly Remain[] => {
  const text = parts.map((part) => Buffer.from(part).toString('latin1')).join('\n');
  const found = Object.entries(foreign).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
  // Each saving that is added to a file ends like this, and leaves the one before as it was.
  if ((text.match(/startxref/g) ?? []).length > 1) found.push('以前保存的版本');
  return found.map((name) => ({ place: 'structure', word: null, where: `文件里有${name}` }));
};

const inPng = (bytes: Uint8Array, words: readonly string[]): readonly Remain[] => {
  const findBytes = bytesFinder(words.map(patternsOf));
  const { chunks, pixels, after } = pngParts(bytes);
  const extra = chunks.filter((kind) => !['IHDR', 'IDAT', 'IEND', 'PLTE'].includes(kind));
  return [
    ...[...findBytes(bytes)].map((word): Remain => ({ place: 'bytes', word, where: '文件的原始内容' })),
    ...[...findBytes(pixels)].map((word): Remain => ({ place: 'stream', word, where: '图片的像素数据' })),
    ...extra.map(
      (kind): Remain => ({ place: 'structure', word: null, where: `图片里有附加信息（${kind}）` }),
    ),
    ...(after ? [{ place: 'structure', word: null, where: '图片结束之后还有内容' } as const] : []),
  ];
};

/** What recognition is asked with; as the pages are printed. */
const resolution = 200;

const inPictures = (
  engine: PdfEngine,
  bytes: Uint8Array,
  words: readonly string[],
  recognise: Recognise,
  isPng: boolean,
): readonly Remain[] => {
  const pages = isPng ? 1 : readPages(engine, bytes).length;
  return Array.from({ length: pages }, (_, index) => index + 1).flatMap((page): readonly Remain[] => {
    const { width, height, rgba } = renderPage(engine, bytes, page, resolution);
    const pixels = new Uint8Array(width * height);
    for (let at = 0; at < pixels.length; at++)
      pixels[at] = (rgba[at * 4]! * 77 + rgba[at * 4 + 1]! * 150 + rgba[at * 4 + 2]! * 29) >> 8;
    const found = recognise({ page, width, height, pixels, resolution });
    if (found === null) return [{ place: 'structure', word: null, where: `第 ${page} 页没有识别，没有查到` }];
    return wordsIn(found.map(({ text }) => text).join(''), words).map((word) => ({
      place: 'picture',
      word,
      where: `第 ${page} 页的图像`,
    }));
  });
};
