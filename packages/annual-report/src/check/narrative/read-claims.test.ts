import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { inShort, reportSaying, type Saying } from './fixtures/report-saying.ts';
import { readClaims } from './read-claims.ts';

interface Phrasing extends Saying {
  readonly claims: string;
}

const blocks = readFileSync(new URL('fixtures/phrasings.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .trim()
  .split(/\n\n+/);

const phrasings = blocks.map((block): Phrasing => {
  const lines = block.split('\n');
  const field = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name}：`))?.slice(name.length + 1);
  const agency = field('机关');
  const under = field('标题');
  return {
    say: lines.at(-2) as string,
    claims: (lines.at(-1) as string).slice(1).trim(),
    ...(agency === undefined ? {} : { agency }),
    ...(under === undefined ? {} : { under }),
  };
});

const claimsOf = (saying: Saying): string =>
  readClaims(reportSaying(saying))
    .map(inShort)
    .filter((line) => line !== null)
    .join(' ; ');

test('there are enough phrasings to trust the grammar', () => {
  assert.ok(phrasings.length >= 150, String(phrasings.length));
});

for (const phrasing of phrasings)
  test(`reads “${phrasing.say}”${phrasing.under === undefined ? '' : ` under “${phrasing.under}”`}`, () => {
    assert.equal(claimsOf(phrasing), phrasing.claims);
  });

test('marks the figure inside the sentence as it is printed, spaces and full-width digits included', () => {
  const [claim] = readClaims(reportSaying({ say: '前一句。2024年，我局共受理 政府信息公开申请 １２ 件。' }));
  assert.ok(claim);
  assert.equal(claim.quote.text, '2024年，我局共受理 政府信息公开申请 １２ 件。');
  assert.equal(claim.quote.text.slice(...claim.quote.mark), '１２ 件');
});

test('joins printed lines, but trusts no number that a line end cuts in two', () => {
  const report = reportSaying({ say: '' });
  const lines = (...texts: readonly string[]) => ({
    ...report,
    preamble: texts.map((text) => ({ text, place: null })),
    sections: [],
  });
  const short = (...texts: readonly string[]) =>
    readClaims(lines(...texts))
      .map(inShort)
      .filter(Boolean);
  assert.deepEqual(short('2024年，我局认真做好有关工作，全年共收到政府信息公开申', '请31件，均已答复。'), [
    'received 31',
    'carriedOut 0?',
  ]);
  assert.deepEqual(short('2024年，我局认真做好有关工作，共收到政府信息公开申请31', '19件，均已答复。'), []);
});

test('goes on speaking of 全市 in the sentences that follow', () => {
  assert.equal(
    claimsOf({ say: '全市共收到政府信息公开申请500件。其中予以公开300件。' }),
    'wide received 500 ; wide disclosed 300',
  );
});

test('reads a report without year, agency or text without complaint', () => {
  const empty = { ...reportSaying({ say: '' }), agency: null, year: null };
  assert.deepEqual(readClaims(empty), []);
  const nameless = { ...reportSaying({ say: '收到政府信息公开申请5件。' }), agency: null, year: null };
  assert.deepEqual(readClaims(nameless).map(inShort), ['received 5']);
});

test('stays calm over text that means nothing or means harm', () => {
  const pieces = [
    '收到',
    '政府信息公开申请',
    '5件',
    '，',
    '其中',
    '（',
    '）',
    '分别为',
    '3、4件',
    '占',
    '12.5%',
    '未收到',
    '行政复议',
    '。',
    '2024年',
    '百分之',
    '千',
    '\n',
    '、',
    '均为0',
    '结转至',
    '較',
    'x@y',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }), (words) => {
      const say = words.join('');
      for (const { quote } of readClaims(reportSaying({ say }))) {
        const [start, end] = quote.mark;
        assert.ok(start >= 0 && start < end && end <= quote.text.length, JSON.stringify(say));
      }
    }),
    { numRuns: 500 },
  );
  for (const piece of ['1', '一', '1.', '1a', '百分之', '（', '申请5件，', 'w', '第一', '12 ', '收到申请\n'])
    readClaims(reportSaying({ say: `收到政府信息公开申请${piece.repeat(20_000)}件` }));
  const lines = Array.from(
    { length: 5000 },
    () => '没有句号的一行文字，收到政府信息公开申请5件，仍然没有句号',
  );
  const report = reportSaying({ say: '' });
  readClaims({ ...report, preamble: lines.map((text) => ({ text, place: null })) });
});
