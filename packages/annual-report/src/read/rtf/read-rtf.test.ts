import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { readDocx } from '../docx/read-docx.ts';
import { defaultLimits } from '../options.ts';
import { readRtf } from './read-rtf.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/office/${name}`, import.meta.url));
const refusal = (code: string) => (error: unknown) =>
  error instanceof ReadError && error.problem.code === code;
/** Chinese text as Word escapes it: GBK bytes. */
const gbk: Readonly<Record<string, string>> = {
  报: "\\'b1\\'a8",
  告: "\\'b8\\'e6",
  丂: "\\'81@",
  件: "\\'bc\\'fe",
};
const chinese = (text: string) => text.replace(/[一-鿿]/g, (character) => gbk[character] ?? '?');
const rtf = (body: string) =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}${body}}`,
    'latin1',
  );
const lines = (body: string) =>
  readRtf(rtf(body), defaultLimits).lines.map((line) =>
    line.cells
      .map(({ text, column, columnSpan, rowSpan }) =>
        line.kind === 'grid'
          ? `${column}${columnSpan + rowSpan > 2 ? `[${columnSpan}x${rowSpan}]` : ''}:${text}`
          : text,
      )
      .join(' | '),
  );

test('reads what LibreOffice wrote as RTF exactly as the DOCX it was made from', () => {
  const words = (source: ReturnType<typeof readRtf>) =>
    source.lines.map((line) => ({
      ...line,
      // LibreOffice puts a tab behind every number, the DOCX only behind some.
      cells: line.cells.map((cell) => ({ ...cell, text: cell.text.replace(/^(\d+\.) /, '$1') })),
    }));
  const expected = words(readDocx(fixture('traits.docx'), defaultLimits));
  assert.ok(expected.length > 20);
  assert.deepEqual(words(readRtf(fixture('traits.rtf'), defaultLimits)), expected);
});

test('reads Chinese as GBK bytes, with a second byte in ASCII, and as Unicode with its stand-in', () => {
  assert.deepEqual(lines(chinese('报告 12 丂\\par')), ['报告 12 丂']);
  assert.deepEqual(lines("\\uc1\\u25253?\\u21578\\'3f 3\\uc2\\u20214\\'bc\\'fe\\par"), ['报告 3件']);
  assert.deepEqual(lines('\\uc0\\u-28671 x\\par'), ['送x']);
});

test('reads tables with merged cells, whose rows have different edges', () => {
  const row = (definition: string, ...cells: readonly string[]) =>
    `\\trowd\\trleft0${definition}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell`).join(' ')}\\row\n`;
  const body =
    row('\\clvmgf\\cellx1000\\cellx3000\\cellx4000', 'a', 'b', '1') +
    row('\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\cellx4010', '', 'c', 'd', '') +
    row('\\clmgf\\cellx1000\\clmrg\\cellx3000\\cellx4000', 'sum', '', '5');
  assert.deepEqual(lines(`${body}\\pard after\\par`), [
    '0[1x2]:a | 1[2x1]:b | 3:1',
    '1:c | 2:d | 3:',
    '0[3x1]:sum | 3:5',
    'after',
  ]);
});

test('leaves out headers, notes, pictures, field codes, hidden and deleted text', () => {
  const body =
    '{\\header page head\\par}{\\pict\\pngblip 89504e47}a{\\footnote note}{\\v hidden}{\\deleted gone}' +
    '{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}{\\*\\unknown x}\\v no\\v0 b\\par';
  assert.deepEqual(lines(body), ['a7b']);
});

test('prints the numbers of automatic lists, and no bullets', () => {
  assert.deepEqual(lines("{\\listtext\\pard\\plain 1.\\tab}one\\par{\\listtext\\f1\\'b7\\tab}two\\par"), [
    '1. one',
    'two',
  ]);
});

test('reads a text box once, in front of the paragraph that holds it', () => {
  const box = '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn x}{\\sv 1}}{\\shptxt inside\\par}}{\\shprslt other}}';
  assert.deepEqual(lines(`before ${box}after\\par`), ['inside', 'before after']);
});

test('tells the title', () => {
  assert.equal(
    readRtf(rtf(chinese('{\\info{\\title 报告}{\\author x}}x\\par')), defaultLimits).title,
    '报告',
  );
});

test('refuses deep nesting and files cut short', () => {
  assert.throws(
    () => readRtf(rtf('{'.repeat(10_000) + '}'.repeat(10_000)), defaultLimits),
    refusal('file.hostile'),
  );
  assert.throws(() => readRtf(rtf('text').subarray(0, 60), defaultLimits), refusal('file.damaged'));
});

test('never crashes on damaged bytes', () => {
  const source = fixture('traits.rtf');
  const tokens = [
    '{',
    '}',
    '\\',
    '\\cell',
    '\\row',
    '\\trowd',
    '\\itap9',
    '\\u-1',
    "\\'",
    '\\nestrow',
    '\\bin99999999',
  ];
  let seed = 9;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 400; round++) {
    const bytes = Buffer.from(source);
    for (let change = next(8); change >= 0; change--)
      bytes.write(tokens[next(tokens.length)]!, next(bytes.length - 20), 'latin1');
    try {
      readRtf(bytes, defaultLimits);
    } catch (error) {
      assert.ok(error instanceof ReadError, `${(error as Error).stack}`);
    }
  }
});

test('a raised or lowered mark beside a figure is none of its digits', () => {
  assert.deepEqual(
    lines(
      '3{\\super 1} 4\\super [1]\\nosupersub  5\\sub 1\\plain  6{\\super\\chftn}{\\footnote 1}7\\super 1\\super0 8\\par',
    ),
    ['3¹ 4[¹] 5₁ 67¹8'],
  );
});
