import type { ArchiveRecord } from './archive-record.ts';
import type { NumberedDocument } from './bound-case.ts';
import { pageRange } from './bound-case.ts';

/** A cell of a CSV that no spreadsheet takes for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The catalogue for spreadsheets; begins with the mark by which they know UTF-8. */
export const catalogueCsv = (documents: readonly NumberedDocument[]): string =>
  `\ufeff${[
    ['顺序号', '文号', '责任者', '题名', '日期', '页号', '文件名', '字节数', 'SHA-256'],
    ...documents.map((document) => [
      String(document.serial),
      document.number ?? '',
      document.author,
      document.title,
      document.date,
      pageRange(document),
      document.path,
      String(document.size),
      document.sha256,
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;

/** The catalogue for programs. Nothing in it hangs on when it was made. */
export const catalogueJson = (
  record: ArchiveRecord,
  documents: readonly NumberedDocument[],
  damaged: readonly string[],
): string =>
  `${JSON.stringify(
    {
      format: 'gongkai-archive',
      version: 1,
      agency: record.agencyName,
      number: record.found.row.number,
      outcome: record.found.row.outcome,
      asOf: record.asOf,
      documents: documents.map(
        ({
          serial,
          title,
          number,
          author,
          date,
          pages,
          firstPage,
          path,
          mediaType,
          size,
          sha256,
          isLater,
        }) => ({
          serial,
          title,
          number,
          author,
          date,
          pages,
          firstPage,
          path,
          mediaType,
          size,
          sha256,
          addedAfterArchiving: isLater,
        }),
      ),
      missing: damaged,
    },
    null,
    2,
  )}\n`;

/** For `sha256sum -c`. */
export const hashList = (files: readonly { readonly path: string; readonly sha256: string }[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
