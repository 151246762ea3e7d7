import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from '../../../synthetic-report/src/index.ts';
import { defaultLimits } from './options.ts';
import { readReport } from './read-report.ts';
import { buildZip, type ZipPart } from './zip/build-zip.ts';
import { openZip } from './zip/open-zip.ts';

/** The parts of a real file of that layout, some of them changed. */
const withParts = async (
  layout: string,
  change: (name: string, text: string) => string,
): Promise<Uint8Array> => {
  const { bytes } = await generate('hostile', { layout });
  const archive = openZip(bytes, defaultLimits);
  const parts = archive.entries.map(
    (entry): ZipPart => ({
      name: entry.name,
      data: change(entry.name, Buffer.from(archive.read(entry)).toString('utf8')),
    }),
  );
  return buildZip(parts);
};

/** What the reader says of a file of which it reads nothing. */
const refusal = (bytes: Uint8Array, name = ''): string => {
  const { reports, problems } = readReport(bytes, { name });
  assert.equal(reports.length, 0);
  return `${problems[0]?.code} ${problems[0]?.message}`;
};

const packages = [
  ['docx.plain', 'word/document.xml'],
  ['xlsx.oneSheet', 'xl/worksheets/sheet1.xml'],
  ['ofd.plain', 'Doc_0/Pages/Page_0/Content.xml'],
] as const;

for (const [layout, part] of packages) {
  const changed = (change: (xml: string) => string): Promise<Uint8Array> =>
    withParts(layout, (name, text) => (name === part ? change(text) : text));

  test(`${layout}: entities that multiply are refused with their document type`, async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`;
    const bytes = await changed((xml) => xml.replace(/^(<\?xml[^>]*>)?/, `$1${bomb}`));
    assert.match(refusal(bytes), /^file\.hostile .*文档类型声明/);
  });

  test(`${layout}: elements nested without end are refused`, async () => {
    const bytes = await changed((xml) =>
      xml.replace(/<(?=[a-z]*:?(?:body|sheetData|Content)\b)/, '<x>'.repeat(100_000).concat('<')),
    );
    assert.match(refusal(bytes), /^file\.hostile .*嵌套过深/);
  });
}

test('a workbook whose merged ranges cover the sheet again and again is refused', async () => {
  const merges = Array.from({ length: 100_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
  const bytes = await withParts('xlsx.oneSheet', (name, text) =>
    name.endsWith('sheet1.xml')
      ? text.replace('</sheetData>', `</sheetData><mergeCells>${merges}</mergeCells>`)
      : text,
  );
  assert.match(refusal(bytes), /^file\.(?:hostile|tooLarge) /);
});

test('a part of a hundred megabytes in a hundred kilobytes is refused', async () => {
  const bytes = await withParts('docx.plain', (name, text) =>
    name === 'word/document.xml' ? `${' '.repeat(100 * 1024 * 1024)}${text}` : text,
  );
  assert.ok(bytes.length < 128 * 1024);
  assert.match(refusal(bytes), /^file\.(?:hostile|tooLarge) /);
});

test('text of a page whose places never end is bounded', async () => {
  const bytes = await withParts('ofd.plain', (name, text) =>
    name.endsWith('Content.xml') ? text.replaceAll(/DeltaX="[^"]*"/g, 'DeltaX="g 2147483647 1"') : text,
  );
  const { reports, problems } = readReport(bytes);
  assert.ok(reports.length + problems.length > 0);
});

test('groups of RTF nested without end are refused', () => {
  assert.match(refusal(Buffer.from(`{\\rtf1${'{'.repeat(1_000_000)}`)), /^file\.(?:hostile|damaged) /);
});
