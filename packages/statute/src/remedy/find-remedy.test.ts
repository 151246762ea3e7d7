import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citeShort } from '../citation/cite.ts';
import { isConfigurable } from '../confidence.ts';
import { outcomes } from '../outcome/outcomes.ts';
import { findRemedy } from './find-remedy.ts';
import { checkRouteChoices, remedyRuleOn } from './find-remedy-rule.ts';
import { bodyRuleOn, courtLevelOf } from './reconsideration-bodies.ts';
import type { Remedy } from './remedy.ts';
import { remedyPeriodsOn } from './remedy-periods.ts';
import { remedySubjects } from './remedy-rule.ts';
import { remedyRules } from './remedy-rules.ts';
import { bodyRoles, organKinds, type ReplyingOrgan } from './replying-organ.ts';
import { reviewResults } from './review-results.ts';

const bureau: ReplyingOrgan = {
  kind: 'localDepartment',
  name: '云山区民政局',
  bodies: { ownGovernment: '云山区人民政府', superiorDepartment: '云州市民政局' },
};

const remedyOf = (question: Parameters<typeof findRemedy>[0]): Remedy => {
  const found = findRemedy(question);
  assert.ok(found.ok, found.ok ? '' : found.reason);
  return found.value;
};

const everyBody = Object.fromEntries(bodyRoles.map((role) => [role, `【${role}】`]));

test('a refusal of 2026 sends the applicant to reconsideration by the district government first', () => {
  const { paragraph } = remedyOf({ subject: 'refused', date: '2026-03-16', organ: bureau });
  assert.equal(
    paragraph,
    '如对本答复不服，根据《中华人民共和国行政复议法》第二十条第一款、第二十三条第一款第（四）项、第二十四条第一款第（一）项' +
      '和《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）第一条第（二）项的规定，' +
      '应当自收到本答复之日起60日内，先向云山区人民政府申请行政复议；' +
      '对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。' +
      '行政复议机关决定不予受理、驳回申请或者受理后超过行政复议期限不作答复的，' +
      '可以自收到决定书之日起或者行政复议期限届满之日起15日内，依法向人民法院提起行政诉讼。',
  );
});

test('a reply that information does not exist leaves the choice of either way', () => {
  const organ = { ...bureau, court: '云州铁路运输法院' };
  const { paragraph } = remedyOf({ subject: 'unavailable', date: '2026-03-16', organ });
  assert.match(
    paragraph,
    /可以自收到本答复之日起60日内向云山区人民政府申请行政复议，或者自收到本答复之日起6个月内依法向云州铁路运输法院提起行政诉讼。$/,
  );
  assert.match(paragraph, /第五十一条/);
  assert.doesNotMatch(paragraph, /先向/);
});

test('a partial disclosure parts the ways: reconsideration first for what is withheld, either for the rest', () => {
  const { paragraph, confidence } = remedyOf({ subject: 'partial', date: '2026-03-16', organ: bureau });
  const [withheld = '', rest = ''] = paragraph.split('如对本答复的其他内容不服');
  assert.match(withheld, /^如对本答复中不予公开的部分不服，.*先向云山区人民政府/);
  assert.match(rest, /可以自收到本答复之日起60日内向云山区人民政府申请行政复议，或者/);
  assert.equal(confidence, 'inferred');
});

test('reconsideration has to come first from the first day of 2024 and not a day earlier', () => {
  for (const subject of ['refused', 'partial'] as const) {
    const route = (date: string) => remedyOf({ subject, date, organ: bureau }).route;
    assert.deepEqual(['2019-05-15', '2023-12-31', '2024-01-01'].map(route), [
      'either',
      'either',
      'reconsiderationFirst',
    ]);
  }
});

test('the interpretation of 2025 is cited from 1 June 2025 on', () => {
  const cites = (date: string) =>
    remedyOf({ subject: 'refused', date, organ: bureau }).paragraph.includes('法释〔2025〕8号');
  assert.deepEqual(['2025-05-31', '2025-06-01'].map(cites), [false, true]);
});

test('since 2024 a department is reconsidered by its own government only; before, by its superior too', () => {
  const names = (date: string) =>
    remedyOf({ subject: 'refused', date, organ: bureau }).bodies.map((body) => body.name);
  assert.deepEqual(names('2023-12-31'), ['云山区人民政府', '云州市民政局']);
  assert.deepEqual(names('2024-01-01'), ['云山区人民政府']);
});

const bodiesOn = (date: string) =>
  organKinds.map((kind) => {
    const rule = bodyRuleOn(kind, date)!;
    return `${kind} → ${rule.roles.join(' ')}, ${citeShort(rule.basis)}`;
  });

test('each kind of organ is sent to the body that the law of 2023 names', () => {
  assert.deepEqual(bodiesOn('2024-01-01'), [
    'localDepartment → ownGovernment, 行政复议法第二十四条第一款第（一）项',
    'justiceDepartment → ownGovernment superiorDepartment, 行政复议法第二十八条',
    'departmentBranch → ownGovernment localGovernment, 行政复议法第二十四条第四款',
    'authorisedOrganisation → ownGovernment, 行政复议法第二十四条第一款第（四）项',
    'townshipGovernment → upperGovernment, 行政复议法第二十四条第一款第（二）项',
    'governmentOutpost → establishingGovernment, 行政复议法第二十四条第一款第（三）项',
    'countyGovernment → upperGovernment, 行政复议法第二十四条第一款第（二）项',
    'cityGovernment → upperGovernment, 行政复议法第二十四条第一款第（二）项',
    'provincialGovernment → self, 行政复议法第二十四条第二款',
    'verticalAgency → superiorDepartment, 行政复议法第二十七条',
    'customs → superiorDepartment, 行政复议法第二十七条',
    'centralDepartment → self, 行政复议法第二十五条第（一）项',
    'centralBranch → parentDepartment, 行政复议法第二十五条',
  ]);
});

test('until 2023 it was the body that the law of 1999 names', () => {
  assert.deepEqual(bodiesOn('2023-12-31'), [
    'localDepartment → ownGovernment superiorDepartment, 行政复议法第十二条第一款',
    'justiceDepartment → ownGovernment superiorDepartment, 行政复议法第十二条第一款',
    'departmentBranch → parentDepartment ownGovernment, 行政复议法第十五条第一款第（二）项',
    'authorisedOrganisation → managingOrgan, 行政复议法第十五条第一款第（三）项',
    'townshipGovernment → upperGovernment, 行政复议法第十三条第一款',
    'governmentOutpost → establishingGovernment, 行政复议法第十五条第一款第（一）项',
    'countyGovernment → upperGovernment, 行政复议法第十三条第一款',
    'cityGovernment → upperGovernment, 行政复议法第十三条第一款',
    'provincialGovernment → self, 行政复议法第十四条',
    'verticalAgency → superiorDepartment, 行政复议法第十二条第二款',
    'customs → superiorDepartment, 行政复议法第十二条第二款',
    'centralDepartment → self, 行政复议法第十四条',
    'centralBranch → parentDepartment, 行政复议法第十五条第一款',
  ]);
});

test('the periods: 60 days, 15 days, 15 days, 6 months, each under its article', () => {
  const periodsOn = (date: string) => {
    const { applyForReconsideration, sueAfterDecision, sueAfterRefusal, sueDirectly } =
      remedyPeriodsOn(date)!;
    return [applyForReconsideration, sueAfterDecision, sueAfterRefusal, sueDirectly].map(
      ({ length, unit, basis }) => `${length} ${unit} ${citeShort(basis)}`,
    );
  };
  assert.deepEqual(periodsOn('2024-01-01'), [
    '60 day 行政复议法第二十条第一款',
    '15 day 行政诉讼法第四十五条',
    '15 day 行政复议法第三十四条',
    '6 month 行政诉讼法第四十六条第一款',
  ]);
  assert.deepEqual(periodsOn('2023-12-31'), [
    '60 day 行政复议法第九条第一款',
    '15 day 行政诉讼法第四十五条',
    '15 day 行政复议法第十九条',
    '6 month 行政诉讼法第四十六条第一款',
  ]);
  assert.equal(remedyPeriodsOn('2017-12-31'), null);
});

test('the periods run from the reply, the notice, or the end of the time for replying', () => {
  const from = remedySubjects.map(
    (subject) =>
      /自(.*?之日起)60日/.exec(remedyOf({ subject, date: '2026-01-01', organ: bureau }).paragraph)?.[1],
  );
  assert.deepEqual(from, [
    ...Array.from({ length: 6 }, () => '收到本答复之日起'),
    ...Array.from({ length: 3 }, () => '收到本告知书之日起'),
    '答复期限届满之日起',
    '收到本告知书之日起',
  ]);
});

test('a province or a ministry reconsiders itself, and the State Council may be asked after it', () => {
  const organ: ReplyingOrgan = { kind: 'centralDepartment', name: '民政部', bodies: {} };
  const { paragraph, court } = remedyOf({ subject: 'refused', date: '2026-03-16', organ });
  assert.match(paragraph, /先向民政部申请行政复议.*也可以向国务院申请裁决/);
  assert.equal(court.level, 'intermediate');
});

test('suits against governments from the county up and the customs go to the intermediate court', () => {
  const courts = organKinds.map((kind) => {
    const { level, basis } = courtLevelOf(kind);
    return level === 'basic' ? null : `${kind} ${citeShort(basis)}`;
  });
  assert.deepEqual(
    courts.filter((court) => court !== null),
    [
      'countyGovernment 行政诉讼法第十五条第（一）项',
      'cityGovernment 行政诉讼法第十五条第（一）项',
      'provincialGovernment 行政诉讼法第十五条第（一）项',
      'customs 行政诉讼法第十五条第（二）项',
      'centralDepartment 行政诉讼法第十五条第（一）项',
    ],
  );
  assert.equal(citeShort(courtLevelOf('localDepartment').basis), '行政诉讼法第十四条');
});

test('each result of a review stands in its column under its article', () => {
  const upheld = reviewResults.filter(({ column }) => column === 'upheld');
  assert.deepEqual(
    upheld.map(({ name, basis }) => `${name} ${basis === null ? '' : citeShort(basis)}`),
    ['维持 行政复议法第六十八条', '驳回行政复议请求 行政复议法第六十九条', '驳回诉讼请求 '],
  );
});

test('where the reconsidering body is not set, the settings keeper learns which name is missing', () => {
  const organ: ReplyingOrgan = { kind: 'townshipGovernment', name: '青溪镇人民政府', bodies: {} };
  assert.deepEqual(findRemedy({ subject: 'refused', date: '2026-03-16', organ }), {
    ok: false,
    reason:
      '青溪镇人民政府（乡（镇）人民政府）的行政复议机关是上一级人民政府，还没有填写它的名称。请在机关设置中填写。',
  });
});

test('before the regulation of 2019 nothing is cited', () => {
  const found = findRemedy({ subject: 'refused', date: '2019-05-14', organ: bureau });
  assert.ok(!found.ok && found.reason.includes('2019年5月15日'));
});

test('an agency may set the way only where the law leaves it open', () => {
  assert.ok(checkRouteChoices({ noReply: 'reconsiderationFirst', notProcessed: 'either' }).ok);
  assert.ok(!checkRouteChoices({ refused: 'either' }).ok);
  assert.ok(!checkRouteChoices({ rejected: 'either' }).ok);
  assert.ok(!checkRouteChoices({ noReply: 'court' }).ok);
  assert.equal(
    remedyRuleOn('noReply', '2026-01-01', { noReply: 'reconsiderationFirst' })?.route,
    'reconsiderationFirst',
  );
  assert.equal(remedyRuleOn('refused', '2026-01-01', { refused: 'either' })?.route, 'reconsiderationFirst');
  const silent = remedyOf({
    subject: 'other',
    date: '2026-01-01',
    organ: bureau,
    choices: { other: 'none' },
  });
  assert.deepEqual([silent.paragraph, silent.bodies], ['', []]);
});

test('every refusal under Arts. 14 to 16 requires reconsideration first, and no other outcome but partial does', () => {
  const first = outcomes.filter(
    ({ remedy }) => remedy !== null && remedyRuleOn(remedy, '2026-01-01')?.route === 'reconsiderationFirst',
  );
  const underArts14To16 = outcomes.filter(
    ({ group, basis }) =>
      group === 'refused' && basis.some(({ article = 0 }) => article >= 14 && article <= 16),
  );
  assert.deepEqual(
    first.map(({ id }) => id).toSorted(),
    [...underArts14To16.map(({ id }) => id), 'partially_disclosed'].toSorted(),
  );
});

test('on any day since the regulation each subject has exactly one rule, and each organ one body', () => {
  const day = fc
    .date({ min: new Date('2019-05-15'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const rulesOn = (subject: string, date: string) =>
    remedyRules.filter(
      (rule) => rule.subject === subject && rule.from <= date && (rule.to ?? '9999') >= date,
    );
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...remedySubjects),
      fc.constantFrom(...organKinds),
      (date, subject, kind) => {
        assert.equal(rulesOn(subject, date).length, 1);
        const organ = { kind, name: '答复机关', bodies: everyBody };
        const remedy = remedyOf({ subject, date, organ });
        assert.ok(remedy.bodies.length > 0);
        for (const { name } of remedy.bodies) assert.ok(remedy.paragraph.includes(name));
        assert.match(remedy.paragraph, /60日内.*人民法院.*。$/);
        assert.equal(remedy.paragraph.includes('先向'), remedy.route === 'reconsiderationFirst');
        assert.ok(!/undefined|null|《》/.test(remedy.paragraph));
      },
    ),
  );
});

test('where nothing was answered both ways are named under the interpretation, until an agency sets otherwise', () => {
  const { paragraph } = remedyOf({ subject: 'noReply', date: '2026-01-01', organ: bureau });
  assert.match(paragraph, /^如对本机关逾期不予答复不服，根据.*（法释〔2025〕8号）第二条第二款/);
});

test('what is unsettled is marked so, and only that may be set otherwise', () => {
  const open = remedyRules.filter((rule) => rule.to === null && isConfigurable(rule.confidence));
  assert.deepEqual(
    open.map((rule) => rule.subject),
    ['partial', 'registryInquiry', 'needsCreation', 'notProcessed', 'abandoned', 'other', 'noReply'],
  );
});

test('a branch whose local government is not set is reconsidered by its own government alone', () => {
  const branch: ReplyingOrgan = { ...bureau, kind: 'departmentBranch', name: '云山区民政局城关所' };
  const names = (bodies: ReplyingOrgan['bodies']) =>
    remedyOf({ subject: 'refused', date: '2026-03-16', organ: { ...branch, bodies } }).bodies.map(
      (body) => body.name,
    );
  assert.deepEqual(names({ ownGovernment: '云山区人民政府' }), ['云山区人民政府']);
  assert.deepEqual(names({ ownGovernment: '云州市人民政府', localGovernment: '云山区人民政府' }), [
    '云州市人民政府',
    '云山区人民政府',
  ]);
});
