import { pressFor } from '../write/pdf/press.ts';
import type { Sheet } from './sheet.ts';
import { sheetProgram } from './sheet-program.ts';

/** 〓 stands in Chinese typesetting for a character that the fonts don't have. */
const missing = '〓';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no paper shows is left out
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What can be printed of a text; the second element says whether something had to be stood in for. */
const printable = (text: string, covers: (codePoint: number) => boolean): string =>
  [...text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(unseen, '')]
    .map((sign) => (/\s/u.test(sign) || covers(sign.codePointAt(0)!) ? sign : missing))
    .join('');

/**
 * A sheet as PDF. The same sheet gives the same bytes. Where the fonts lack a character (rare ones of names) 〓
 * stands in its place and a note at the end says so: an archive must not fail for a name.
 *
 * @param fonts as `writePdf` wants them
 */
export const writeSheet = async (sheet: Sheet, fonts: readonly Uint8Array[]): Promise<Uint8Array> => {
  const press = pressFor(fonts);
  const text = JSON.stringify(sheet, (_, value) =>
    typeof value === 'string' ? printable(value, press.covers) : value,
  );
  const shown = JSON.parse(text) as Sheet;
  const isShort = text.includes(missing) && !JSON.stringify(sheet).includes(missing);
  const note = { kind: 'note', text: '〓：字库中没有的字，以系统中的电子记录为准。' } as const;
  return press.print(sheetProgram, isShort ? { ...shown, blocks: [...shown.blocks, note] } : shown);
};
