import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { ReplyDocument } from '../document.ts';
import { buildDocument, bureau } from '../facts-test-kit.ts';
import { writeText } from './write-text.ts';

/** The parts of a ZIP archive as texts, read from its directory. */
export const unzip = (archive: Uint8Array): ReadonlyMap<string, string> => {
  const bytes = Buffer.from(archive);
  const end = bytes.length - 22;
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    parts.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
};

const run = (program: string, parameters: readonly string[]): void => {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
};

const inFolder = <T>(use: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'reply-document-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What pdftotext reads, page by page. */
export const pagesOfPdf = (pdf: Uint8Array): readonly string[] =>
  inFolder((folder) => {
    const [file, text] = [join(folder, 'document.pdf'), join(folder, 'document.txt')];
    writeFileSync(file, pdf);
    run('pdftotext', [file, text]);
    return readFileSync(text, 'utf8').split('\f').slice(0, -1);
  });

/** What LibreOffice makes of a Word document, as PDF. */
export const officePdf = (docx: Uint8Array): Uint8Array =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'document.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'document.docx'),
    ]);
    return readFileSync(join(folder, 'document.pdf'));
  });

/** Words without what layout adds: page numbers, spaces, line ends. */
export const wordsOfPages = (pages: readonly string[]): string =>
  squeeze(pages.map((page) => page.replace(/\s*—\s*\d+\s*—\s*$/u, '')).join('\n'));

export const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');

export const longName =
  '云山彝族自治区人力资源社会保障和退役军人事务综合行政审批服务管理局（云山区医疗保障局）';

/** Several pages, twenty enclosures, names and addresses longer than a line. */
export const long: ReplyDocument = buildDocument(
  'reply.partial',
  {
    addressee: '云山区福寿康养老服务有限责任公司、云山区青溪街道阳光社区居家养老服务中心联合体筹备工作小组',
    enclosures: Array.from(
      { length: 20 },
      (_, index) => `第${index + 1}份：2025年度养老机构运营补贴发放明细表及审批材料（隐去个人信息后提供）`,
    ),
    provided: Array.from({ length: 30 }, (_, index) => `材料${index + 1}`),
    providedAs: `电子文件（https://www.yunshan.example/${'abcdefghij'.repeat(15)}）`,
  },
  { ...bureau, name: longName },
);

export const textOfXml = (xml: string): string => {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
};

export const wordsOfDocx = (docx: Uint8Array): string => {
  const parts = unzip(docx);
  const header = [...parts].filter(([name]) => /^word\/header\d*\.xml$/.test(name));
  assert.equal(header.length, 1);
  return squeeze(textOfXml(header[0]![1]) + textOfXml(parts.get('word/document.xml')!));
};

export const closing = (document: ReplyDocument): string => squeeze(writeText(document)).slice(-60);
