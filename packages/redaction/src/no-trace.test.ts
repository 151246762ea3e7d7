import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { renderPage } from '@gongkai/annual-report';
import fc from 'fast-check';
import { needs } from '../../../tools/system-package.ts';
import { checkRedaction } from './check-redaction.ts';
import { findPersonalData } from './find-personal-data.ts';
import { pageOfWords } from './page-text.ts';
import { readPages } from './read-pages.ts';
import { redactPdf } from './redact-pdf.ts';
import {
  bankCards,
  idCards,
  mobiles,
  openTestEngine,
  recognise,
  setPdf,
  verbatim,
} from './redaction-test-kit.ts';

const engine = await openTestEngine();

const filler = fc.string({
  unit: fc.constantFrom(...'经查该事项属于主动公开范围之内依法予以答复如有异议可提起行政复议，。； '),
  minLength: 1,
  maxLength: 60,
});
const documents = fc.record({
  pieces: fc.array(fc.tuple(filler, fc.oneof(idCards, bankCards, mobiles)), { minLength: 1, maxLength: 8 }),
  size: fc.integer({ min: 7, max: 22 }),
  columns: fc.integer({ min: 1, max: 2 }),
  turned: fc.boolean(),
});

type Planned = typeof documents extends fc.Arbitrary<infer T> ? T : never;

const setDocument = ({ pieces, size, columns, turned }: Planned): Uint8Array =>
  setPdf(`#set page(columns: ${columns}, flipped: ${turned})\n#set text(size: ${size}pt)\n${lines(pieces)}`);

const lines = (pieces: Planned['pieces']): string =>
  pieces.map(([text, number]) => verbatim(`${text}${number}。`)).join('\n');

const redact = (pdf: Uint8Array): Uint8Array => {
  const hits = findPersonalData(readPages(engine, pdf), '2026-03-16');
  const areas = hits.flatMap(({ page, boxes, reasonCode }) =>
    boxes.map((box) => ({ page, box, reasonCode })),
  );
  return redactPdf(engine, pdf, areas).bytes;
};

/** All bytes and whatever in them can be inflated, from any place on. */
const everything = (bytes: Uint8Array): readonly Buffer[] => {
  const buffer = Buffer.from(bytes);
  const all = [buffer];
  for (let at = buffer.indexOf('stream\n'); at !== -1; at = buffer.indexOf('stream\n', at + 1))
    try {
      all.push(inflateSync(buffer.subarray(at + 7)));
    } catch {
      // Not compressed: its bytes are among the first.
    }
  return all;
};

test('of numbers planted in any document no trace is left: not as text, nor in any unpacked stream', () => {
  fc.assert(
    fc.property(documents, (planned) => {
      const pdf = setDocument(planned);
      const numbers = planned.pieces.map(([, number]) => number);
      const before = readPages(engine, pdf)
        .flatMap(({ characters }) => characters.map(({ text }) => text))
        .join('');
      for (const number of numbers) assert.ok(before.includes(number), 'planted');
      const bytes = redact(pdf);
      assert.deepEqual(checkRedaction(engine, bytes, numbers), { clean: true, remains: [] });
      const parts = everything(bytes);
      assert.ok(parts.length > 1);
      for (const number of numbers)
        for (const form of [
          Buffer.from(number),
          Buffer.from(number, 'utf16le'),
          Buffer.from(number, 'utf16le').swap16(),
          Buffer.from(Buffer.from(number).toString('hex')),
        ])
          assert.ok(!parts.some((part) => part.includes(form)));
    }),
    { numRuns: 12 },
  );
});

test('recognition reads the numbers before and none of them afterwards', { skip: needs('tesseract') }, () => {
  let read = 0;
  fc.assert(
    fc.property(documents, (planned) => {
      const pieces = planned.pieces.slice(0, 3);
      const pdf = setPdf(`#set page(width: 15cm, height: 9cm)\n${lines(pieces)}`);
      const numbers = pieces.map(([, number]) => number);
      if (
        !checkRedaction(engine, pdf, numbers, { recognise }).remains.every(({ place }) => place !== 'picture')
      )
        read++;
      assert.deepEqual(checkRedaction(engine, redact(pdf), numbers, { recognise }), {
        clean: true,
        remains: [],
      });
    }),
    { numRuns: 2 },
  );
  assert.ok(read > 0);
});

test('on a scan the words that recognition finds lead to the same areas', {
  skip: needs('tesseract'),
}, () => {
  const text = setPdf(
    '#set page(width: 15cm, height: 8cm)\n身份证号码：11010519491231002X。联系电话：13812345678。',
  );
  // A scan: the page as a picture, without text.
  const scan = redactPdf(engine, text, [], { resolution: 300 }).bytes;
  assert.equal(readPages(engine, scan)[0]?.characters.length, 0);
  const { width, height, rgba } = renderPage(engine, scan, 1, 300);
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => rgba[at * 4]!);
  const words = recognise({ page: 1, width, height, pixels, resolution: 300 });
  const hits = findPersonalData([pageOfWords(1, 425, 227, words)], '2026-03-16');
  assert.deepEqual(hits.map(({ kind }) => kind).sort(), ['idCard', 'mobile']);
  const areas = hits.flatMap(({ boxes, reasonCode }) => boxes.map((box) => ({ page: 1, box, reasonCode })));
  const { bytes } = redactPdf(engine, scan, areas);
  assert.ok(checkRedaction(engine, bytes, ['11010519491231002X', '13812345678'], { recognise }).clean);
});
