import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPdfEngine } from '@gongkai/annual-report';
import { readPdfiumWasm } from '@gongkai/report-worker';
import fc from 'fast-check';
import { needs } from '../../../../../tools/system-package.ts';
import { pagesOf, pdfOf, pngOf, run, testFolder } from './archive-test-kit.ts';
import { bindPart, countPages } from './bind-part.ts';
import { bindPdf, type PartToBind } from './bind-pdf.ts';
import { dictionary, PdfReader, type PdfValue, printValue, reference, token } from './pdf-value.ts';

const engine = await openPdfEngine(readPdfiumWasm());
const pdf = 'application/pdf';

const part = (title: string, bytes: Uint8Array, stampFrom: number | null, mediaType = pdf): PartToBind => ({
  title,
  bind: async (first) => bindPart(engine, bytes, mediaType, { first, stampFrom }),
});

const bound = async (parts: readonly PartToBind[]): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bindPdf('案卷', parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A PDF written by hand: objects from 1 on, the first the catalogue. */
const handmade = (objects: readonly string[]): Uint8Array => {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};

const stream = (text: string): string => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

test('numbers stand upright in the upper right corner of pages turned any way, of any size', {
  skip: needs('pdftotext'),
}, async () => {
  const folder = await testFolder();
  for (const [turn, box] of [
    [0, '[0 0 595 842]'],
    [90, '[0 0 595 842]'],
    [180, '[100 50 700 900]'],
    [270, '[-50 -50 300 300]'],
    [-90, '[0 0 842 1190]'],
  ] as const) {
    const source = handmade([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox ${box}/Rotate ${turn}/Resources<</Font<</F 5 0 R>>>>>>`,
      '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
      // What a page leaves set (colour, a moved origin) doesn't reach the number.
      stream('1 1 1 rg 0.5 0 0 0.5 200 200 cm BT /F 12 Tf 10 10 Td (inside) Tj ET'),
      font,
    ]);
    const path = join(folder, 'turned.pdf');
    await writeFile(path, await bound([part('turned', source, 1234)]));
    const words = run('pdftotext', ['-bbox', path, '-']);
    // It tells the size before the turn, and where words are after it.
    const [, across, down] = /<page width="([\d.]+)" height="([\d.]+)"/.exec(words)!;
    const wide = turn % 180 === 0 ? across : down;
    const [, left, top, right, bottom] =
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">1234</.exec(words)!;
    assert.ok(
      Number(left) > Number(wide) - 80 && Number(right) < Number(wide) - 20,
      `${turn}: ${left} of ${wide}`,
    );
    assert.ok(Number(top) > 5 && Number(bottom) < 40, `${turn}: ${top}`);
    assert.ok(words.includes('>inside<'));
  }
});

test('scripts, links, forms, attachments and metadata of what was handed in stay out; what annotations show is kept', {
  skip: needs('pdftotext'),
}, async () => {
  const source = handmade([
    '<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>/JavaScript<</Names[(j)6 0 R]>>>>/AcroForm<</Fields[8 0 R]>>/Metadata 9 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 300]>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/AA<</O 6 0 R>>/Annots[8 0 R 10 0 R]>>',
    stream('BT /F 12 Tf 20 200 Td (visible words) Tj ET'),
    font,
    '<</Type/Action/S/JavaScript/JS(app.alert\\("run"\\))>>',
    '<</Type/Filespec/F(secret.exe)>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(field)/V(typed)/Rect[10 10 100 30]/AA<</K 6 0 R>>>>',
    stream('metadata of somebody'),
    '<</Type/Annot/Subtype/Stamp/Rect[20 20 200 60]/F 4/AP<</N 11 0 R>>>>',
    '<</Type/XObject/Subtype/Form/BBox[0 0 180 40]/Resources<</Font<</F 5 0 R>>>>/Length 42>>\nstream\nBT /F 12 Tf 5 10 Td (stamp on it) Tj ET   \nendstream',
  ]);
  const whole = await bound([part('hostile', source, 1)]);
  const text = whole.toString('latin1');
  for (const word of [
    'JavaScript',
    'app.alert',
    'secret.exe',
    'EmbeddedFiles',
    'AcroForm',
    '/Annots',
    '/AA',
    'metadata of',
    '/OpenAction',
  ])
    assert.ok(!text.includes(word), word);
  const [page] = await pagesOf(await testFolder(), whole);
  assert.ok(page!.includes('visiblewords') && page!.includes('stamponit'));
});

test('pictures become pages, sheets keep their words, and the outline leads to each document', {
  skip: needs('pdftotext'),
}, async () => {
  const folder = await testFolder();
  const whole = await bound([
    part('封面', await pdfOf('封面', ['封面的话']), null),
    part('一、图片', pngOf(300, 400), 1, 'image/png'),
    part('二、（第二件）', await pdfOf('第二件', ['第一页的话', '第二页的话']), 2),
  ]);
  const pages = await pagesOf(folder, whole);
  assert.equal(pages.length, 4);
  assert.ok(pages[0]!.includes('封面的话') && !/^\d/.test(pages[0]!));
  assert.equal(pages[1], '1');
  assert.ok(pages[2]!.startsWith('2') && pages[2]!.includes('第一页的话'));
  assert.ok(pages[3]!.startsWith('3') && pages[3]!.includes('第二页的话'));
  const text = whole.toString('latin1');
  const titles = [...text.matchAll(/\/Title <feff([0-9a-f]*)>/g)].map(([, hex]) =>
    Buffer.from(hex!, 'hex').swap16().toString('utf16le'),
  );
  assert.deepEqual(titles, ['封面', '一、图片', '二、（第二件）', '案卷']);
});

test('the same parts give the same bytes, and a case without any is still a PDF', async () => {
  const parts = async () => [part('甲', await pdfOf('甲', ['话']), 1)];
  assert.ok((await bound(await parts())).equals(await bound(await parts())));
  assert.match((await bound([])).toString('latin1'), /%%EOF\n$/);
});

test('what can be opened by a password only, or is no PDF, is told from what can be bound', () => {
  assert.throws(() => countPages(engine, Buffer.from('%PDF-1.7 and nothing'), pdf));
  assert.throws(() => countPages(engine, Buffer.from('no picture'), 'image/png'));
});

test('values of a PDF are written as they were read', () => {
  const value: fc.Arbitrary<PdfValue> = fc.letrec<{ value: PdfValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer().map((number) => token(String(number))),
      fc.constantFrom('true', 'null', '/Name', '/', '(a \\) (b) c)', '<0aFF>', '-.5').map(token),
      fc.integer({ min: 1, max: 99_999 }).map(reference),
      fc.array(tie('value'), { maxLength: 4 }).map((items): PdfValue => ({ kind: 'array', items })),
      fc
        .array(fc.tuple(fc.constantFrom('A', 'B#20', 'Length', 'R'), tie('value')), { maxLength: 4 })
        .map((entries): PdfValue => dictionary(entries)),
    ),
  })).value;
  const same = (number: number): number => number;
  fc.assert(
    fc.property(value, (one) => {
      const text = printValue(one, same);
      assert.equal(printValue(new PdfReader(`${text} `).value(), same), text);
    }),
    { numRuns: 500 },
  );
});
