import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { splitCsv } from './split-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

const workbook = async (fill: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('空表');
  fill(book.addWorksheet('单位'));
  return new Uint8Array(await book.xlsx.writeBuffer());
};

test('the first sheet with text gives its rows with the numbers that the spreadsheet program shows', async () => {
  const bytes = await workbook((sheet) => {
    sheet.getCell('A1').value = '单位名称';
    sheet.getCell('C1').value = ' 电话 ';
    sheet.getCell('A3').value = '云山区民政局';
    sheet.getCell('C3').value = 81234567;
  });
  assert.deepEqual(readSpreadsheet(bytes), [
    { row: 1, cells: ['单位名称', '', '电话'] },
    { row: 3, cells: ['云山区民政局', '', '81234567'] },
  ]);
});

test('a range merged over the whole sheet and a cell in the last column cost nothing', async () => {
  const bytes = await workbook((sheet) => {
    sheet.getCell('A1').value = '单位名称';
    sheet.getCell('XFD1').value = '远处';
    sheet.model.merges.push('A2:XFD1048576');
  });
  assert.deepEqual(readSpreadsheet(bytes), [{ row: 1, cells: ['单位名称'] }]);
});

test('one long text that many cells refer to is refused before anybody looks at each of them', async () => {
  const long = `${' '.repeat(30_000)}长`;
  const bytes = await workbook((sheet) => {
    for (let row = 1; row <= 1000; row += 1) sheet.getCell(`A${row}`).value = long;
  });
  assert.ok(bytes.length < 100_000, 'the file itself is small');
  assert.throws(
    () => readSpreadsheet(bytes),
    (error: unknown) => error instanceof ReadError && error.problem.code === 'file.tooLarge',
  );
});

test('CSV is read in UTF-8 and in GB18030, with quotes, line breaks in cells and blank lines', () => {
  const rows = [
    { row: 1, cells: ['名称', '地址'] },
    { row: 2, cells: ['甲,乙', '一楼\n"东"侧'] },
    { row: 5, cells: ['丙', ''] },
  ];
  assert.deepEqual(readSpreadsheet(utf8('\uFEFF名称,地址\r\n"甲,乙","一楼\n""东""侧"\r\n\r\n丙,\r\n')), rows);
  // 名称 in GBK
  const national = Uint8Array.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x31, 0x0d, 0x0a]);
  assert.deepEqual(readSpreadsheet(national), [{ row: 1, cells: ['名称', '1'] }]);
  assert.deepEqual(readSpreadsheet(utf8('名称\t地址\n甲,乙\t二楼')), [
    { row: 1, cells: ['名称', '地址'] },
    { row: 2, cells: ['甲,乙', '二楼'] },
  ]);
});

test('what is no spreadsheet is null, what is broken or too large says so', () => {
  assert.equal(readSpreadsheet(utf8('%PDF-1.7\n')), null);
  assert.equal(
    readSpreadsheet(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
    null,
  );
  const code = (expected: string) => (error: unknown) =>
    error instanceof ReadError && error.problem.code === expected;
  assert.throws(() => readSpreadsheet(new Uint8Array(0)), code('file.empty'));
  assert.throws(() => readSpreadsheet(utf8('PK\u0003\u0004broken')), code('file.damaged'));
  assert.throws(() => readSpreadsheet(utf8('一,二,三\n'.repeat(10)), { cells: 20 }), code('file.tooLarge'));
  assert.throws(() => readSpreadsheet(utf8('长'.repeat(4_000_001))), code('file.tooLarge'));
});

test('whatever cells are written as CSV are read back the same', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', '\r\n', ' ', 'a') });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n');
      const filled = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
      assert.deepEqual(
        splitCsv(text).map(({ cells }) => cells),
        filled,
      );
    }),
  );
});
