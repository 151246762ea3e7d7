import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TableId } from '../../form/form.ts';
import type { Alignment } from '../align/alignment.ts';
import { readHtml } from '../html/read-html.ts';
import type { Source } from '../source.ts';
import { readText } from '../text/read-text.ts';
import { readOutline } from './read-outline.ts';

const none: Alignment = {
  form: null,
  tables: {},
  cells: new Map(),
  lines: new Set(),
  starts: {},
  problems: [],
};

/** Where tables stand in a text: `[requests]` opens one of two lines. */
const withTables = (text: string): { readonly source: Source; readonly alignment: Alignment } => {
  const raw = text.split('\n');
  const lines = new Set<number>();
  const starts: Partial<Record<TableId, number>> = {};
  for (const [index, line] of raw.entries()) {
    const table = /^\[(.+)\]$/.exec(line)?.[1] as TableId | undefined;
    if (table === undefined) continue;
    starts[table] = index;
    lines.add(index).add(index + 1);
    raw[index] = '自然人';
    raw[index + 1] = '12';
  }
  return { source: readText(raw.join('\n')), alignment: { ...none, form: '2021', lines, starts } };
};

const sectionsOf = (text: string): readonly string[] => {
  const { source, alignment } = withTables(text);
  return readOutline(source, alignment).sections.map(
    ({ id, title, paragraphs }) => `${id} ${title} | ${paragraphs.map((one) => one.text).join(' / ')}`,
  );
};

const titleOf = (...lines: readonly string[]) => {
  const { title, agency, year } = readOutline(readText([...lines, '', '一、总体情况'].join('\n')), none);
  return [title, agency, year];
};

const plain = `甲市乙局2023年政府信息公开工作年度报告
一、总体情况
本局依法公开。
二、主动公开政府信息情况
[proactive.20-1]

三、收到和处理政府信息公开申请情况
[requests]

注：含上年度结转。
四、政府信息公开行政复议、行政诉讼情况
[reviews]

五、存在的主要问题及改进情况
公开不够及时。
六、其他需要报告的事项
无`;

test('six headings give six sections without their tables, remarks under a table stay', () => {
  assert.deepEqual(sectionsOf(plain), [
    'overview 一、总体情况 | 本局依法公开。',
    'proactive 二、主动公开政府信息情况 | ',
    'requests 三、收到和处理政府信息公开申请情况 | 注：含上年度结转。',
    'reviews 四、政府信息公开行政复议、行政诉讼情况 | ',
    'problems 五、存在的主要问题及改进情况 | 公开不够及时。',
    'other 六、其他需要报告的事项 | 无',
  ]);
});

const wordings: readonly (readonly [string, readonly string[]])[] = [
  ['overview', ['总体概况', '概述', '基本情况', '政府信息公开工作总体情况', '总 体 情 况', '總體情況']],
  [
    'proactive',
    [
      '主动公开政府信息的情况',
      '政府信息主动公开情况',
      '行政机关主动公开政府信息情况',
      '主动公开政府信息情况：',
    ],
  ],
  [
    'requests',
    [
      '收到和处理政府信息公开申请的情况',
      '依申请公开政府信息情况',
      '收到及处理政府信息公开申请情况',
      '收到和处理政府信息公开申情况',
    ],
  ],
  [
    'reviews',
    [
      '政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '政府信息公开行政法复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
    ],
  ],
  [
    'problems',
    [
      '存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题和改进措施',
      '存在问题及改进情况',
      '存在的主要问题及下一步工作打算',
      '工作中的不足与今后改进的措施',
    ],
  ],
  [
    'other',
    ['其他需要报告的事项', '其它需要报告的事项', '需要报告的其他事项', '其他需要说明的事项', '其他事项'],
  ],
];

for (const [section, titles] of wordings)
  for (const title of titles)
    test(`“${title}” is read as the heading of ${section}, with any numeral`, () => {
      const order = wordings.findIndex(([id]) => id === section);
      for (const numeral of [`${'一二三四五六'[order]}、`, `${'一二三四五六'[order]}. `, '、', '三、', '']) {
        const rest = wordings.filter(([id]) => id !== section);
        const text = [
          `${numeral}${title}`,
          '正文一段。',
          ...rest.flatMap(([, [first]]) => [`${first}`, '另一段。']),
        ];
        const found = readOutline(readText(text.join('\n')), none).sections.find(({ id }) => id === section);
        assert.equal(found?.title, `${numeral}${title}`.trim());
        assert.deepEqual(
          found?.paragraphs.map((one) => one.text),
          ['正文一段。'],
        );
      }
    });

test('a narrative numbered 一 to 三 with the same headings does not take the place of the statutory ones', () => {
  const text = `甲局2022年政府信息公开工作年度报告
一、政务公开工作开展情况
我局认真落实各项要求。
二、主动公开政府信息情况
全年公开信息一百条。
三、因政府信息公开申请行政复议、提起行政诉讼的情况
没有发生。
、主动公开政府信息情况
[proactive.20-1]

、收到和处理政府信息公开申请情况
[requests]

、政府信息公开行政复议、行政诉讼情况
[reviews]
`;
  assert.deepEqual(
    sectionsOf(text).map((section) => section.split(' | ')[0]),
    [
      'overview 一、政务公开工作开展情况',
      'proactive 、主动公开政府信息情况',
      'requests 、收到和处理政府信息公开申请情况',
      'reviews 、政府信息公开行政复议、行政诉讼情况',
    ],
  );
});

test('sub-headings of the overview are part of it', () => {
  const text = plain.replace(
    '本局依法公开。',
    '（一）主动公开情况\n公开十条。\n（二）依申请公开情况\n收到两件。\n（三）行政复议、行政诉讼情况\n没有。',
  );
  assert.match(
    sectionsOf(text)[0] ?? '',
    /主动公开情况 \/ 公开十条。 \/ （二）依申请公开情况 \/ 收到两件。 \/ （三）行政复议、行政诉讼情况 \/ 没有。$/,
  );
});

test('a table before its heading leaves the heading its section', () => {
  const text = plain.replace(
    '四、政府信息公开行政复议、行政诉讼情况\n[reviews]\n',
    '[reviews]\n\n四、政府信息公开行政复议、行政诉讼情况',
  );
  assert.match(sectionsOf(text)[3] ?? '', /^reviews 四、政府信息公开行政复议、行政诉讼情况 \| $/);
});

test('headings in brackets are the main ones where there are no others', () => {
  const text = plain.replace(/^([一二三四五六])、/gm, '（$1）');
  assert.deepEqual(
    sectionsOf(text).map((section) => section.split(' ')[0]),
    ['overview', 'proactive', 'requests', 'reviews', 'problems', 'other'],
  );
});

test('a heading that runs on into its text, and one broken over two lines, are told from the text', () => {
  const text = plain
    .replace('六、其他需要报告的事项\n无', '六、其他需要报告的事项：本年度未收取信息处理费。')
    .replace('一、总体情况\n', '一、总体情况 ')
    .replace('行政复议、行政诉讼情况', '行政复议、\n行政诉讼情况');
  const sections = sectionsOf(text);
  assert.equal(sections[0], 'overview 一、总体情况 | 本局依法公开。');
  assert.equal(sections[3], 'reviews 四、政府信息公开行政复议、行政诉讼情况 | ');
  assert.equal(sections[5], 'other 六、其他需要报告的事项 | 本年度未收取信息处理费。');
});

test('page numbers and the break they stand in are taken out of a paragraph', () => {
  const text = plain.replace(
    '本局依法公开。',
    '本局依法公开，进一步完善主动公开目录和公开指南，着力提高公开的质量和实\n\n- 2 -\n\n效，群众满意。',
  );
  assert.match(sectionsOf(text)[0] ?? '', /质量和实效，群众满意。$/);
});

test('the foot of a web page and the signature are no part of the last section', () => {
  const text = `${plain}\n甲市乙局\n2024年1月20日\n上一篇：某通知\n版权所有：甲市人民政府`;
  const { source, alignment } = withTables(text);
  const outline = readOutline(source, alignment);
  assert.deepEqual(
    outline.sections.at(-1)?.paragraphs.map((one) => one.text),
    ['无'],
  );
  assert.equal(outline.published, '2024-01-20');
});

test('title, agency and year are read from every order and breaking', () => {
  assert.deepEqual(titleOf('甲市乙局2020年政府信息公开工作年度报告'), [
    '甲市乙局2020年政府信息公开工作年度报告',
    '甲市乙局',
    2020,
  ]);
  assert.deepEqual(titleOf('2021年度甲县乙镇人民政府政府信息公开工作年度报告').slice(1), [
    '甲县乙镇人民政府',
    2021,
  ]);
  assert.deepEqual(titleOf('甲市乙局丙分局政府信息公开工作2021年度报告').slice(1), ['甲市乙局丙分局', 2021]);
  assert.deepEqual(titleOf('甲市人民政府', '2024 年政府信息公开工作年度报告'), [
    '甲市人民政府2024 年政府信息公开工作年度报告',
    '甲市人民政府',
    2024,
  ]);
  assert.deepEqual(titleOf('甲市乙局2022年政府信息公开', '工作年度报告').slice(1), ['甲市乙局', 2022]);
  assert.deepEqual(titleOf('甲区乙局二〇二三年政府信息公开工作年度报告').slice(1), ['甲区乙局', 2023]);
  assert.deepEqual(titleOf('甲区乙局关于2023年政府信息公开工作情况的报告').slice(1), ['甲区乙局', 2023]);
  assert.deepEqual(titleOf('2023年政府信息公开工作年度报告（甲区乙局）').slice(1), ['甲区乙局', 2023]);
  assert.deepEqual(
    titleOf('首页 > 政府信息公开年报', '政府信息公开', '甲区乙局2023年政务公开工作年度报告').slice(1),
    ['甲区乙局', 2023],
  );
});

test('what the title leaves out is found in the box, the period and the signature', () => {
  const box =
    '索引号：01-2023\n发布机构：甲市乙局\n发布日期：2024年1月5日\n2023年政府信息公开工作年度报告\n一、总体情况\n好。';
  const outline = readOutline(readText(box), none);
  assert.deepEqual([outline.agency, outline.year, outline.published], ['甲市乙局', 2023, '2024-01-05']);
  const signed =
    '政府信息公开工作年度报告\n统计期限自2020年1月1日起至2020年12月31日。\n一、总体情况\n好。\n六、其他事项\n无\n甲市乙局\n二〇二一年一月三十日';
  const second = readOutline(readText(signed), none);
  assert.deepEqual([second.agency, second.year, second.published], ['甲市乙局', 2020, '2021-01-30']);
});

test('a place in the title is completed to its government only where the document names it', () => {
  const text = '发布机构：甲县人民政府\n甲县2023年政府信息公开工作年度报告\n一、总体情况';
  assert.equal(readOutline(readText(text), none).agency, '甲县人民政府');
  assert.equal(
    readOutline(readText('甲县2023年政府信息公开工作年度报告\n一、总体情况'), none).agency,
    '甲县',
  );
});

test('the title of the page and its statements help where the body says less', () => {
  const page = readHtml(
    '<title>甲市乙局2023年政府信息公开工作年度报告_甲市人民政府网站</title><meta name="PubDate" content="2024-01-12 09:30">' +
      '<p>政府信息公开工作年度报告</p><p>一、总体情况</p><p>好。</p>',
  );
  const outline = readOutline(page, none);
  assert.deepEqual([outline.agency, outline.year, outline.published], ['甲市乙局', 2023, '2024-01-12']);
});

test('a date that lost its marks is no date and harms nothing', () => {
  const { source, alignment } = withTables(`${plain}\n甲市乙局\n2024115`);
  const outline = readOutline(source, alignment);
  assert.equal(outline.published, null);
  assert.deepEqual(
    outline.sections.at(-1)?.paragraphs.map((one) => one.text),
    ['无'],
  );
});

test('a text that says nothing of itself is told by problems, not by guesses', () => {
  const outline = readOutline(readText('天气很好。'), none);
  assert.deepEqual([outline.title, outline.agency, outline.year, outline.sections], [null, null, null, []]);
  assert.deepEqual(
    outline.problems.map(({ code }) => code),
    ['report.noAgency', 'report.noYear'],
  );
});
