import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { placeCells } from '../layout/draw-table.ts';
import { buildPdf, show } from './build-pdf.ts';
import type { PdfEngine } from './engine.ts';
import { drawTable, manners, openTestEngine } from './pdf-test-kit.ts';
import { readPdf } from './read-pdf.ts';
import { renderPage } from './render-page.ts';

const table = drawTable(
  placeCells(
    [
      ['规章', '1'],
      ['许可', '2'],
    ],
    [90, 60],
  ),
  manners['single strokes']!,
);
const plain = buildPdf({ pages: [{ content: table + show('正文', 60, 600), form: table }] });

test('memory stays where it is over hundreds of files', async () => {
  const engine = await openTestEngine();
  for (let count = 0; count < 50; count++) readPdf(plain, engine);
  const before = engine.memoryBytes;
  for (let count = 0; count < 500; count++) readPdf(plain, engine);
  assert.equal(engine.memoryBytes, before);
});

test('draws a page with its text in black on white, turned as displayed', async () => {
  const engine = await openTestEngine();
  const bytes = buildPdf({ pages: [{ content: '0 0 100 50 re f', width: 200, height: 100, rotate: 90 }] });
  const { width, height, rgba } = renderPage(engine, bytes, 1, 72);
  assert.deepEqual([width, height, rgba.length], [100, 200, 80_000]);
  const pixel = (x: number, y: number): readonly number[] => [
    ...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
  ];
  // The lower left quarter, turned clockwise, is the upper left one.
  assert.deepEqual(pixel(25, 50), [0, 0, 0, 255]);
  assert.deepEqual(pixel(75, 50), [255, 255, 255, 255]);
  assert.throws(() => renderPage(engine, bytes, 2, 72), ReadError);
});

test('a damaged file ends in a reading or a clear error, and a broken engine says so', async () => {
  const held: { engine: PdfEngine } = { engine: await openTestEngine() };
  const bytes = fc.array(fc.record({ at: fc.nat(plain.length - 1), to: fc.nat(255) }), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(plain.length), async (changes, cut) => {
      const damaged = Buffer.from(plain);
      for (const { at, to } of changes) damaged[at] = to;
      try {
        readPdf(cut % 5 === 0 ? damaged.subarray(0, cut) : damaged, held.engine);
      } catch (error) {
        assert.ok(error instanceof ReadError, String(error));
      }
      if (held.engine.broken) {
        assert.throws(() => readPdf(plain, held.engine), ReadError);
        held.engine = await openTestEngine();
      }
      assert.ok(held.engine.memoryBytes < 400 * 1024 * 1024);
    }),
    { numRuns: 300 },
  );
});
