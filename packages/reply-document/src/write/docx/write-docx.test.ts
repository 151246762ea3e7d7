import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../../../../tools/system-package.ts';
import { buildDocument, kinds } from '../../facts-test-kit.ts';
import { writeText } from '../write-text.ts';
import {
  closing,
  long,
  officePdf,
  pagesOfPdf,
  squeeze,
  textOfXml,
  unzip,
  wordsOfDocx,
  wordsOfPages,
} from '../written-test-kit.ts';
import { writeDocx } from './write-docx.ts';

test('the Word document of every kind opens, is well-formed and says what the text says', async () => {
  for (const kind of kinds) {
    const document = buildDocument(kind);
    const docx = await writeDocx(document);
    for (const [name, text] of unzip(docx)) if (/\.(xml|rels)$/.test(name)) textOfXml(text);
    assert.equal(wordsOfDocx(docx), squeeze(writeText(document)), kind);
  }
});

test('LibreOffice reads the Word document and prints what the text says', {
  skip: needs('soffice') || needs('pdftotext'),
}, async () => {
  const pages = pagesOfPdf(officePdf(await writeDocx(long)));
  assert.equal(wordsOfPages(pages), squeeze(writeText(long)));
  const last = wordsOfPages([pages.at(-1)!]);
  assert.ok(last.endsWith(closing(long)) && last.length > closing(long).length);
});
