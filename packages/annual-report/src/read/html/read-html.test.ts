import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { readHtml } from './read-html.ts';

const rows = (html: string) => readHtml(html).lines.map((line) => line.cells.map((cell) => cell.text));
const texts = (html: string) => rows(html).flat();

test('labels split over many spans are one label, blocks and br break lines', () => {
  assert.deepEqual(
    texts(
      '<p><span>三、</span><span lang=EN-US>本年<b>度</b></span><o:p></o:p>办理结果</p><div>甲<br>乙<div>丙</div>丁</div>',
    ),
    ['三、本年度办理结果', '甲', '乙', '丙', '丁'],
  );
});

test('a source line break between Chinese characters is no space, between words it is one', () => {
  assert.deepEqual(texts('<p>政府信息\n      公开 2021\n年 a\nb&nbsp;</p>'), ['政府信息公开 2021 年 a b']);
});

test('rowspan and colspan are counted out, and a merged cell stands once', () => {
  const source = readHtml(
    '<table><tr><td rowspan=2 colspan=2>甲<td>乙</td></tr><tr><td>1<p>2</p></td></tr><tr><td>3<td></td><td>&nbsp;</table>',
  );
  assert.deepEqual(
    source.lines.map((line) =>
      line.cells.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan]),
    ),
    [
      [
        ['甲', 0, 2, 2],
        ['乙', 2, 1, 1],
      ],
      [['1\n2', 2, 1, 1]],
      [
        ['3', 0, 1, 1],
        ['', 1, 1, 1],
        ['', 2, 1, 1],
      ],
    ],
  );
  assert.deepEqual(source.lines[1]?.cells[0]?.place, { kind: 'table', table: 1, row: 2, column: 3 });
});

test('a layout table gives its text as lines and its inner table as the grid', () => {
  const source = readHtml(
    '<table><tr><td>导航</td><td><p>标题</p><table><tr><td>规章<td>1</table><p>后文</p></td></tr></table>',
  );
  assert.deepEqual(
    source.lines.map((line) => [line.kind, line.table, line.cells.map((cell) => cell.text).join('|')]),
    [
      ['text', 0, '导航'],
      ['text', 0, '标题'],
      ['grid', 1, '规章|1'],
      ['text', 0, '后文'],
    ],
  );
});

test('a table around another that only frames it loses nothing', () => {
  const inner = '<table><tr><td>规章</td><td>1</td></tr></table>';
  const framed = `<table><tr><td>前<table><tr><td>${inner}</td></tr></table>后</td><td>旁</td></tr></table>`;
  assert.deepEqual(rows(framed), [['前'], ['规章', '1'], ['后'], ['旁']]);
});

test('one-cell tables inside a cell are the text of that cell', () => {
  assert.deepEqual(rows('<table><tr><td>行政<table><tr><td>许可</table><td>10</table>'), [
    ['行政\n许可', '10'],
  ]);
});

test('end tags that are missing or astray do not move a cell', () => {
  assert.deepEqual(
    rows('<div><table><tr><td><p>规章<td>1</div></td><td>2</td><tr><td><span>办法<td>3</table>后</div>'),
    [['规章', '1', '2'], ['办法', '3'], ['后']],
  );
  assert.deepEqual(rows('<tr><td>规章</td><td>1</td></tr>'), [['规章', '1']]);
});

test('what a browser does not show is not read', () => {
  const page =
    '<p>甲</p><script>var a="<p>错</p>"</script><style>p{}</style><!--[if mso]><p>错</p><![endif]-->' +
    '<![if !vml]>乙<![endif]><template><p>错</p></template><div style="display: none"><p>错<div>错</div></div>' +
    '<p hidden>错<p>丙<span style="visibility:hidden">错</p><ruby>汉<rp>(</rp><rt>han</rt></ruby>' +
    '<table><tr><td style="display:none">错<td>1<td>2</tr><tr style="display:none"><td>错</tr></table>丁';
  assert.deepEqual(rows(page), [['甲'], ['乙'], ['丙'], ['汉'], ['1', '2'], ['丁']]);
});

test('a page whose whole content waits for a script is read all the same', () => {
  assert.match(
    texts(`<div style="display:none"><p>${'政府信息公开工作'.repeat(30)}</p></div>`).join(''),
    /信息公开/,
  );
});

test('elements and statements may be called what JavaScript calls its own', () => {
  const source = readHtml('<meta name="constructor" content="a"><constructor a="b">文</constructor>');
  assert.deepEqual(
    source.lines.map((line) => line.cells[0]?.text),
    ['文'],
  );
});

test('title, meta and the embedded data are kept beside the text', () => {
  const source = readHtml(
    '<html><head><title>某局\n年度报告</title><meta name="PubDate" content="2022-01-28&#32;10:00"></head>' +
      '<body><p>文</p><script type="application/json" id="gongkai-report">{"a":"<b>"}</script><svg><title>图</title></svg>',
  );
  assert.equal(source.title, '某局年度报告');
  assert.deepEqual(source.metadata, { PubDate: '2022-01-28 10:00' });
  assert.equal(source.embedded, '{"a":"<b>"}');
  assert.deepEqual(
    source.lines.map((line) => line.cells[0]?.text),
    ['文'],
  );
});

test('preformatted text keeps its lines, columns and tabs', () => {
  assert.deepEqual(rows('<pre>规章\t1\t2\n办法   3\n</pre>'), [
    ['规章', '1', '2'],
    ['办法\u00a0\u00a0\u00a03'],
  ]);
});

test('a whole report inside one cell comes out line by line', () => {
  const long = '本年度认真贯彻落实政府信息公开条例的各项规定。'.repeat(12);
  assert.deepEqual(
    readHtml(`<table><tr><td>目录<td><p>一、总体情况</p><p>${long}</p></table>`).lines.map(
      (line) => line.kind,
    ),
    ['text', 'text', 'text'],
  );
});

test('a colspan of a million is cut to what browsers allow; cells without end are refused', () => {
  assert.equal(
    readHtml('<table><tr><td colspan=1000000>甲<td rowspan=1000000>乙</table>').lines[0]?.cells[0]
      ?.columnSpan,
    1000,
  );
  assert.throws(() => readHtml(`<table>${'<tr><td colspan=1000>1'.repeat(300)}`), ReadError);
});

test('tables nested without end are refused, other elements nested without end are read', () => {
  assert.throws(() => readHtml('<table><tr><td>'.repeat(1000)), ReadError);
  assert.deepEqual(texts(`${'<div><span>'.repeat(100_000)}文`), ['文']);
});

test('a flood of entities and a line of ten million characters are read in one piece', () => {
  assert.equal(texts(`<p>${'&amp;'.repeat(200_000)}`)[0]?.length, 200_000);
  assert.equal(texts(`<p>${'字'.repeat(10_000_000)}`)[0]?.length, 10_000_000);
});

test('any text put into a cell, escaped, comes back as it was', () => {
  const word = fc.stringMatching(/^[\w一-龥（）“”&<>'"、。]{1,12}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      (grid) => {
        const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const html = grid
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
          .join('\n');
        assert.deepEqual(rows(`<table>${html}</table>`), grid);
      },
    ),
    { numRuns: 100 },
  );
});

test('broken markup of any kind gives lines or a clear refusal, never anything else', () => {
  const piece = fc.constantFrom(
    ...'<table>|</table>|<tr>|</tr>|<td>|</td>|<td colspan=3 rowspan=0>|<p>|</p>|<div style="display:none">|</div>|<!--|-->|<script>|</script>|<pre>|</pre>|<title>|</title>|&amp;|&#x110000;|&|<|>|规章|1|\n|\t|<br/>|<o:p>|"|<a href="'.split(
      '|',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        for (const line of readHtml(pieces.join('')).lines)
          assert.ok(line.cells.length > 0 || line.kind === 'grid');
      } catch (error) {
        assert.ok(error instanceof ReadError, String(error));
      }
    }),
    { numRuns: 500 },
  );
});

test('a raised or lowered mark beside a figure is none of its digits', () => {
  assert.deepEqual(
    rows(
      '<table><tr><td>3<sup>1</sup><td>4<sup>[1]</sup><td>5<span style="font-size:8pt;Vertical-Align: super">1<span>2</span></span>0<td>6<SUB>1</SUB>7<td style="vertical-align:super">8</table>',
    ),
    [['3¹', '4[¹]', '5¹²0', '6₁7', '8']],
  );
});

test('what a page raises and never closes ends with its cell or its paragraph', () => {
  assert.deepEqual(rows('<table><tr><td>3<sup>1<td>4</td></tr></table><p>5<sup>1</p><p>6<sup/>7</p>'), [
    ['3¹', '4'],
    ['5¹'],
    ['6⁷'],
  ]);
  assert.deepEqual(rows('<?xml version="1.0"?><p>6<sup/>7</p>'), [['67']]);
});
