import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs } from '../../../../tools/system-package.ts';
import { fonts } from '../facts-test-kit.ts';
import { officePdf, pagesOfPdf, squeeze, wordsOfPages } from '../write/written-test-kit.ts';
import { formNotes, formParts, formTitle } from './form-parts.ts';
import { writeFormDocx } from './write-form-docx.ts';
import { writeFormPdf } from './write-form-pdf.ts';

const printed = [
  formTitle,
  ...formParts.flatMap(({ title, rows }) => [
    title,
    ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  ]),
  ...formNotes,
].map(squeeze);

/** The layout breaks lines within cells: what is looked for are the characters, in any order of lines. */
const holdsAll = (words: string, name: string): void => {
  for (const text of printed)
    for (const character of text) assert.ok(words.includes(character), `${name}: ${character} of “${text}”`);
};

test('the blank form is one page as PDF, with everything that 条例第二十九条 asks for', {
  skip: needs('pdftotext'),
}, async () => {
  const pages = pagesOfPdf(await writeFormPdf(fonts));
  assert.equal(pages.length, 1);
  holdsAll(squeeze(wordsOfPages(pages)), 'PDF');
});

test('the blank form is one page as LibreOffice prints the DOCX', {
  skip: needs('soffice') || needs('pdftotext'),
}, async () => {
  const pages = pagesOfPdf(officePdf(await writeFormDocx()));
  assert.equal(pages.length, 1);
  holdsAll(squeeze(wordsOfPages(pages)), 'DOCX');
});

test('the same form is made each time', async () => {
  assert.deepEqual(await writeFormPdf(fonts), await writeFormPdf(fonts));
});
