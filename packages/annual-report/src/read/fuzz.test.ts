import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createRandom, generate } from '../../../synthetic-report/src/index.ts';
import { mutateFile } from '../../../synthetic-report/src/mutate/mutate-file.ts';
import { checkReport } from '../check/check-report.ts';
import { openPdfEngine, type PdfEngine } from './pdf/engine.ts';
import { readReport } from './read-report.ts';

const layouts = [
  ['text.cellLines', 80],
  ['text.spacedColumns', 80],
  ['markdown.html', 80],
  ['html.utf8', 80],
  ['html.mhtml', 80],
  ['docx.numbered', 80],
  ['doc.plain', 80],
  ['rtf.unicode', 80],
  ['xlsx.oneSheet', 80],
  ['ofd.plain', 60],
  ['pdf.ruled', 30],
] as const;

const wasm = readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
let engine: PdfEngine | null = null;

const openEngine = async (): Promise<PdfEngine> => {
  if (engine === null || engine.broken) engine = await openPdfEngine(wasm);
  return engine;
};

for (const [layout, runs] of layouts)
  test(`${layout}: a broken file is read, or it is said why not, and nothing is thrown`, async () => {
    const { bytes, name, format } = await generate('fuzz', { layout });
    for (let run = 0; run < runs; run++) {
      const broken = mutateFile(bytes, createRandom(`${layout} ${run}`));
      const pdf = format === 'pdf' ? { pdf: await openEngine() } : {};
      const { reports, problems } = readReport(broken, { name, ...pdf });
      assert.ok(reports.length + problems.length > 0, `run ${run} gave neither a report nor a problem`);
      for (const report of reports) assert.ok(Array.isArray(checkReport(report)), `run ${run}`);
    }
  });

test('a heading with a long run of blanks in it is read, not searched for ever', () => {
  const heading = `## 一、总体情况${'\t'.repeat(20_000)}续 ## {#a .b}`;
  const { problems } = readReport(Buffer.from(`${heading}\n\n| 甲 | 乙 |\n| --- | --- |\n`), {
    name: 'a.md',
  });
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['report.none'],
  );
});
