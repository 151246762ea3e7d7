import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildPdf, show } from '../../annual-report/src/read/pdf/build-pdf.ts';
import type { ReadFile } from '../test/read-files.ts';
import { createPool } from './pool.ts';

const pool = createPool<Uint8Array, ReadFile>({
  script: new URL('../test/read-files.ts', import.meta.url),
  size: 1,
  seconds: 60,
  megabytes: 512,
});
after(() => pool.close());

/** Forty kilobytes that make PDFium save its state until no memory is left, so that it aborts. */
const bomb = buildPdf({ pages: [{ content: 'q '.repeat(20_000_000) }] });

/** A page that can be read, if not as a report. */
const letter = buildPdf({ pages: [{ content: show('关于召开会议的通知', 60, 760) }] });

test('a PDF that makes PDFium abort is reported, and the files behind it are read by a new thread', async () => {
  const [before, broken, first, second] = await Promise.all(
    [letter, bomb, letter, letter].map((bytes) => pool.run(bytes)),
  );
  assert.deepEqual(broken?.codes, ['file.damaged']);
  assert.equal(broken?.thread, before?.thread);
  assert.notEqual(first?.thread, broken?.thread);
  for (const read of [before, first, second]) assert.deepEqual(read?.codes, ['report.none']);
  assert.equal(second?.thread, first?.thread);
});
