import { createHash } from 'node:crypto';
import { type BoundPart, boundObjects } from './bind-part.ts';

/** One document to be bound: its title for the outline, and its pages, made when the numbers before are known. */
export interface PartToBind {
  readonly title: string;
  readonly bind: (firstObject: number) => Promise<BoundPart>;
}

const utf16 = (text: string): string => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex')}>`;
};

/**
 * Binds documents into one PDF, as a stream: only one document is in memory at a time, however many there are. The
 * same documents give the same bytes. With an outline (书签) by their titles.
 */
export async function* bindPdf(
  title: string,
  parts: AsyncIterable<PartToBind> | Iterable<PartToBind>,
): AsyncGenerator<Uint8Array> {
  const places = new Map<number, number>();
  const hash = createHash('sha256');
  let length = 0;
  const latin = (text: string): Uint8Array => {
    const bytes = Buffer.from(text, 'latin1');
    length += bytes.length;
    hash.update(bytes);
    return bytes;
  };
  const object = (number: number, text: string): Uint8Array => {
    places.set(number, length);
    return latin(`${number} 0 obj\n${text}\nendobj\n`);
  };

  yield latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');
  yield object(boundObjects.font, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  yield object(boundObjects.before, '<</Length 2>>\nstream\nq\n\nendstream');
  const pages: number[] = [];
  const marks: { readonly title: string; readonly page: number }[] = [];
  let next: number = boundObjects.first;
  for await (const part of parts) {
    const { bytes, offsets, pages: own } = await part.bind(next);
    for (const [index, offset] of offsets.entries()) places.set(next + index, length + offset);
    next += offsets.length;
    length += bytes.length;
    hash.update(bytes);
    if (own[0] !== undefined) marks.push({ title: part.title, page: own[0] });
    pages.push(...own);
    yield bytes;
  }
  for (const [index, mark] of marks.entries()) {
    const number = next + index;
    const before = index > 0 ? `/Prev ${number - 1} 0 R` : '';
    const after = index + 1 < marks.length ? `/Next ${number + 1} 0 R` : '';
    yield object(
      number,
      `<</Title ${utf16(mark.title)}/Parent ${boundObjects.outlines} 0 R/Dest[${mark.page} 0 R/Fit]${before}${after}>>`,
    );
  }
  yield object(
    boundObjects.outlines,
    marks.length === 0
      ? '<</Type/Outlines/Count 0>>'
      : `<</Type/Outlines/Count ${marks.length}/First ${next} 0 R/Last ${next + marks.length - 1} 0 R>>`,
  );
  const information = next + marks.length;
  yield object(information, `<</Title ${utf16(title)}>>`);
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  yield object(boundObjects.pages, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  yield object(
    boundObjects.catalog,
    `<</Type/Catalog/Pages ${boundObjects.pages} 0 R/Outlines ${boundObjects.outlines} 0 R/PageMode/UseOutlines/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>`,
  );
  const start = length;
  const id = hash.copy().digest('hex').slice(0, 32);
  const rows = Array.from(
    { length: information },
    (_, index) => `${String(places.get(index + 1)!).padStart(10, '0')} 00000 n \n`,
  ).join('');
  yield latin(`xref\n0 ${information + 1}\n0000000000 65535 f \n${rows}`);
  yield latin(
    `trailer\n<</Size ${information + 1}/Root ${boundObjects.catalog} 0 R/Info ${information} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${start}\n%%EOF\n`,
  );
}
