import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { defaultLimits } from '../read/options.ts';
import { openPdfEngine } from '../read/pdf/engine.ts';
import { readReport } from '../read/read-report.ts';
import { buildZip } from '../read/zip/build-zip.ts';
import { openZip } from '../read/zip/open-zip.ts';
import type { Cell, Report } from '../report.ts';
import { anyReport, printableReport } from '../testing/arbitrary-report.ts';
import { embeddedPartName } from './embedded.ts';
import { type ReportFormat, writeReport } from './write-report.ts';

const file = (name: string) => new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(name))));
const fonts = ['400Regular/NotoSerifSC_400Regular', '700Bold/NotoSerifSC_700Bold'].map((name) =>
  file(`@expo-google-fonts/noto-serif-sc/${name}.ttf`),
);
const pdf = await openPdfEngine(file('@embedpdf/pdfium/pdfium.wasm'));

const readBack = (bytes: Uint8Array, format: ReportFormat): Report => {
  const { reports, problems } = readReport(bytes, { name: `report.${format}`, pdf });
  assert.equal(reports.length, 1, problems.map((problem) => problem.message).join());
  return reports[0]!;
};

/** As a program that knows nothing of our data would save the file again. */
const withoutData = (bytes: Uint8Array, format: ReportFormat): Uint8Array => {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/<script.*<\/script>/s, ''));
    case 'pdf':
      return Buffer.from(
        Buffer.from(bytes).toString('latin1').replaceAll('gongkai-report.json', 'something-else.json'),
        'latin1',
      );
    case 'docx':
    case 'xlsx': {
      const archive = openZip(bytes, defaultLimits);
      return buildZip(
        archive.entries
          .filter((entry) => entry.name !== embeddedPartName)
          .map((entry) => ({ name: entry.name, data: archive.read(entry) })),
      );
    }
    default:
      return bytes;
  }
};

const withoutPlace = ({ place: _, ...rest }: Cell) => rest;

/** Places are those of the file that was read; all else must come back. */
const content = (report: Report) => ({
  ...report,
  tables: Object.fromEntries(
    Object.entries(report.tables).map(([id, { form, found }]) => [id, { form, found }]),
  ),
  cells: Array.from(report.cells, ([id, cell]) => [id, withoutPlace(cell)]),
  sections: report.sections.map(({ id, title, paragraphs }) => ({
    id,
    title,
    paragraphs: paragraphs.map((paragraph) => paragraph.text),
  })),
  preamble: report.preamble.map((paragraph) => paragraph.text),
});

const figures = (report: Report) =>
  Array.from(report.cells, ([id, { value, unit, remark, status }]) => [id, value, unit, remark, status]);

const head = ({ title, agency, year, form }: Report) => ({ title, agency, year, form });

const texts = (report: Report) =>
  report.sections.map(({ id, title, paragraphs }) => [
    id,
    title,
    paragraphs.map(({ text }) => squeeze(text)),
  ]);

const squeeze = (text: string) => text.replaceAll(/\s/gu, '');

const formats = [
  ['html', 12],
  ['docx', 6],
  ['xlsx', 6],
  ['pdf', 5],
  ['md', 12],
  ['json', 12],
] as const;

for (const [format, numRuns] of formats) {
  if (format !== 'json') {
    test(`${format}: what is printed is read back figure by figure, even without the embedded data`, async () => {
      await fc.assert(
        fc.asyncProperty(printableReport, async (report) => {
          const bytes = await writeReport(report, format, { fonts });
          const read = readBack(withoutData(bytes, format), format);
          assert.deepEqual(figures(read), figures(report));
          assert.deepEqual(head(read), head(report));
          // Lines of a PDF end where the page ends; its paragraphs come back from the embedded data only.
          if (format !== 'pdf') assert.deepEqual(texts(read), texts(report));
        }),
        { numRuns, endOnFailure: true },
      );
    });
  }
  if (format === 'md') continue;
  test(`${format}: a report comes back identically, with the status, text and remark of every cell`, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const read = readBack(await writeReport(report, format, { fonts }), format);
        assert.deepEqual(content(read), content(report));
      }),
      { numRuns, endOnFailure: true },
    );
  });
}

test('rows, columns and tables that a report does not have do not come back as blank', async () => {
  await fc.assert(
    fc.asyncProperty(
      printableReport,
      fc.constantFrom<ReportFormat>('html', 'docx', 'xlsx', 'md'),
      async (full, format) => {
        const absent: Cell = { value: null, raw: '', status: 'absent', place: null };
        const isGone = (id: string) =>
          id.startsWith('reviews.') ||
          /^requests\.(refused\.security|carriedIn)\./.test(id) ||
          id.startsWith('proactive.20-8');
        const report: Report = {
          ...full,
          tables: { ...full.tables, reviews: { ...full.tables.reviews!, found: false } },
          cells: new Map(Array.from(full.cells, ([id, cell]) => [id, isGone(id) ? absent : cell])),
        };
        const bytes = withoutData(await writeReport(report, format, { fonts }), format);
        const read = readBack(bytes, format);
        assert.equal(read.tables.reviews?.found ?? false, false);
        for (const [id, cell] of report.cells) {
          assert.equal(read.cells.get(id)?.value ?? null, cell.value, id);
          if (/^requests\.(refused\.security|carriedIn)\./.test(id))
            assert.equal(read.cells.get(id)?.status, 'absent');
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});
