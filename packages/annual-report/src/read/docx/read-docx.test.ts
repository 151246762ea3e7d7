import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { buildDocx, type DocxParts, p, tbl, tc, tr } from '../office/build-docx.ts';
import { defaultLimits } from '../options.ts';
import { buildZip } from '../zip/build-zip.ts';
import { readDocx } from './read-docx.ts';

const read = (parts: string | DocxParts) =>
  readDocx(buildDocx(typeof parts === 'string' ? { body: parts } : parts), defaultLimits);
/** Each line in short: its texts; a grid cell with its column and, where merged, its spans. */
const lines = (parts: string | DocxParts) =>
  read(parts).lines.map((line) =>
    line.cells
      .map(({ text, column, columnSpan, rowSpan }) => {
        if (line.kind !== 'grid') return text;
        return `${column}${columnSpan + rowSpan > 2 ? `[${columnSpan}x${rowSpan}]` : ''}:${text}`;
      })
      .join(' | '),
  );
const run = (content: string, properties = '') => `<w:r>${properties}${content}</w:r>`;
const para = (...content: readonly string[]) => `<w:p>${content.join('')}</w:p>`;
const t = (text: string) => `<w:t>${text}</w:t>`;
const refusal = (code: string) => (error: unknown) =>
  error instanceof ReadError && error.problem.code === code;

test('gives paragraphs in order, without the empty ones, entities decoded', () => {
  assert.deepEqual(lines(p('一、总体情况') + p('') + p('A&amp;B &lt;&#19968;&#x4E8C;&gt;')), [
    '一、总体情况',
    'A&B <一二>',
  ]);
});

test('puts runs together that a word was split over', () => {
  assert.deepEqual(lines(para(run(t('收到申')), run(t('请')), run(t('12')), run(t('件')))), ['收到申请12件']);
});

test('reads tabs, breaks, hyphens and symbols as text', () => {
  assert.deepEqual(lines(para(run(`${t('收到')}<w:tab/>${t('12')}<w:tab/>${t('件')}`))), ['收到 | 12 | 件']);
  assert.deepEqual(lines(para(run(`${t('一、')}<w:tab/>${t('总体情况')}`))), ['一、 总体情况']);
  assert.deepEqual(lines(para(run(`${t('上')}<w:br/>${t('下')}`))), ['上', '下']);
  assert.deepEqual(
    lines(para(run(`${t('023')}<w:noBreakHyphen/>${t('6891')}<w:sym w:font="Wingdings" w:char="F0FE"/>`))),
    ['023-6891☑'],
  );
});

test('knows true columns from spans, cells left out before a row, and merged cells once at their anchor', () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const body = tbl(
    tr(tc('三、办理结果', restart), tc('（一）予以公开', '<w:gridSpan w:val="2"/>'), tc('3')),
    tr(tc('旧', '<w:vMerge/>'), tc('（三）不予公开', restart), tc('1.国家秘密'), tc('0')),
    tr(tc('', '<w:vMerge w:val="continue"/>'), tc('', '<w:vMerge/>'), tc('2.其他'), tc('')),
    `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc('合计')}${tc('3')}</w:tr>`,
  );
  assert.deepEqual(lines(body), [
    '0[1x3]:三、办理结果 | 1[2x1]:（一）予以公开 | 3:3',
    '1[1x2]:（三）不予公开 | 2:1.国家秘密 | 3:0',
    '2:2.其他 | 3:',
    '2:合计 | 3:3',
  ]);
});

test('reads the horizontal merges of old files', () => {
  const body = tbl(
    tr(tc('总计', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('5')),
    tr(tc('a'), tc('b'), tc('c')),
  );
  assert.deepEqual(lines(body), ['0[2x1]:总计 | 2:5', '0:a | 1:b | 2:c']);
});

test('keeps a continued cell that nothing stands above', () => {
  const body = tbl(tr(tc('a', '<w:vMerge/>'), tc('1')), tr(tc('b'), tc('2')));
  assert.deepEqual(lines(body), ['0:a | 1:1', '0:b | 1:2']);
});

test('takes a page laid out in a one-cell table apart, down to the real tables', () => {
  const real = tbl(tr(tc('规章'), tc('1')), tr(tc('文件'), tc('2')));
  const body = tbl(tr(tc(p('一、总体情况') + tbl(tr(tc(p('前言') + real))) + p('结尾'))));
  assert.deepEqual(lines(body), ['一、总体情况', '前言', '0:规章 | 1:1', '0:文件 | 1:2', '结尾']);
});

test('keeps a nested box as the text of its cell', () => {
  const body = tbl(tr(tc('规章'), tc(tbl(tr(tc('12'))) + p(''))), tr(tc('文件'), tc('3')));
  assert.deepEqual(lines(body), ['0:规章 | 1:12', '0:文件 | 1:3']);
});

test('leaves out deleted, moved-away and hidden text, and keeps inserted text', () => {
  const body = para(
    run(t('受理')),
    `<w:del>${run('<w:delText>3</w:delText>')}${run(t('3'))}</w:del>`,
    `<w:ins>${run(t('4'))}</w:ins>`,
    `<w:moveFrom>${run(t('9'))}</w:moveFrom>`,
    `<w:moveTo>${run(t('件'))}</w:moveTo>`,
    run(t('隐'), '<w:rPr><w:vanish/></w:rPr>'),
    run(t('显'), '<w:rPr><w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'),
  );
  assert.deepEqual(lines(body), ['受理4件显']);
});

test('joins two paragraphs whose mark between them is deleted, and drops deleted rows', () => {
  const mark = '<w:rPr><w:del w:id="1"/></w:rPr>';
  assert.deepEqual(lines(p('上半', mark) + p('下半')), ['上半下半']);
  const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc('x')}${tc('y')}</w:tr>`;
  assert.deepEqual(lines(tbl(tr(tc('a'), tc('1')), deleted)), ['0:a | 1:1']);
});

test('hides text whose character style hides it', () => {
  const styles =
    '<w:style w:type="character" w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  const body = para(run(t('见')), run(t('不见'), '<w:rPr><w:rStyle w:val="b"/></w:rPr>'));
  assert.deepEqual(lines({ body, styles }), ['见']);
});

test('reads a choice between markups once, and a text box once, behind the paragraph that holds it', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
  const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const body = para(
    run(t('正文')),
    run(
      `<mc:AlternateContent ${mc}><mc:Choice Requires="wps"><w:drawing>${box('框内')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框内')}</w:pict></mc:Fallback></mc:AlternateContent>`,
    ),
    run(t('续')),
  );
  assert.deepEqual(lines(body), ['正文续', '框内']);
});

test('gives the result of a field, not its instruction, and survives a field that never ends', () => {
  const char = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const field = para(
    char('begin'),
    run('<w:instrText>PAGE</w:instrText>'),
    run(t('指令')),
    char('separate'),
    run(t('7')),
    char('end'),
  );
  assert.deepEqual(lines(field), ['7']);
  assert.deepEqual(lines(para(char('begin'), run(t('丢失'))) + p('后文')), ['后文']);
});

test('reads content controls, but not the prompt of an empty one', () => {
  const control = (properties: string, text: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run(t(text))}</w:sdtContent></w:sdt>`;
  assert.deepEqual(lines(para(control('', '12'), control('<w:showingPlcHdr/>', '单击输入'))), ['12']);
  const cell = `<w:sdt><w:sdtPr/><w:sdtContent>${tc('5')}</w:sdtContent></w:sdt>`;
  assert.deepEqual(lines(tbl(tr(tc('a'), cell), tr(tc('b'), tc('6')))), ['0:a | 1:5', '0:b | 1:6']);
});

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (list: number, at: number, text: string) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

test('prints automatic numbers in front of headings and labels', () => {
  const tight = '<w:suff w:val="nothing"/>';
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', tight)}${level(1, 'chineseCountingThousand', '（%2）', tight)}${level(2, 'decimal', '%1.%3.', '<w:isLgl/>')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const body =
    numbered(1, 0, '总体情况') +
    numbered(1, 1, '甲') +
    numbered(1, 1, '乙') +
    numbered(1, 2, '丙') +
    p('无号') +
    numbered(1, 0, '主动公开') +
    numbered(1, 1, '丁') +
    numbered(2, 0, '存在问题') +
    numbered(2, 0, '其他');
  assert.deepEqual(lines({ body, numbering }), [
    '一、总体情况',
    '（一）甲',
    '（二）乙',
    '1.1. 丙',
    '无号',
    '二、主动公开',
    '（一）丁',
    '五、存在问题',
    '六、其他',
  ]);
});

test('counts items in cells, restarts them in a new list, and prints no bullets', () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '')}</w:abstractNum>` +
    [0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('');
  const body = tbl(
    tr(tc(numbered(1, 0, '属于国家秘密')), tc('0')),
    tr(tc(numbered(1, 0, '其他')), tc('0')),
    tr(tc(numbered(2, 0, '不掌握')), tc(numbered(3, 0, '7'))),
  );
  assert.deepEqual(lines({ body, numbering }), [
    '0:1. 属于国家秘密 | 1:0',
    '0:2. 其他 | 1:0',
    '0:1. 不掌握 | 1:7',
  ]);
});

test('numbers headings through their style, at the level that is bound to it', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'japaneseCounting', '（%2）', '<w:pStyle w:val="h2"/><w:suff w:val="nothing"/>')}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>`;
  const styles =
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>';
  const none = '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>';
  const body = p('甲', '<w:pStyle w:val="h2"/>') + p('乙', none) + p('丙', '<w:pStyle w:val="h2"/>');
  assert.deepEqual(lines({ body, numbering, styles }), ['（一）甲', '乙', '（二）丙']);
});

test('leaves the table of contents out, whose lines repeat the headings', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
  assert.deepEqual(
    lines({ body: p('一、总体情况1', '<w:pStyle w:val="11"/>') + p('一、总体情况'), styles }),
    ['一、总体情况'],
  );
});

test('reads the strict dialect, other prefixes, and text in formulas', () => {
  assert.deepEqual(
    lines({ body: p('严格'), namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' }),
    ['严格'],
  );
  const xml =
    '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="urn:other"><x:body><x:p><x:r><x:t>前缀</x:t></x:r><w:r><w:t>别的</w:t></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>12</m:t></m:r></m:oMath></x:p></x:body></x:document>';
  const { lines: read } = readDocx(buildZip([{ name: 'word/document.xml', data: xml }]), defaultLimits);
  assert.equal(read[0]?.cells[0]?.text, '前缀12');
});

test('tells the title and the embedded report', () => {
  const source = read({
    body: p('x'),
    title: '某局2023年政府信息公开工作年度报告',
    more: [{ name: 'gongkai/report.json', data: '{"year":2023}' }],
  });
  assert.equal(source.title, '某局2023年政府信息公开工作年度报告');
  assert.equal(source.embedded, '{"year":2023}');
  assert.equal(read(p('x')).title, null);
});

test('gives a place to every paragraph and cell', () => {
  const source = read(p('甲') + p('') + tbl(tr(tc('a', '<w:gridSpan w:val="2"/>'), tc('b'))) + p('乙'));
  assert.deepEqual(
    source.lines.flatMap((line) => line.cells.map((cell) => cell.place)),
    [
      { kind: 'paragraph', paragraph: 1 },
      { kind: 'table', table: 1, row: 1, column: 1 },
      { kind: 'table', table: 1, row: 1, column: 3 },
      { kind: 'paragraph', paragraph: 2 },
    ],
  );
});

test('refuses entity bombs, deep nesting, huge spans and too many cells', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>';
  const raw = (data: string) => () =>
    readDocx(buildZip([{ name: 'word/document.xml', data }]), defaultLimits);
  assert.throws(raw(bomb), refusal('file.hostile'));
  assert.throws(() => read('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)), refusal('file.hostile'));
  assert.throws(() => read(tbl(tr(tc('a', '<w:gridSpan w:val="99999"/>')))), refusal('file.hostile'));
  const row = tr(tc('a', '<w:gridSpan w:val="900"/>'));
  assert.throws(() => read(tbl(row.repeat(300))), refusal('file.tooLarge'));
  assert.throws(raw('<w:document xmlns:w="x"><w:body>'), refusal('file.damaged'));
  assert.throws(() => readDocx(buildZip([{ name: 'a', data: '' }]), defaultLimits), refusal('file.damaged'));
});

test('passes over properties that stand outside of what they belong to', () => {
  const stray =
    '<w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const more = '<w:trPr><w:del/></w:trPr><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>';
  assert.deepEqual(lines(stray + more + p('正文')), ['正文']);
});

test('never crashes on damaged XML or on a damaged package', () => {
  const body =
    p('一、总体情况') +
    tbl(tr(tc('a', '<w:vMerge w:val="restart"/>'), tc('1')), tr(tc('', '<w:vMerge/>'), tc('2')));
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const file = buildDocx({ body });
  let seed = 11;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const tokens = [
    '<',
    '>',
    '/',
    '"',
    '<w:tc>',
    '</w:tc>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:p>',
    '</w:p>',
    '<!--',
    '&#x110000;',
    '<w:body>',
    '</w:body>',
  ];
  for (let round = 0; round < 1500; round++) {
    let damaged = xml;
    for (let change = next(3); change >= 0; change--) {
      const at = next(damaged.length);
      damaged = damaged.slice(0, at) + tokens[next(tokens.length)] + damaged.slice(at + next(12));
    }
    const bytes =
      round % 3 === 0 ? Buffer.from(file) : buildZip([{ name: 'word/document.xml', data: damaged }]);
    if (round % 3 === 0) bytes[next(bytes.length)] = next(256);
    try {
      readDocx(bytes, defaultLimits);
    } catch (error) {
      assert.ok(error instanceof ReadError, `${error} ${(error as Error).stack}`);
    }
  }
});

test('a raised or lowered mark beside a figure is none of its digits, whether the run or its style says so', () => {
  const align = (value: string) => `<w:vertAlign w:val="${value}"/>`;
  const properties = (content: string) => `<w:rPr>${content}</w:rPr>`;
  const styles = `<w:style w:type="character" w:styleId="r">${properties(align('superscript'))}</w:style><w:style w:type="character" w:styleId="s"><w:basedOn w:val="r"/></w:style>`;
  const body = para(
    run(t('3')),
    run(t('1'), properties(align('superscript'))),
    run(t(' 4')),
    run(t('1'), properties(align('subscript'))),
    run(t(' 5')),
    run(t('[12]'), properties('<w:rStyle w:val="s"/>')),
    run(t(' 6')),
    run(t('7'), properties(`<w:rStyle w:val="s"/>${align('baseline')}`)),
    run('<w:footnoteReference w:id="1"/>', properties(align('superscript'))),
    run(t('8')),
  );
  assert.deepEqual(lines({ body, styles }), ['3¹ 4₁ 5[¹²] 678']);
});
