import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellIndex } from '../../form/forms.ts';
import type { Report } from '../../report.ts';
import { reportSaying, type Saying } from './fixtures/report-saying.ts';
import { readClaims } from './read-claims.ts';
import { narrativeRules } from './rules.ts';

type Figures = Readonly<Record<string, string | null>>;

/** Every cell of the 2021 form is 0 but those that are given; table 三 and 四 by their totals. */
const figures = (given: Figures): Figures => ({
  ...Object.fromEntries([...cellIndex('2021').keys()].map((id) => [id, '0'])),
  ...Object.fromEntries(
    Object.entries(given).map(([id, value]) => [
      id.startsWith('proactive') ? id : `${/^(reco|liti)/.test(id) ? 'reviews' : 'requests'}.${id}`,
      value,
    ]),
  ),
});

const findings = (report: Report): readonly string[] => {
  const claims = readClaims(report);
  return narrativeRules.flatMap((rule) =>
    [...rule.check(report, claims)].map(({ severity }) => `${rule.id} ${severity ?? rule.severity}`),
  );
};

const check = (saying: Saying, given: Figures): readonly string[] =>
  findings(reportSaying(saying, figures(given)));

/** New 10, carried over 2, concluded 11 (5+2+1+3), carried on 1; 4 reconsiderations, 3+1 litigations. */
const usual: Figures = {
  'received.total': '10',
  'received.naturalPerson': '8',
  'received.business': '1',
  'received.legalService': '1',
  'carriedIn.total': '2',
  'disclosed.total': '5',
  'partial.total': '2',
  'refused.stateSecret.total': '1',
  'unavailable.notHeld.total': '2',
  'otherHandling.other.total': '1',
  'concluded.total': '11',
  'carriedOut.total': '1',
  'reconsideration.upheld': '3',
  'reconsideration.pending': '1',
  'reconsideration.total': '4',
  'litigation.direct.upheld': '3',
  'litigation.direct.total': '3',
  'litigation.afterReconsideration.other': '1',
  'litigation.afterReconsideration.total': '1',
  'proactive.20-1.normativeDocuments.issued': '8',
  'proactive.20-6.penalties.decisions': '35',
  'proactive.20-8.charges.amount': '12.5',
};

const wrong: readonly (readonly [say: string, found: string])[] = [
  ['收到政府信息公开申请19件。', 'narrative.requestsReceived error'],
  ['新收政府信息公开申请12件。', 'narrative.requestsReceived error'],
  ['未收到政府信息公开申请。', 'narrative.requestsReceived error'],
  ['政府信息公开申请0件。', 'narrative.requestsReceived error'],
  ['收到政府信息公开申请50余件。', 'narrative.requestsReceived warning'],
  ['收到政府信息公开申请16件次。', 'narrative.requestsReceived warning'],
  ['收到政府信息公开申请13余件。', 'narrative.requestsReceived notice'],
  ['收到政府信息公开申请10件，上年结转3件。', 'narrative.requestsCarriedIn error'],
  ['收到政府信息公开申请10件，办结6件。', 'narrative.requestsConcluded error'],
  ['收到政府信息公开申请10件，结转下年度4件。', 'narrative.requestsCarriedOut error'],
  ['收到政府信息公开申请10件，其中予以公开6件。', 'narrative.requestOutcomes error'],
  ['收到政府信息公开申请10件，不予公开3件。', 'narrative.requestOutcomes error'],
  ['收到政府信息公开申请10件，其中自然人申请9件。', 'narrative.applicantKinds error'],
  ['因政府信息公开引发行政复议5件。', 'narrative.reconsiderations error'],
  ['因政府信息公开引发行政复议4件，其中结果维持2件。', 'narrative.reconsiderations error'],
  ['没有发生因政府信息公开引起的行政复议。', 'narrative.reconsiderations error'],
  ['因政府信息公开引发行政诉讼6件。', 'narrative.litigations error'],
  ['没有因政府信息公开被提起行政诉讼。', 'narrative.litigations error'],
  ['制发行政规范性文件9件。', 'narrative.documents warning'],
  ['作出行政处罚决定36件。', 'narrative.decisions warning'],
  ['收取行政事业性收费金额13万元。', 'narrative.charges warning'],
  ['收取信息处理费300元。其他情况：未收取任何费用。', 'narrative.processingFee error'],
  ['收到政府信息公开申请10件，其中予以公开5件，占60%。', 'narrative.shares error'],
  ['收到政府信息公开申请10件，较上年增加2件，增长20%。', 'narrative.changes error'],
  ['2023年收到政府信息公开申请8件，2024年收到政府信息公开申请10件，增加3件。', 'narrative.changes error'],
  ['主动公开政府信息110条，较上年增加10条，增长20%。', 'narrative.changes warning'],
  ['主动公开政府信息100条，其中网站80条、微信60条。', 'narrative.parts notice'],
  ['发布各类政务动态100条，其中政策10条、图片20条、其他信息80条。', 'narrative.parts warning'],
];

for (const [say, found] of wrong)
  test(`finds what is wrong in “${say}”`, () => {
    assert.deepEqual(check({ say }, usual), [found]);
  });

const right: readonly Saying[] = [
  { say: '收到政府信息公开申请10件。' },
  { say: '受理政府信息公开申请12件（含上年结转2件），办结11件，结转下年度1件。' },
  { say: '办理政府信息公开申请12件。' },
  { say: '办结政府信息公开申请11件，其中予以公开5件、部分公开2件、不予公开1件、无法提供2件、其他处理1件。' },
  { say: '收到政府信息公开申请10件，答复10件。' },
  { say: '收到政府信息公开申请10件，答复9件。' },
  { say: '收到政府信息公开申请10件，其中自然人8件、法人或其他组织2件。' },
  { say: '收到政府信息公开申请10件，其中予以公开5件，占45.5%。' },
  { say: '收到政府信息公开申请10件，其中予以公开5件，占50%。' },
  { say: '收到政府信息公开申请10件，较上年增加2件，增长25%。' },
  { say: '收到政府信息公开申请10件，较上年的12件减少2件，下降16.6%。' },
  { say: '收到政府信息公开申请近11件。' },
  { say: '全市共收到政府信息公开申请900件。' },
  { say: '市公安局收到政府信息公开申请40件。' },
  { say: '上年收到政府信息公开申请77件。' },
  { say: '收到涉及征地的政府信息公开申请4件。' },
  { say: '通过邮寄收到政府信息公开申请4件。' },
  { say: '因政府信息公开引发行政复议4件，行政诉讼4件。' },
  { say: '因政府信息公开引发行政诉讼3件，均为未经复议直接起诉。' },
  { say: '办理行政复议案件96件，审结90件。', agency: '某市司法局' },
  { say: '收取行政事业性收费金额12.5万元。' },
  { say: '发布各类政务动态100条，其中政策10条、图片20条等。' },
  { say: '主动公开政府信息100条，其中网站100条、微信60条。' },
  { say: '2024年收取信息处理费300元。其中一件申请收取信息处理费300元。' },
];

for (const saying of right)
  test(`has nothing against “${saying.say}”${saying.agency === undefined ? '' : ` from ${saying.agency}`}`, () => {
    assert.deepEqual(check(saying, usual), []);
  });

test('says nothing where the table is absent, and only warns where the cell is blank', () => {
  const say = '收到政府信息公开申请5件。';
  assert.deepEqual(findings(reportSaying({ say })), []);
  assert.deepEqual(findings(reportSaying({ say }, { 'requests.received.total': null })), [
    'narrative.requestsReceived warning',
  ]);
  assert.deepEqual(
    findings(reportSaying({ say: '未收到政府信息公开申请。' }, { 'requests.received.total': null })),
    [],
  );
});

test('finds the same quantity stated twice differently, but not new ones beside new and carried over', () => {
  const said = (say: string) => findings(reportSaying({ say }, { 'requests.carriedIn.total': '2' }));
  assert.deepEqual(said('收到政府信息公开申请10件。本机关收到政府信息公开申请19件。'), [
    'narrative.sameQuantity warning',
  ]);
  assert.deepEqual(said('收到政府信息公开申请10件。本机关受理政府信息公开申请12件。'), []);
});

test('finds a complete list that is not its whole', () => {
  assert.deepEqual(
    findings(reportSaying({ say: '收到政府信息公开申请10件，其中自然人8件、法人或其他组织3件。' })),
    ['narrative.parts error'],
  );
  assert.deepEqual(
    findings(
      reportSaying({ say: '政府信息公开行政复议5件，其中维持3件，纠正1件，其他结果1件，尚未审结1件。' }),
    ),
    ['narrative.parts error'],
  );
});

test('quotes the sentence with the number marked, and names the cell', () => {
  const report = reportSaying({ say: '前文。全年共收到政府信息公开申请19件，均已答复。' }, figures(usual));
  const rule = narrativeRules.find(({ id }) => id === 'narrative.requestsReceived');
  const [finding] = [...(rule?.check(report, readClaims(report)) ?? [])];
  assert.equal(
    finding?.message,
    '总体情况写“全年共收到政府信息公开申请19件”，表三“一、本年新收政府信息公开申请数量”总计为 10，两者不一致；其他口径也对不上（新收与上年结转之和 12、办理结果总计 11、办理结果各行之和 11）。',
  );
  assert.deepEqual(finding?.cells, ['requests.received.total']);
  const [said, cell] = finding?.places ?? [];
  assert.equal(said?.quote?.text.slice(...said.quote.mark), '19件');
  assert.equal(cell?.value, '10');
  assert.deepEqual([finding?.expected, finding?.found], ['10', '19']);
});

test('every rule has its own id, named after the family, and a source', () => {
  assert.equal(new Set(narrativeRules.map(({ id }) => id)).size, narrativeRules.length);
  for (const { id, source, title } of narrativeRules) {
    assert.match(id, /^narrative\.[a-z][A-Za-z]+$/);
    assert.ok(source.length > 0 && title.length > 0);
  }
});

const verbs = ['收到', '受理', '接到', '共收到', '新收'];
const nouns = ['政府信息公开申请', '信息公开申请', '依申请公开事项', '申请公开政府信息'];
const starts = ['', '2024年，', '全年', '本年度，我局', '2024年度本机关'];
const units = ['件', '起', '宗', '份'];

const small = fc.integer({ min: 1, max: 400 });

test('compares requests, results and reviews with the table: silent where all agree, else the right rule', () => {
  const planted = [
    '',
    'received',
    'carriedIn',
    'carriedOut',
    'disclosed',
    'natural',
    'reconsideration',
    'litigation',
  ];
  const ruleOf: Readonly<Record<string, string>> = {
    received: 'narrative.requestsReceived',
    carriedIn: 'narrative.requestsCarriedIn',
    carriedOut: 'narrative.requestsCarriedOut',
    disclosed: 'narrative.requestOutcomes',
    natural: 'narrative.applicantKinds',
    reconsideration: 'narrative.reconsiderations',
    litigation: 'narrative.litigations',
  };
  fc.assert(
    fc.property(
      fc.record({
        start: fc.constantFrom(...starts),
        verb: fc.constantFrom(...verbs),
        noun: fc.constantFrom(...nouns),
        unit: fc.constantFrom(...units),
        natural: small,
        business: small,
        carriedIn: small,
        disclosed: small,
        carriedOut: small,
        reconsideration: small,
        direct: small,
        after: small,
        wrong: fc.constantFrom(...planted),
        off: fc.integer({ min: 5000, max: 9000 }),
      }),
      (it) => {
        const say = (name: string, value: number): number => (it.wrong === name ? value + it.off : value);
        const received = it.natural + it.business;
        const text =
          `${it.start}${it.verb}${it.noun}${say('received', received)}${it.unit}，上年结转${say('carriedIn', it.carriedIn)}${it.unit}，` +
          `自然人申请${say('natural', it.natural)}${it.unit}，予以公开${say('disclosed', it.disclosed)}${it.unit}，` +
          `结转下年度继续办理${say('carriedOut', it.carriedOut)}${it.unit}。` +
          `因政府信息公开引发的行政复议${say('reconsideration', it.reconsideration)}${it.unit}；` +
          `行政诉讼${say('litigation', it.direct + it.after)}${it.unit}。`;
        const found = check(
          { say: text },
          {
            'received.total': String(received),
            'received.naturalPerson': String(it.natural),
            'received.business': String(it.business),
            'carriedIn.total': String(it.carriedIn),
            'carriedOut.total': String(it.carriedOut),
            'disclosed.total': String(it.disclosed),
            'reconsideration.total': String(it.reconsideration),
            'litigation.direct.total': String(it.direct),
            'litigation.afterReconsideration.total': String(it.after),
          },
        );
        const expected = ruleOf[it.wrong];
        assert.deepEqual(found, expected === undefined ? [] : [`${expected} error`], text);
      },
    ),
    { numRuns: 300 },
  );
});

test('recomputes percentages: right ones pass, however they are rounded, and others do not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 2 }),
      fc.boolean(),
      fc.boolean(),
      (before, now, decimals, cut, lie) => {
        fc.pre(before !== now);
        const delta = Math.abs(now - before);
        const scale = 10 ** decimals;
        const exact = (delta * 100 * scale) / before;
        const printed = (cut ? Math.floor(exact) : Math.round(exact)) / scale + (lie ? 7 : 0);
        const [more, grow] = now > before ? ['增加', '增长'] : ['减少', '下降'];
        const say = `收到政府信息公开申请${now}件，较上年${more}${delta}件，${grow}${printed.toFixed(decimals)}%。`;
        assert.deepEqual(findings(reportSaying({ say })), lie ? ['narrative.changes error'] : [], say);
      },
    ),
    { numRuns: 300 },
  );
});

test('adds up kinds of applicant as the sentence lists them', () => {
  fc.assert(
    fc.property(small, small, fc.integer({ min: -3, max: 3 }), (natural, organisations, off) => {
      fc.pre(natural + organisations + off > 0);
      const say = `收到政府信息公开申请${natural + organisations + off}件，其中自然人${natural}件、法人或其他组织${organisations}件。`;
      assert.deepEqual(findings(reportSaying({ say })), off === 0 ? [] : ['narrative.parts error'], say);
    }),
  );
});
