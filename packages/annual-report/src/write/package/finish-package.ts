import { reportToJson } from '../../json/report-to-json.ts';
import { defaultLimits } from '../../read/options.ts';
import { openZip, type ZipArchive } from '../../read/zip/open-zip.ts';
import type { Report } from '../../report.ts';
import { embeddedPartName, embeddedRelationshipType } from '../embedded.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { printReport } from '../printed-report.ts';
import { deflate, writeZip, type ZipFile } from './write-zip.ts';

/**
 * Finishes what `docx` or `exceljs` made (ECMA-376-2, Open Packaging): puts the report's JSON in as a
 * part that the package refers to, and states title and agency instead of the library's name and the
 * time of day. `replaced` puts other text in place of a part.
 */
export const finishPackage = (
  bytes: Uint8Array,
  report: Report,
  replaced: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const archive = openZip(bytes, defaultLimits);
  const texts = new Map<string, string>([
    ...Object.entries(replaced),
    ['docProps/core.xml', coreProperties(report)],
    ['[Content_Types].xml', withContentType(read(archive, '[Content_Types].xml'))],
    ['_rels/.rels', withRelationship(read(archive, '_rels/.rels'))],
    [embeddedPartName, reportToJson(report)],
  ]);
  const kept = archive.entries.filter((entry) => !entry.directory && !texts.has(entry.name));
  const untouched = kept.map(
    (entry): ZipFile => ({
      name: entry.name,
      packed: packedBytes(bytes, entry.offset, entry.compressedSize),
      method: entry.method === 0 ? 0 : 8,
      crc: entry.crc32,
      size: entry.size,
    }),
  );
  const written = Array.from(texts, ([name, text]) => deflate(name, text));
  // Type sniffers look for [Content_Types].xml at the front.
  return writeZip([...written.filter(isFirst), ...untouched, ...written.filter((file) => !isFirst(file))]);
};

const isFirst = (file: ZipFile): boolean =>
  file.name === '[Content_Types].xml' || file.name === '_rels/.rels';

const read = (archive: ZipArchive, name: string): string => Buffer.from(archive.read(name)).toString();

/** The local header repeats the name and has an extra field of its own length (APPNOTE.TXT 4.3.7). */
const packedBytes = (bytes: Uint8Array, offset: number, size: number): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return bytes.subarray(start, start + size);
};

const withContentType = (xml: string): string =>
  xml.replace(
    /<\/(\w+:)?Types>/,
    `<Override PartName="/${embeddedPartName}" ContentType="application/json"/>$&`,
  );

const withRelationship = (xml: string): string =>
  xml.replace(
    /<\/(\w+:)?Relationships>/,
    `<Relationship Id="gongkaiReport" Type="${embeddedRelationshipType}" Target="${embeddedPartName}"/>$&`,
  );

const coreProperties = (report: Report): string => {
  const { title } = printReport(report);
  const date = report.published
    ? `<dcterms:created xsi:type="dcterms:W3CDTF">${report.published}T00:00:00Z</dcterms:created>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(title)}</dc:title><dc:creator>${escapeHtml(report.agency ?? '')}</dc:creator>${date}<dc:language>zh-CN</dc:language></cp:coreProperties>`;
};
