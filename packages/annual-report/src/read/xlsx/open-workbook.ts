import { ReadError } from '../../problem.ts';
import { type OfficePackage, openPackage } from '../office/open-package.ts';
import type { Limits } from '../options.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSheet, type Sheet } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { readSharedStrings } from './shared-strings.ts';

/** A workbook with its visible sheets; none is read before it is asked for. */
export interface OpenWorkbook {
  readonly file: OfficePackage;
  readonly sheets: readonly {
    readonly name: string;
    /** Null where the file lacks the part; `cells` is how many cells it may have. */
    readonly read: (cells: number) => Sheet | null;
  }[];
}

/** Opens an XLSX workbook. Throws as `openPackage` does, and `file.damaged` where it has no workbook part. */
export const openWorkbook = (bytes: Uint8Array, limits: Limits): OpenWorkbook => {
  const file = openPackage(bytes, limits);
  const main =
    file.relationships('').find((one) => one.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = file.part(main);
  if (xml === null) throw new ReadError('file.damaged', { detail: '缺少工作簿 workbook.xml' });
  const related = file.relationships(main);
  const relatedPart = (kind: string): string | null => {
    const found = related.find((one) => one.kind === kind);
    return found === undefined ? null : file.part(found.target);
  };
  const { sheets, from1904 } = readWorkbook(file, main, xml, limits);
  const strings = readSharedStrings(relatedPart('sharedStrings'), limits);
  const formats = readNumberFormats(relatedPart('styles'), limits);
  return {
    file,
    sheets: sheets.map(({ name, part }) => ({
      name,
      read: (cells) => {
        const sheetXml = file.part(part);
        if (sheetXml === null) return null;
        return readSheet(sheetXml, { strings, formats, from1904, limits: { ...limits, cells } });
      },
    })),
  };
};
