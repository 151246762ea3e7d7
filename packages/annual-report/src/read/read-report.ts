import { problem, ReadError } from '../problem.ts';
import type { Report } from '../report.ts';
import { alignTables } from './align/align-tables.ts';
import { assembleReport } from './assemble-report.ts';
import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/read-docx.ts';
import { hasReport } from './has-report.ts';
import { readHtml } from './html/read-html.ts';
import { readMhtml } from './html/read-mhtml.ts';
import { embeddedPictures } from './image/embedded-pictures.ts';
import { joinPictures } from './image/join-pictures.ts';
import { readImage } from './image/read-image.ts';
import { withPictures } from './image/with-pictures.ts';
import { type ArchivedFile, listReports } from './list-reports.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { readOfd } from './ofd/read-ofd.ts';
import { defaultLimits, type Limits, type ReadOptions } from './options.ts';
import { completeAgency } from './outline/complete-agency.ts';
import { readOutline } from './outline/read-outline.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { plainRadicals } from './plain-radicals.ts';
import { readJson } from './read-json.ts';
import type { Reading } from './reading.ts';
import { restoreMerges } from './restore-merges.ts';
import { readRtf } from './rtf/read-rtf.ts';
import { type FileFormat, sniffFormat } from './sniff-format.ts';
import type { Source, SourceFormat } from './source.ts';
import { splitReports } from './split-reports.ts';
import { readText } from './text/read-text.ts';
import { withEmbedded } from './with-embedded.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

const failed = (error: unknown, format: SourceFormat | null): Reading => {
  // A reader that trips over a broken file says so by ReadError; what else it throws is the same news.
  const found =
    error instanceof ReadError
      ? error.problem
      : problem('file.damaged', null, { detail: '内部结构无法解析' });
  return { format, reports: [], problems: [found] };
};

/** The format under which a reading is filed. */
const filedAs = (format: FileFormat | null): SourceFormat | null => {
  switch (format) {
    case 'mhtml':
      return 'html';
    case 'rtf':
      return 'doc';
    case 'archive':
    case 'encrypted':
    case 'xls':
      return null;
    default:
      return format;
  }
};

const readSource = (
  bytes: Uint8Array,
  format: FileFormat | null,
  options: ReadOptions,
  limits: Limits,
): Source => {
  switch (format) {
    case 'html':
      return readHtml(bytes, limits);
    case 'mhtml':
      return readMhtml(bytes, limits);
    case 'markdown':
      return readMarkdown(bytes, limits);
    case 'text':
      return readText(bytes, limits);
    case 'docx':
      return readDocx(bytes, limits);
    case 'doc':
      return readDoc(bytes, limits);
    case 'rtf':
      return readRtf(bytes, limits);
    case 'xlsx':
      return readXlsx(bytes, limits);
    case 'ofd':
      return readOfd(bytes, limits, options);
    case 'pdf':
      if (!options.pdf) throw new ReadError('pdf.noEngine');
      return readPdf(bytes, options.pdf, options);
    case 'image':
      if (!options.pdf) throw new ReadError('image.noEngine');
      return readImage([bytes], options.pdf, options);
    case 'encrypted':
      throw new ReadError('file.encrypted');
    default:
      throw new ReadError('file.unknownFormat');
  }
};

const readOne = (source: Source): Report | null => {
  const alignment = alignTables(source);
  const outline = readOutline(source, alignment);
  // Our own files may hold a blank form, which shows next to nothing.
  if (source.embedded === null && !hasReport(alignment, outline)) return null;
  return withEmbedded(assembleReport(source, alignment, outline), source);
};

/** The reports in a source, each aligned by itself. */
export const readReports = (asRead: Source, fileName?: string): Reading => {
  const source = restoreMerges(plainRadicals(asRead));
  const { format } = source;
  const split = splitReports(source);
  if (split.kind === 'mixed')
    return {
      format,
      reports: [],
      problems: [...source.problems, problem('report.severalMixed', null, { count: split.count })],
    };
  const sources = split.kind === 'split' ? split.sources : [split.source];
  const reports = sources
    .map(readOne)
    .filter((report) => report !== null)
    .map((report) => ({ ...report, agency: completeAgency(report.agency, fileName) }));
  if (reports.length === 0)
    return { format, reports, problems: [...source.problems, problem('report.none')] };
  const problems =
    split.kind === 'split' ? [problem('report.severalSplit', null, { count: reports.length })] : [];
  return { format, reports, problems };
};

/** All files of an archive; what one of them cannot give does not harm the others. */
const readArchive = (bytes: Uint8Array, options: ReadOptions, limits: Limits): Reading => {
  const readings: Reading[] = [];
  for (const document of joinPictures([...listReports(bytes, limits)])) {
    const [file] = document;
    if (document.length > 1) readings.push(readPictures(document, options));
    else if (file) readings.push(readFile(file.bytes, { ...options, name: file.name }, limits, true));
  }
  const reports = readings.flatMap((reading) => reading.reports);
  const problems = readings.flatMap((reading) => reading.problems);
  return {
    format: null,
    reports,
    problems: readings.length === 0 ? [problem('archive.noReports')] : problems,
  };
};

/** The pages of one document, each a picture file. */
const readPictures = (files: readonly ArchivedFile[], options: ReadOptions): Reading => {
  let source: Source;
  try {
    if (!options.pdf) throw new ReadError('image.noEngine');
    const pages = files.map((file) => file.bytes());
    source = readImage(pages, options.pdf, options);
  } catch (error) {
    return failed(error, 'image');
  }
  return readReports(source, options.name);
};

const readFile = (
  bytes: () => Uint8Array,
  options: ReadOptions,
  limits: Limits,
  archived: boolean,
): Reading => {
  let filed: SourceFormat | null = null;
  let source: Source;
  let pictures: () => readonly Uint8Array[];
  try {
    const file = bytes();
    if (file.length > limits.fileBytes)
      throw new ReadError('file.tooLarge', { limit: `${Math.round(limits.fileBytes / 1024 / 1024)} MB` });
    const format = sniffFormat(file, options.name, limits);
    // Archives inside archives are opened by listing; one under another name would be opened for ever.
    if (format === 'archive' && !archived) return readArchive(file, options, limits);
    filed = filedAs(format);
    if (format === 'json') return readJson(file);
    source = readSource(file, format, options, limits);
    pictures = () => embeddedPictures(file, format, limits);
  } catch (error) {
    return failed(error, filed);
  }
  const reading = readReports(source, options.name);
  if (reading.reports.some((report) => report.form !== null)) return reading;
  // No table in the text: perhaps the tables are pictures.
  const pictured = tryPictures(source, pictures, options, limits);
  return pictured === null ? reading : readReports(pictured, options.name);
};

/** The source with what its pictures say; null where it has none, or they make trouble that the text doesn't. */
const tryPictures = (
  source: Source,
  pictures: () => readonly Uint8Array[],
  options: ReadOptions,
  limits: Limits,
): Source | null => {
  try {
    const found = pictures();
    return found.length === 0 ? null : withPictures(source, found, options, limits);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
};

/**
 * Reads one file, whatever its format, as the annual report or reports it holds. Never throws for what
 * the file is: what went wrong stands in `problems`. A ZIP gives the reports of all its files.
 *
 * @param options `pdf` is needed for PDF files; see `ReadOptions`
 */
export const readReport = (bytes: Uint8Array, options: ReadOptions = {}): Reading =>
  readFile(() => bytes, options, { ...defaultLimits, ...options.limits }, false);
