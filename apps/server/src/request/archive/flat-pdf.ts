import { PdfReader, type PdfValue } from './pdf-value.ts';

export interface PdfObject {
  readonly value: PdfValue;
  /** The bytes of a stream, as they are stored. */
  readonly stream: Uint8Array | null;
}

/** A PDF as PDFium writes it: every object by itself, one table of places, lengths of streams in their dictionaries. */
export interface FlatPdf {
  readonly object: (number: number) => PdfObject | null;
  /** What a reference stands for; other values as they are. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
  /** The objects of the pages, in order. */
  readonly pages: readonly number[];
}

const readPlaces = (text: string): ReadonlyMap<number, number> => {
  const from = text.lastIndexOf('startxref');
  const start = Number(
    text
      .slice(from + 9)
      .trim()
      .split(/\s/)[0],
  );
  if (from < 0 || !text.startsWith('xref', start)) throw new Error('a PDF without a table of places');
  const places = new Map<number, number>();
  const lines = text.slice(start + 4, text.indexOf('trailer', start)).split(/\r\n|\r|\n/);
  let number = 0;
  for (const line of lines) {
    const parts = line.trim().split(/\s+/);
    if (parts.length === 2) number = Number(parts[0]);
    if (parts.length !== 3) continue;
    if (parts[2] === 'n') places.set(number, Number(parts[0]));
    number += 1;
  }
  return places;
};

/** Reads a PDF that PDFium wrote. Throws where it isn't one. */
export const readFlatPdf = (bytes: Uint8Array): FlatPdf => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const places = readPlaces(text);
  const known = new Map<number, PdfObject>();
  const object = (number: number): PdfObject | null => {
    const kept = known.get(number);
    const place = places.get(number);
    if (kept || place === undefined) return kept ?? null;
    const reader = new PdfReader(text, place);
    reader.word();
    reader.skipWhite();
    reader.word();
    reader.skipWhite();
    reader.word();
    const value = reader.value();
    reader.skipWhite();
    let stream: Uint8Array | null = null;
    if (value.kind === 'dictionary' && text.startsWith('stream', reader.at)) {
      const start = reader.at + (text.startsWith('\r\n', reader.at + 6) ? 8 : 7);
      const length = value.entries.get('Length');
      if (length?.kind !== 'token') throw new Error('a stream of a PDF without its length');
      stream = bytes.subarray(start, start + Number(length.text));
    }
    const made = { value, stream };
    known.set(number, made);
    return made;
  };
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    value?.kind === 'reference' ? object(value.number)?.value : value;

  const pages: number[] = [];
  const walk = (number: number, depth: number): void => {
    const node = object(number)?.value;
    if (node?.kind !== 'dictionary' || depth > 50) return;
    const kids = resolve(node.entries.get('Kids'));
    if (kids?.kind !== 'array') {
      pages.push(number);
      return;
    }
    for (const kid of kids.items) if (kid.kind === 'reference') walk(kid.number, depth + 1);
  };
  const trailer = new PdfReader(text, text.lastIndexOf('trailer') + 7).value();
  const root = trailer.kind === 'dictionary' ? resolve(trailer.entries.get('Root')) : undefined;
  const top = root?.kind === 'dictionary' ? root.entries.get('Pages') : undefined;
  if (top?.kind === 'reference') walk(top.number, 0);
  return { object, resolve, pages };
};
