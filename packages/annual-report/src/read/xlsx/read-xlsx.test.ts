import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { defaultLimits } from '../options.ts';
import { buildZip } from '../zip/build-zip.ts';
import { readXlsx } from './read-xlsx.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (list: readonly (readonly [string, string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${types}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

interface SheetParts {
  readonly data: string;
  readonly after?: string;
  readonly before?: string;
  readonly state?: string;
}

const workbook = (sheets: readonly SheetParts[], strings = '', styles = '', properties = '') =>
  buildZip([
    { name: '_rels/.rels', data: rels([['a', 'officeDocument', '/xl/workbook.xml']]) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: rels([
        ...sheets.map((_, index) => [`s${index}`, 'worksheet', `worksheets/s${index}.xml`] as const),
        ['t', 'sharedStrings', 'sharedStrings.xml'],
        ['u', 'styles', 'styles.xml'],
      ]),
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${types}">${properties}<sheets>${sheets
        .map(
          (sheet, index) =>
            `<sheet name="表${index + 1}" sheetId="${index + 1}" r:id="s${index}" state="${sheet.state ?? 'visible'}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/s${index}.xml`,
      data: `<worksheet xmlns="${main}">${sheet.before ?? ''}<sheetData>${sheet.data}</sheetData>${sheet.after ?? ''}</worksheet>`,
    })),
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${main}">${strings}</sst>` },
    { name: 'xl/styles.xml', data: `<styleSheet xmlns="${main}">${styles}</styleSheet>` },
  ]);

const lines = (bytes: Uint8Array) =>
  readXlsx(bytes, defaultLimits).lines.map((line) =>
    line.cells
      .map(({ text, column, columnSpan, rowSpan }) =>
        line.kind === 'text'
          ? text
          : `${column}${columnSpan + rowSpan > 2 ? `[${columnSpan}x${rowSpan}]` : ''}:${text}`,
      )
      .join(' | '),
  );
const sheet = (data: string, more: Partial<SheetParts> = {}) => workbook([{ data, ...more }]);
const refusal = (code: string) => (error: unknown) =>
  error instanceof ReadError && error.problem.code === code;
const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('puts an absent cell in as an empty one, so that columns are true', () => {
  const data = `<row r="1">${inline('A1', '规章')}<c r="C1"><v>3</v></c></row><row r="2">${inline('A2', '文件')}<c r="B2"><v>1</v></c><c r="C2" s="0"/></row>`;
  assert.deepEqual(lines(sheet(data)), ['0:规章 | 1: | 2:3', '0:文件 | 1:1 | 2:']);
});

test('reads shared, rich and escaped strings, without the phonetic guide', () => {
  const strings =
    '<si><t>收到</t></si><si><r><t>申</t></r><r><rPr><b/></rPr><t>请</t></r><rPh sb="0" eb="1"><t>shen</t></rPh></si><si><t>甲_x000D_\n乙</t></si>';
  const data =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>9</v></c></row>';
  assert.deepEqual(lines(workbook([{ data }], strings)), ['0:收到 | 1:申请 | 2:甲\n乙']);
});

test('gives figures in full, without the noise of binary arithmetic', () => {
  const values = [
    '3',
    '0.30000000000000004',
    '27.948692000000001',
    '12345678901234.56',
    '1234567890123456',
    '1E-7',
    '-417',
    '3.2360000000000002',
    '1E+21',
  ];
  const data = `<row r="1">${values.map((value, index) => `<c r="${String.fromCharCode(65 + index)}1"><v>${value}</v></c>`).join('')}</row>`;
  assert.deepEqual(lines(sheet(data)), [
    '0:3 | 1:0.3 | 2:27.948692 | 3:12345678901234.56 | 4:1234567890123456 | 5:0.0000001 | 6:-417 | 7:3.236 | 8:1000000000000000000000',
  ]);
});

test('prints percentages, dates and units by their format, and figures in full', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="0.0&quot;件&quot;"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs>';
  const data =
    '<row r="1"><c r="A1" s="1"><v>0.12340000000000001</v></c><c r="B1" s="2"><v>45313</v></c><c r="C1" s="3"><v>45313</v></c><c r="D1" s="4"><v>2.25</v></c><c r="E1" s="5"><v>1234.5</v></c></row>';
  assert.deepEqual(lines(workbook([{ data }], '', styles)), [
    '0:12.34% | 1:2024-01-22 | 2:2024年1月22日 | 3:2.25件 | 4:1234.5',
  ]);
  const from1904 = workbook(
    [{ data: `<row>${inline('A1', 'x')}<c r="B1" s="2"><v>43851</v></c></row>` }],
    '',
    styles,
    '<workbookPr date1904="1"/>',
  );
  assert.deepEqual(lines(from1904), ['0:x | 1:2024-01-22']);
});

test('reads formulas by their last value, errors and truth values as text', () => {
  const data =
    '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>7</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><f>A1&amp;"件"</f><v>7件</v></c><c r="E1"><f>A1</f></c></row>';
  assert.deepEqual(lines(sheet(data)), ['0:7 | 1:#REF! | 2:TRUE | 3:7件']);
});

test('keeps merged cells once, with their spans over what is visible', () => {
  const data = `<row r="1">${inline('A1', '三')}${inline('B1', '公开')}<c r="D1"><v>1</v></c></row><row r="2">${inline('B2', '甲')}${inline('C2', '乙')}<c r="D2"><v>2</v></c></row><row r="3" hidden="1">${inline('C3', '藏')}</row><row r="4">${inline('C4', '丙')}<c r="D4"><v>3</v></c></row>`;
  const after =
    '<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="B1:C1"/><mergeCell ref="B2:B4"/></mergeCells>';
  assert.deepEqual(lines(sheet(data, { after })), [
    '0[1x3]:三 | 1[2x1]:公开 | 3:1',
    '1[1x2]:甲 | 2:乙 | 3:2',
    '2:丙 | 3:3',
  ]);
});

test('keeps a row of figures that is left blank, even as the last', () => {
  const data = `<row r="1">${inline('A1', '维持')}${inline('B1', '纠正')}</row><row r="2"><c r="A2" s="0"/><c r="B2" s="0"/></row><row r="3"><c r="A3" s="0"/></row>`;
  assert.deepEqual(lines(sheet(data)), ['0:维持 | 1:纠正', '0: | 1:']);
});

test('leaves hidden sheets, hidden columns and columns without text out', () => {
  const hidden = { data: `<row r="1">${inline('A1', '藏')}</row>`, state: 'veryHidden' };
  const data = `<row r="1">${inline('A1', 'a')}${inline('B1', '藏')}${inline('XFD1', 'z')}</row>`;
  const bytes = workbook([hidden, { data, before: '<cols><col min="2" max="2" hidden="1"/></cols>' }]);
  assert.deepEqual(lines(bytes), ['0:a | 1:z']);
  assert.deepEqual(readXlsx(bytes, defaultLimits).lines[0]?.cells[1]?.place, {
    kind: 'table',
    table: 1,
    row: 1,
    column: 16384,
    sheet: '表2',
  });
});

test('reads a sheet with one column of text as text', () => {
  const data = `<row r="1">${inline('A1', '一、总体情况')}</row><row r="3">${inline('A3', '正文')}</row>`;
  assert.deepEqual(
    readXlsx(sheet(data), defaultLimits).lines.map((line) => [line.kind, line.cells[0]?.text]),
    [
      ['text', '一、总体情况'],
      ['text', '正文'],
    ],
  );
});

test('finds the true columns of what LibreOffice made of tables with different columns', () => {
  const { lines: read } = readXlsx(
    readFileSync(new URL('../../../fixtures/office/sheet.xlsx', import.meta.url)),
    defaultLimits,
  );
  assert.equal(read.length, 49);
  for (const line of read.slice(19, 44))
    assert.equal(line.cells.filter((cell) => cell.column >= 8).length, 7);
  assert.equal(read.at(-1)?.cells.length, 15);
});

test('refuses more cells than the limit, and damaged workbooks', () => {
  const rows = Array.from(
    { length: 600 },
    (_, row) =>
      `<row r="${row + 1}">${inline(`A${row + 1}`, 'x')}${inline(`${String.fromCharCode(65 + (row % 26))}${String.fromCharCode(65 + ((row * 7) % 26))}${row + 1}`, 'x')}</row>`,
  ).join('');
  assert.throws(() => readXlsx(sheet(rows), { ...defaultLimits, cells: 5000 }), refusal('file.tooLarge'));
  assert.throws(() => readXlsx(buildZip([{ name: 'a', data: '' }]), defaultLimits), refusal('file.damaged'));
  assert.throws(() => readXlsx(sheet('<!DOCTYPE a>'), defaultLimits), refusal('file.hostile'));
});

test('never crashes on a damaged workbook', () => {
  const data = `<row r="1">${inline('A1', '三')}<c r="C1"><v>3</v></c></row><row r="2">${inline('B2', '甲')}</row>`;
  const good = `<worksheet xmlns="${main}"><cols><col min="2" max="2" hidden="0"/></cols><sheetData>${data}</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`;
  const tokens = [
    '<',
    '>',
    '"',
    'A1',
    'XFD1048576',
    '9999999999',
    '-1',
    '<row>',
    '</row>',
    '<c>',
    '</c>',
    ':',
    'A1:XFD1048576',
    'e308',
  ];
  let seed = 3;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 800; round++) {
    let xml = good;
    for (let change = next(3); change >= 0; change--) {
      const at = next(xml.length);
      xml = xml.slice(0, at) + tokens[next(tokens.length)] + xml.slice(at + next(8));
    }
    const bytes = buildZip([
      {
        name: 'xl/workbook.xml',
        data: `<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="a" r:id="a"/></sheets></workbook>`,
      },
      { name: 'xl/_rels/workbook.xml.rels', data: rels([['a', 'worksheet', 's.xml']]) },
      { name: 'xl/s.xml', data: xml },
    ]);
    try {
      readXlsx(bytes, defaultLimits);
    } catch (error) {
      assert.ok(error instanceof ReadError, `${(error as Error).stack}`);
    }
  }
});

test('a raised or lowered mark beside a figure is none of its digits', () => {
  const rich = (...runs: readonly (readonly [text: string, align?: string])[]) =>
    runs
      .map(
        ([text, align]) =>
          `<r>${align === undefined ? '' : `<rPr><vertAlign val="${align}"/></rPr>`}<t>${text}</t></r>`,
      )
      .join('');
  const data = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is>${rich(['5'], ['1', 'subscript'], ['6'])}</is></c></row>`;
  const strings = `<si>${rich(['3'], ['1', 'superscript'], ['2', 'baseline'])}</si><si>${rich(['4'], ['[1]', 'superscript'])}</si>`;
  assert.deepEqual(lines(workbook([{ data }], strings)), ['0:3¹2 | 1:4[¹] | 2:5₁6']);
});
