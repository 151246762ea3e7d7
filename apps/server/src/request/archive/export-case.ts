import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type ArchiveFormat, archiveFormats } from '@gongkai/contract';
import type { Sheet } from '@gongkai/reply-document';
import { type Caller, permit, recordReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { disposition } from '../file/answer-file.ts';
import { loadCase } from '../load-case.ts';
import { catalogueCsv, catalogueJson, hashList } from './archive-texts.ts';
import { bindCase, type NumberedDocument, numberPages } from './bound-case.ts';
import { catalogueSheet, coverSheet } from './catalogue-sheets.ts';
import { type Dossier, openDossier } from './dossier.ts';
import { basisSheet, evidenceSheet } from './evidence-sheets.ts';
import { press } from './press.ts';
import { keepUntil, readRetention } from './retention.ts';
import { type ZipEntry, zipEntry, zipStream } from './zip-stream.ts';

const text = (path: string, content: string): ZipEntry & { readonly sha256: string } => {
  const bytes = Buffer.from(content);
  return { ...zipEntry(path, bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
};

const entriesOf = (dossier: Dossier, documents: readonly NumberedDocument[], folder: string) =>
  documents.map((document) => ({
    path: `${folder}${document.path}`,
    size: document.size,
    crc32: document.crc32,
    sha256: document.sha256,
    open: () => dossier.open(document),
  }));

const sheetEntry = async (path: string, sheet: Sheet, lane: string) => {
  const { bytes } = await press('sheet', { sheet }, lane);
  return { ...zipEntry(path, bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
};

/** Those that can be handed out, and the names of those that can't. */
const sortOut = ({ documents, damaged }: Dossier) => {
  const lost = new Set(damaged.map(({ key }) => key));
  return {
    numbered: numberPages(documents, damaged),
    isThere: ({ key }: { readonly key: string }): boolean => !lost.has(key),
    lost: damaged.map(({ serial, title }) => `${serial}. ${title}`),
  };
};

/** 案卷包: every document as it is, the catalogue as PDF, CSV and JSON, and a list of hashes for `sha256sum -c`. */
const archiveZip = async (dossier: Dossier): Promise<AsyncGenerator<Uint8Array>> => {
  const { record } = dossier;
  const { numbered, isThere, lost } = sortOut(dossier);
  const lane = record.found.row.id;
  const files = [
    await sheetEntry('卷内文件目录.pdf', catalogueSheet(record, numbered), lane),
    text('卷内文件目录.csv', catalogueCsv(numbered)),
    text('卷内文件目录.json', catalogueJson(record, numbered, lost)),
    ...entriesOf(dossier, numbered.filter(isThere), ''),
  ];
  return zipStream([...files, text('SHA256SUMS', hashList(files))]);
};

const archivePdf = async (spine: Spine, dossier: Dossier): Promise<AsyncGenerator<Uint8Array>> => {
  const { record } = dossier;
  const { numbered } = sortOut(dossier);
  const archivedOn = record.found.steps.find(({ step }) => step === 'archive')?.on;
  const until = archivedOn
    ? keepUntil(archivedOn, record.found.row.outcome ?? '', await readRetention(spine.db))
    : null;
  const front = [
    coverSheet(record, numbered, { title: '政府信息公开申请案卷', keepUntil: until }),
    catalogueSheet(record, numbered),
  ];
  return bindCase(dossier, `${record.found.row.number}案卷`, front, numbered);
};

/** How long a stream is, and its sums; it is made twice rather than held in memory or laid on a disk in clear. */
const measureStream = async (make: () => AsyncGenerator<Uint8Array>) => {
  const hash = createHash('sha256');
  let [size, sum] = [0, 0];
  for await (const chunk of make()) {
    hash.update(chunk);
    sum = crc32(chunk, sum);
    size += chunk.length;
  }
  return { size, crc32: sum, sha256: hash.digest('hex') };
};

/** 举证材料包 (行政复议法第四十八条、第五十四条): the evidence, its list, the legal basis, bound and as files. */
const evidenceZip = async (dossier: Dossier): Promise<AsyncGenerator<Uint8Array>> => {
  const { record, documents, damaged } = dossier;
  const lane = record.found.row.id;
  const left = documents.filter(({ key, proves }) => key.startsWith('file:') && proves === null);
  const evidence = documents
    .filter(({ proves }) => proves !== null)
    .map((document, index) => ({
      ...document,
      serial: index + 1,
      path: document.path.replace(/^\d+/, String(index + 1).padStart(3, '0')),
    }));
  const { numbered, isThere, lost } = sortOut({ ...dossier, documents: evidence, damaged });
  const list = evidenceSheet(
    record,
    numbered,
    left.map(({ title }) => title),
  );
  const basis = basisSheet(record);
  const cover = coverSheet(record, numbered, { title: '举证材料', keepUntil: null });
  const bind = () => bindCase(dossier, `${record.found.row.number}举证材料`, [cover, list, basis], numbered);
  const files = [
    await sheetEntry('01-证据目录.pdf', list, lane),
    await sheetEntry('02-法律依据清单.pdf', basis, lane),
    { path: '03-证据材料合订本.pdf', ...(await measureStream(bind)), open: bind },
    text('证据目录.csv', catalogueCsv(numbered)),
    text('证据目录.json', catalogueJson(record, numbered, lost)),
    ...entriesOf(dossier, numbered.filter(isThere), '证据/'),
  ];
  return zipStream([...files, text('SHA256SUMS', hashList(files))]);
};

/**
 * Hands out the file of a case. It holds the applicant's data in full, so only its own officers and head get it, and
 * it stands in the record before the first byte leaves. Bounded memory, however large the case is. Throws
 * `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND, ARCHIVE_DESTROYED.
 */
export const exportCase = async (
  spine: Spine,
  caller: Caller,
  id: string,
  format: ArchiveFormat,
): Promise<Response> => {
  const found = await loadCase(spine.db, id);
  const { row } = found;
  const what = archiveFormats[format];
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.show_applicant', row.agency_id);
    const subject = { kind: 'request', id };
    record({
      kind: 'personal_data_shown',
      agencyId: row.agency_id,
      subject,
      data: { fields: ['申请人', '申请内容', '案卷材料'], reason: `导出${what}` },
    });
    record({
      kind: 'request_archive_exported',
      agencyId: row.agency_id,
      subject,
      data: { number: row.number, what },
    });
  });
  const dossier = await openDossier(spine, found);
  const make = {
    'archive.zip': archiveZip,
    'archive.pdf': (one: Dossier) => archivePdf(spine, one),
    'evidence.zip': evidenceZip,
  };
  const stream = await make[format](dossier);
  const ending = format.endsWith('.pdf') ? '.pdf' : '.zip';
  return new Response(ReadableStream.from(stream), {
    headers: {
      'Content-Type': ending === '.pdf' ? 'application/pdf' : 'application/zip',
      'Content-Disposition': disposition('attachment', `${row.number}-${what}${ending}`),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
};
