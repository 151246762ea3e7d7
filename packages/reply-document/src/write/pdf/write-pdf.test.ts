import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../../../../tools/system-package.ts';
import { buildDocument, fonts, kinds } from '../../facts-test-kit.ts';
import { writeText } from '../write-text.ts';
import { closing, long, pagesOfPdf, squeeze, wordsOfPages } from '../written-test-kit.ts';
import { unprintableIn, writePdf } from './write-pdf.ts';

test('the PDF of every kind says what the text says', { skip: needs('pdftotext') }, async () => {
  for (const kind of kinds) {
    const document = buildDocument(kind);
    const pages = pagesOfPdf(await writePdf(document, fonts));
    assert.equal(wordsOfPages(pages), squeeze(writeText(document)), kind);
  }
});

test('long names, many enclosures and several pages lose no word and part no signature', {
  skip: needs('pdftotext'),
}, async () => {
  const pages = pagesOfPdf(await writePdf(long, fonts));
  assert.ok(pages.length >= 4);
  assert.equal(wordsOfPages(pages), squeeze(writeText(long)));
  assert.doesNotMatch(pages[0]!, /—\s?\d+\s?—/);
  for (const [index, page] of pages.entries())
    if (index > 0) assert.match(page, new RegExp(`—\\s?${index + 1}\\s?—`));
  assert.ok(wordsOfPages([pages.at(-1)!]).endsWith(closing(long)));
});

test('wherever the text ends on its page, words stand with organ and date', {
  skip: needs('pdftotext'),
}, async () => {
  const document = buildDocument('reply.nonexistent', { enclosures: [] });
  const [first, ...rest] = document.body;
  for (let lines = 0; lines < 24; lines++) {
    const filler = Array.from(
      { length: lines },
      (_, line) => ({ role: 'text', text: `第${line + 1}行。` }) as const,
    );
    const short = [first!, ...filler, { role: 'text', text: '特此告知。' } as const];
    for (const body of lines % 4 === 0 ? [short, [first!, ...filler, ...rest]] : [short]) {
      const pages = pagesOfPdf(await writePdf({ ...document, body }, fonts));
      const last = wordsOfPages([pages.at(-1)!]);
      assert.ok(last.includes('云山区民政局2026年3月16日（联系机构'), `${lines}`);
      assert.ok(last.indexOf('云山区民政局2026年3月16日') >= 4, `${lines}: ${last}`);
    }
  }
});

test('without Noto Serif SC no PDF is made in another face', async () => {
  await assert.rejects(writePdf(long, []), /Noto Serif SC/);
});

test('a name with a character that the fonts lack is refused by that character, not printed as a box', async () => {
  const document = buildDocument('reply.provided', { addressee: '李\u{3134A}明\u{2EBE1}' });
  assert.deepEqual(unprintableIn(document, fonts), ['\u{3134A}', '\u{2EBE1}']);
  await assert.rejects(writePdf(document, fonts), /字体中没有“\u{3134A}\u{2EBE1}”.*请改用 DOCX/u);
  assert.deepEqual(unprintableIn(long, fonts), []);
});
