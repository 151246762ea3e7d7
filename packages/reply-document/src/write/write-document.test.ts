import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { needs } from '../../../../tools/system-package.ts';
import { buildDocument, fonts, kinds } from '../facts-test-kit.ts';
import { writeDocx } from './docx/write-docx.ts';
import { htmlStyle } from './html/html-style.ts';
import { writeHtml } from './html/write-html.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { signatureLines } from './signature-lines.ts';
import { writeText } from './write-text.ts';
import {
  long,
  longName,
  pagesOfPdf,
  squeeze,
  textOfXml,
  wordsOfDocx,
  wordsOfPages,
} from './written-test-kit.ts';

test('the same document gives the same bytes, whenever it is written', async (t) => {
  const [docx, pdf] = [await writeDocx(long), await writePdf(long, fonts)];
  t.mock.timers.enable({ apis: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
  assert.ok(Buffer.compare(docx, await writeDocx(long)) === 0);
  assert.ok(Buffer.compare(pdf, await writePdf(long, fonts)) === 0);
});

test('what people type is shown as typed in every format, and nothing of it is run', {
  skip: needs('pdftotext'),
}, async () => {
  const requested =
    '#eval("1") $x$ *粗* <script>alert(1)</script> & \\u{202e} 〈a〉 {b} @c // d "e" \u202E\u0007\uD800';
  const document = buildDocument('reply.provided', { requested, addressee: '<b>李&明</b>' });
  const text = squeeze(writeText(document));
  assert.ok(text.includes('<script>alert(1)</script>'));
  assert.doesNotMatch(text, /\p{Cc}|[\u202E\uD800]/u);
  assert.equal(wordsOfPages(pagesOfPdf(await writePdf(document, fonts))), text);
  assert.equal(wordsOfDocx(await writeDocx(document)), text);
  assert.ok(writeHtml(document).includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  assert.doesNotMatch(writeHtml(document), /<script|<b>/);
});

test('the preview says what the text says and needs no style of its own', () => {
  for (const kind of kinds) {
    const document = buildDocument(kind);
    const html = writeHtml(document);
    assert.equal(squeeze(textOfXml(html.replaceAll('<br>', ''))), squeeze(writeText(document)), kind);
    assert.doesNotMatch(html, /style=|<style|src=|href=/);
  }
  assert.ok(squeeze(writeHtml(long).replaceAll(/<[^>]+>/g, '')).includes(longName));
  assert.match(htmlStyle, /\.reply-document \.letterhead/);
});

test('the date stands four characters from the margin with the organ over its middle, or under a long one', () => {
  const date = '2026年3月16日';
  const [organ, under] = signatureLines('云山区民政局', date);
  assert.equal(under!.right, 4);
  assert.ok(organ!.right > 4);
  const lines = signatureLines(longName, date);
  assert.equal(lines.length, 4);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (length) => {
      const all = signatureLines('局'.repeat(length), date);
      assert.equal(all.map(({ text }) => text).join(''), '局'.repeat(length) + date);
      assert.ok(all.every(({ right, text }) => right >= 0 && text.length <= 20));
    }),
  );
});
