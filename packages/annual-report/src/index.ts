/** The annual report (政府信息公开工作年度报告): read from any file, checked, written in every format. Pure. */
export { type CheckAgenciesOptions, checkAgencies } from './check/check-agencies.ts';
export { checkReport } from './check/check-report.ts';
export { checkSeries, findSeries, type Series } from './check/check-series.ts';
export { checkYears } from './check/check-years.ts';
export { groupReports, type ReportGroup } from './check/group-reports.ts';
export { nameCell } from './check/name-cell.ts';
export {
  type CheckOptions,
  defaultCheckOptions,
  type Evidence,
  type Explanation,
  type Finding,
  type Quote,
  type RuleFamily,
  type RuleHead,
  ruleFamilies,
  type Severity,
  severities,
} from './check/rule.ts';
export { familyNames, severityWords } from './check/rule-words.ts';
export { rules } from './check/rules.ts';
export {
  type CellComparison,
  compareReports,
  type ParagraphComparison,
  type ReportComparison,
  type SectionComparison,
  type TextPiece,
} from './compare/compare-reports.ts';
export { compare, type Decimal, subtract, sum, toDecimal } from './decimal.ts';
export type { CellId, Column, Form, FormCell, FormId, Row, Table, TableId, Unit } from './form/form.ts';
export { tableIds } from './form/form.ts';
export {
  cellId,
  cellIndex,
  cellsOf,
  findCell,
  forms,
  getForm,
  getTable,
  isCellId,
  prescribedForm,
} from './form/forms.ts';
export { type PrintedCell, type PrintedRow, type PrintedTable, printedTables } from './form/printed-table.ts';
export { type Relation, relationsOf } from './form/relations.ts';
export { findingsToJson } from './json/findings-to-json.ts';
export { parseReportJson } from './json/parse-report-json.ts';
export { reportToJson } from './json/report-to-json.ts';
export type { Box, Place } from './place.ts';
export { type Problem, type ProblemCode, problem, problemCatalogue, ReadError } from './problem.ts';
export { openPicture, picturePages } from './read/image/picture-pages.ts';
export { type ArchivedFile, listReports } from './read/list-reports.ts';
export {
  defaultLimits,
  type Limits,
  type PageImage,
  type Recognise,
  type RecognisedWord,
} from './read/options.ts';
export { openPdfEngine, type PdfEngine, type Pdfium } from './read/pdf/engine.ts';
export { type Matrix, pageMatrix } from './read/pdf/page-matrix.ts';
export { released, withDocument, withPage } from './read/pdf/pdf-document.ts';
export { drawPage, type RenderedPage, renderPage } from './read/pdf/render-page.ts';
export { readReport } from './read/read-report.ts';
export type { Reading } from './read/reading.ts';
export { sniffFormat } from './read/sniff-format.ts';
export type { SourceFormat } from './read/source.ts';
export { readSpreadsheet, type SpreadsheetRow } from './read/spreadsheet/read-spreadsheet.ts';
export { decodeText } from './read/text/decode-text.ts';
export { openZip } from './read/zip/open-zip.ts';
export {
  type Cell,
  type CellStatus,
  type CivilDate,
  cellStatuses,
  type Paragraph,
  type Report,
  type Section,
  type SectionId,
  sectionIds,
  type TableReading,
} from './report.ts';
export { statusWords } from './report-words.ts';
export { blankReport } from './write/blank-report.ts';
export { csvLines, type Field } from './write/csv-lines.ts';
export { figureField, findingHead, findingRows, problemRows } from './write/findings/finding-rows.ts';
export { type FindingFormat, findingFormats, writeFindings } from './write/findings/write-findings.ts';
export { type ReportFormat, reportFormats, writeReport } from './write/write-report.ts';
