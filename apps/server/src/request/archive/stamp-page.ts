import type { FlatPdf } from './flat-pdf.ts';
import { dictionary, type PdfDictionary, type PdfValue, reference, token } from './pdf-value.ts';

/** The name under which a page finds the font of the archive's page numbers. */
const fontName = 'GongkaiPage';
const size = 11;
/** Helvetica's digits, in ems (ISO 32000-1, 9.6.2.2: one of the fonts that every reader has). */
const digitWidth = 0.556;
/** From the right and the upper edge, in points. */
const [fromRight, fromTop] = [34, 26];

/** What of a page is kept: what it shows. No annotations, actions or scripts: those of visible ones are drawn. */
const keptKeys = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit'];

const numbersOf = (flat: FlatPdf, value: PdfValue | undefined): readonly number[] | null => {
  const found = flat.resolve(value);
  if (found?.kind !== 'array' || found.items.length !== 4) return null;
  const numbers = found.items.map((item) => {
    const one = flat.resolve(item);
    return one?.kind === 'token' ? Number(one.text) : Number.NaN;
  });
  return numbers.every(Number.isFinite) ? numbers : null;
};

/** Left, bottom, right, top of what is shown. */
const shownBox = (flat: FlatPdf, page: PdfDictionary): readonly [number, number, number, number] => {
  const [a = 0, b = 0, c = 595, d = 842] =
    numbersOf(flat, page.entries.get('CropBox')) ?? numbersOf(flat, page.entries.get('MediaBox')) ?? [];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
};

const rotationOf = (flat: FlatPdf, page: PdfDictionary): number => {
  const value = flat.resolve(page.entries.get('Rotate'));
  const degrees = value?.kind === 'token' ? Number(value.text) : 0;
  return Number.isFinite(degrees) ? ((Math.round(degrees / 90) % 4) + 4) % 4 : 0;
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** The text matrix that puts a text upright to the upper right corner, however the page is turned. */
const placeFor = (
  [left, bottom, right, top]: readonly [number, number, number, number],
  turns: number,
  width: number,
): readonly number[] => {
  const across = turns % 2 === 0 ? right - left : top - bottom;
  const high = turns % 2 === 0 ? top - bottom : right - left;
  const [x, y] = [across - fromRight - width, high - fromTop];
  switch (turns) {
    case 1:
      return [0, 1, -1, 0, right - y, bottom + x];
    case 2:
      return [-1, 0, 0, -1, right - x, top - y];
    case 3:
      return [0, -1, 1, 0, left + y, top - x];
    default:
      return [1, 0, 0, 1, left + x, bottom + y];
  }
};

const asDictionary = (value: PdfValue | undefined): PdfDictionary =>
  value?.kind === 'dictionary' ? value : dictionary([]);

/**
 * A page as it is bound: what it shows, and its number in the case (页号) in the upper right corner. `before` and
 * `after` are the numbers of the streams that the caller writes around its content; null: no number is printed.
 */
export const stampPage = (
  flat: FlatPdf,
  page: PdfDictionary,
  number: number | null,
): {
  readonly page: PdfDictionary;
  readonly stamp: string | null;
  readonly contents: readonly PdfValue[];
} => {
  const entries = new Map<string, PdfValue>([['Type', token('/Page')]]);
  for (const key of keptKeys) {
    const value = page.entries.get(key);
    if (value) entries.set(key, value);
  }
  const resources = asDictionary(flat.resolve(page.entries.get('Resources')));
  const given = flat.resolve(page.entries.get('Contents'));
  const own = page.entries.get('Contents');
  const contents = given?.kind === 'array' ? given.items : own?.kind === 'reference' ? [own] : [];
  if (number === null) {
    entries.set('Resources', resources);
    return { page: dictionary(entries), stamp: null, contents };
  }
  const fonts = asDictionary(flat.resolve(resources.entries.get('Font')));
  entries.set(
    'Resources',
    dictionary([...resources.entries, ['Font', dictionary([...fonts.entries, [fontName, reference(-1)]])]]),
  );
  const width = String(number).length * size * digitWidth;
  const place = placeFor(shownBox(flat, page), rotationOf(flat, page), width).map(round).join(' ');
  return {
    page: dictionary(entries),
    stamp: `q 0 0 0 rg 0 Tr 0 Tc 0 Tw 100 Tz 0 Ts BT /${fontName} ${size} Tf ${place} Tm (${number}) Tj ET Q`,
    contents,
  };
};
