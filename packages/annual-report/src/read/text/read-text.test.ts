import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { defaultLimits } from '../options.ts';
import { decodeText } from './decode-text.ts';
import { readText } from './read-text.ts';

/** “政府信息公开，2021年” in GB18030 and Big5; Node writes neither. */
const gb = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa]);
const fourByteGb = Uint8Array.from([0x81, 0x39, 0xef, 0x30]);
const big5 = Uint8Array.from([0xac, 0x46, 0xa9, 0xb2]);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

test('text in UTF-8, GB18030 and UTF-16 reads the same, with and without a byte order mark', () => {
  const words = '政府信息公开';
  assert.equal(decodeText(ascii(words)), words);
  assert.equal(decodeText(join(Uint8Array.from([0xef, 0xbb, 0xbf]), ascii(words))), words);
  assert.equal(decodeText(gb), words);
  const wide = Buffer.from(`${words} 2021\n`, 'utf16le');
  assert.equal(decodeText(wide), `${words} 2021\n`);
  assert.equal(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), wide])), `${words} 2021\n`);
  assert.equal(decodeText(Buffer.from(wide).swap16()), `${words} 2021\n`);
  assert.equal(
    decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])),
    `${words} 2021\n`,
  );
});

test('a four-byte GB18030 character is one character', () => {
  assert.equal(decodeText(join(gb, fourByteGb)).length, 7);
});

test('Big5 is read only where the page declares it', () => {
  assert.match(decodeText(join(ascii('<meta charset="big5">'), big5)), /政府$/);
  assert.doesNotMatch(decodeText(big5), /政府/);
});

test('a page that says gb2312 but is UTF-8 is read as UTF-8', () => {
  const page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">政府';
  assert.equal(decodeText(ascii(page)), page);
});

test('one damaged byte does not turn a UTF-8 file into GB18030', () => {
  const damaged = join(ascii('政府信息公开工作年度报告'.repeat(3)), Uint8Array.from([0xe6]));
  assert.match(decodeText(damaged), /^政府信息公开/);
});

test('tabs and pipes part a line into cells, and blank cells stay', () => {
  const source = readText('\t行政许可\t10\t\n| 规章 | 0 |  |\n第二十条\t\t');
  assert.deepEqual(
    source.lines.map((line) => [line.kind, line.cells.map((cell) => cell.text)]),
    [
      ['cells', ['', '行政许可', '10', '']],
      ['cells', ['规章', '0', '']],
      ['cells', ['第二十条', '', '']],
    ],
  );
  assert.deepEqual(source.lines[0]?.cells[1]?.place, { kind: 'line', line: 1, start: 2, end: 6 });
});

test('an indent is no cell, and blank lines are kept for the blank cells that they may be', () => {
  const source = readText('\t规章\r\n\t\r\n \n\n  2   0\f\n');
  assert.deepEqual(
    source.lines.map((line) => [line.kind, line.cells[0]?.text]),
    [
      ['text', '\t规章'],
      ['text', '\t'],
      ['text', ' '],
      ['text', ''],
      ['text', '  2   0'],
      ['text', ''],
    ],
  );
});

test('drawn borders are no rows, a cell filled with dashes is', () => {
  const source = readText('├───┼───┤\n│规章│0│\n+-----+---+\n--\n| -- | -- |');
  assert.deepEqual(
    source.lines.map((line) => line.cells.map((cell) => cell.text)),
    [['规章', '0'], ['--'], ['--', '--']],
  );
});

test('an empty file and a file of blanks are refused by name', () => {
  assert.throws(
    () => readText(new Uint8Array()),
    (error: ReadError) => error.problem.code === 'file.empty',
  );
  assert.throws(
    () => readText(' \n\t\n'),
    (error: ReadError) => error.problem.code === 'file.noText',
  );
});

test('more pieces than allowed are refused, and ten million characters in one line are not', () => {
  assert.throws(() => readText('\t'.repeat(50), { ...defaultLimits, cells: 40 }), ReadError);
  assert.equal(readText('字'.repeat(10_000_000)).lines.length, 1);
});

test('rows whose cells held paragraphs are put together again where a browser copied tabs on lines of their own', () => {
  const row = (...cells: string[]): string => `${cells.join('\n\n\t\n\n')}\n\n\n\n\n`;
  const source = readText(
    `一、标题\n\n前文。\n\n\n${row('信息\n\n内容', '本年\n\n件数', '现行件数')}${row('规章', '', '14')}${row('单独一格')}${row('规范性文件', '2', '')}${row('许可', '7', '8')}${row('处罚', '9', '6')}后文。`,
  );
  assert.deepEqual(
    source.lines.map((line) => [line.kind, ...line.cells.map((cell) => cell.text)]),
    [
      ['text', '一、标题'],
      ['text', '前文。'],
      ['text', '信息'],
      ['cells', '内容', '本年\n件数', '现行件数'],
      ['cells', '规章', '', '14'],
      ['text', '单独一格'],
      ['cells', '规范性文件', '2', ''],
      ['cells', '许可', '7', '8'],
      ['cells', '处罚', '9', '6'],
      ['text', '后文。'],
    ],
  );
  const place = source.lines[4]?.cells[2]?.place;
  assert.equal(place?.kind === 'line' && place.line, 31);
});

test('a few lines of nothing but tabs are blank rows, not joints', () => {
  const source = readText('规章\t0\t0\n\t\n\t\t\n许可\t1\t2');
  assert.equal(source.lines.length, 4);
});

test('rows copied from a spreadsheet keep their columns, and cells broken over lines are one cell', () => {
  const source = readText(
    '"说“好”。"他说。\n"上一行\n没有完\n\n信息内容\t\t甲数\t\n"规范性\n""文件"""\t\t2\t\n许可\t\t\t7\n后文',
  );
  assert.deepEqual(
    source.lines.map((line) => [line.kind, line.table, line.row, ...line.cells.map((cell) => cell.text)]),
    [
      ['text', 0, 0, '"说“好”。"他说。'],
      ['text', 0, 0, '"上一行'],
      ['text', 0, 0, '没有完'],
      ['text', 0, 0, ''],
      ['grid', 1, 1, '信息内容', '', '甲数', ''],
      ['grid', 1, 2, '规范性\n"文件"', '', '2', ''],
      ['grid', 1, 3, '许可', '', '', '7'],
      ['text', 0, 0, '后文'],
    ],
  );
  const place = source.lines[5]?.cells[2]?.place;
  assert.equal(place?.kind === 'line' && place.line, 6);
});

test('what a browser prints at the foot and head of each page is no line of the report', () => {
  const page = (number: number, text: string): string =>
    `\f2023/1/16 10:21          某局2022年年度报告\n${text}\nhttps://www.example.gov.cn/a/1.html          ${number}/3\n`;
  const source = readText(
    `${page(1, '一、甲')}${page(2, '2/3')}${page(3, '网址 https://www.example.gov.cn/b')}`,
  );
  assert.deepEqual(
    source.lines.map((line) => line.cells[0]?.text).filter((text) => text !== ''),
    ['一、甲', '网址 https://www.example.gov.cn/b'],
  );
  const plain = readText('2023/1/16 10:21\n1/2\nhttps://www.example.gov.cn/a/1.html\n2023/1/16 10:21');
  assert.equal(plain.lines.length, 4);
});

test('a whole page on one line is cut at its tabs or blanks, a long paragraph is not', () => {
  const words = Array.from({ length: 300 }, (_, at) => (at % 9 === 0 ? '行政许可' : String(at)));
  assert.equal(readText(words.join(' ')).lines.length, 300);
  assert.equal(readText(words.join('\t')).lines.length, 300);
  assert.equal(readText('公开工作，'.repeat(400)).lines.length, 1);
});

test('a single pipe set off by blanks parts two cells, and a blank last cell stays without a frame', () => {
  assert.deepEqual(
    readText('行政许可 | 12\n规章 | 1 | \n| 规章 | 1 |').lines.map((line) =>
      line.cells.map(({ text }) => text),
    ),
    [
      ['行政许可', '12'],
      ['规章', '1', ''],
      ['规章', '1'],
    ],
  );
});

test('rows of the same length behind a page break are rows of the same grid', () => {
  const source = readText('甲项\t\t乙项\t\n许可\t\t1\t\n处罚\t\t\t2\n\n强制\t\t3\t\n\n下文\n');
  assert.deepEqual(
    source.lines.filter((line) => line.kind !== 'text').map((line) => [line.kind, line.table, line.row]),
    [1, 2, 3, 4].map((row) => ['grid', 1, row]),
  );
});
