import * as doc from './doc.ts';
import * as docx from './docx.ts';
import * as html from './html.ts';
import type { Layout } from './layout.ts';
import { markdown, markdownWithHtml } from './markdown.ts';
import * as ofd from './ofd.ts';
import * as pdf from './pdf.ts';
import { rtfCodePage, rtfUnicode } from './rtf.ts';
import { scan200, scan300 } from './scan.ts';
import { spacedColumns } from './text-columns.ts';
import { fused, unlabelledRows } from './text-fused.ts';
import { cellLines, cellLinesNoBlanks, numberLines } from './text-lines.ts';
import * as rows from './text-rows.ts';
import * as xlsx from './xlsx.ts';

/** Every layout, in the order of the tables that score-run.ts prints. */
export const layouts: readonly Layout[] = [
  cellLines,
  cellLinesNoBlanks,
  numberLines,
  rows.tabRowsPadded,
  rows.tabRows,
  rows.tabRowsTrimmed,
  rows.pipeRowsPadded,
  rows.pipeRows,
  rows.spaceRows,
  spacedColumns,
  unlabelledRows,
  fused,
  markdown,
  markdownWithHtml,
  html.htmlUtf8,
  html.htmlNoMeta,
  html.htmlGbk,
  html.htmlGb18030NoMeta,
  html.htmlWrongMeta,
  html.htmlUtf16,
  html.htmlUtf16BigEndian,
  html.htmlSite,
  html.htmlWord,
  html.htmlRowTables,
  html.htmlParagraphs,
  html.mhtml,
  docx.docxPlain,
  docx.docxStored,
  docx.docxNumbered,
  docx.docxTracked,
  docx.docxAlternate,
  docx.docxNested,
  doc.docPlain,
  doc.docPieces,
  doc.docHugePapx,
  rtfUnicode,
  rtfCodePage,
  xlsx.xlsxOneSheet,
  xlsx.xlsxAbsentCells,
  xlsx.xlsxSheetPerTable,
  ofd.ofdPlain,
  ofd.ofdGrouped,
  ofd.ofdMatrix,
  pdf.pdfRuled,
  pdf.pdfRepeatedHead,
  pdf.pdfLandscape,
  pdf.pdfUnruled,
  scan300,
  scan200,
];

export const getLayout = (name: string): Layout => {
  const layout = layouts.find((candidate) => candidate.name === name);
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout;
};
