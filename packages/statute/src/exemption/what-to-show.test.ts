import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citeShort } from '../citation/cite.ts';
import { getOutcome } from '../outcome/outcomes.ts';
import { type ExemptionId, exemptions, getExemption } from './exemptions.ts';
import { effectOfAnswer, type ThirdPartyAnswer, thirdPartyAnswers } from './third-party-answer.ts';
import { needsSeverance, type WithholdingFacts, whatToShow } from './what-to-show.ts';

const ids = (facts: WithholdingFacts) => whatToShow(facts).showings.map(({ id }) => id);

test('the grounds of Arts. 14 to 16: nine, and which of them leave a choice', () => {
  const table = exemptions.map((row) => `${row.id} ${citeShort(row.basis)} ${row.force} → ${row.outcome}`);
  assert.deepEqual(table, [
    'state_secret 条例第十四条 must → refused_state_secret',
    'prohibited_by_law 条例第十四条 must → refused_prohibited_by_law',
    'security 条例第十四条 must → refused_security',
    'trade_secret 条例第十五条 must → refused_third_party',
    'personal_privacy 条例第十五条 must → refused_third_party',
    'other_third_party 条例第十五条 must → refused_third_party',
    'internal_affairs 条例第十六条第一款 may → refused_internal_affairs',
    'deliberative 条例第十六条第二款 may → refused_deliberative',
    'enforcement_file 条例第十六条第二款 may → refused_enforcement_file',
  ]);
});

test('only the second paragraph of Art. 16 yields to other law', () => {
  const yielding = exemptions.filter((row) => row.yieldsToLaw).map(({ id }) => id);
  assert.deepEqual(yielding, ['deliberative', 'enforcement_file']);
});

test('consent opens under Art. 15, everything else a third party does is read under Art. 32', () => {
  const articles = thirdPartyAnswers.map((answer) => effectOfAnswer(answer, false).basis.article);
  assert.deepEqual(articles, [32, 32, 15, 32, 32, 32]);
});

test('only a third party’s ground gives way to the public interest', () => {
  for (const { thirdParty, publicInterestOverride } of exemptions)
    assert.equal(publicInterestOverride, thirdParty);
});

test('each thing to show stands under its article, and the record says what the third party did', () => {
  const shown = (facts: WithholdingFacts) =>
    whatToShow(facts).showings.map(({ id, basis }) => `${id} ${citeShort(basis)}`);
  assert.deepEqual(shown({ exemption: 'trade_secret', answer: 'silent' }), [
    'harm 条例第十五条',
    'consultation 条例第三十二条',
    'thirdPartyAnswer 条例第三十二条',
    'ownDecision 条例第三十二条',
    'severance 条例第三十七条',
    'reasons 条例第三十六条第（三）项',
  ]);
  const record = (answer: ThirdPartyAnswer) =>
    whatToShow({ exemption: 'trade_secret', answer }).showings.find(({ id }) => id === 'thirdPartyAnswer')
      ?.text;
  assert.deepEqual([record('silent'), record('objects')], ['第三方逾期未提出意见的记录', '第三方的书面意见']);
});

test('a refusal rests on the article of its ground', () => {
  for (const { basis, outcome } of exemptions) {
    const cited = getOutcome(outcome).basis.map(citeShort);
    assert.ok(cited.includes(citeShort(basis)), outcome);
  }
});

test('三安全一稳定 has four kinds, internal affairs three, deliberative information four', () => {
  const counts = (['security', 'internal_affairs', 'deliberative'] as const).map(
    (id) => getExemption(id).kinds.length,
  );
  assert.deepEqual(counts, [4, 3, 4]);
});

test('a state secret is withheld with its classification on file, and severance examined all the same', () => {
  assert.equal(whatToShow({ exemption: 'state_secret' }).effect, 'withhold');
  assert.deepEqual(ids({ exemption: 'state_secret' }), ['classification', 'severance', 'reasons']);
});

test('danger to security needs its kind and the harm shown', () => {
  assert.deepEqual(ids({ exemption: 'security' }), ['kind', 'harm', 'severance', 'reasons']);
});

test('process information may be withheld, unless a law requires it to be disclosed', () => {
  assert.deepEqual(ids({ exemption: 'deliberative' }), [
    'kind',
    'noDuty',
    'discretion',
    'severance',
    'reasons',
  ]);
  assert.equal(whatToShow({ exemption: 'deliberative' }).effect, 'mayWithhold');
  assert.equal(whatToShow({ exemption: 'deliberative', requiredByLaw: true }).effect, 'disclose');
  assert.equal(whatToShow({ exemption: 'enforcement_file', requiredByLaw: true }).effect, 'disclose');
});

test('the proviso of Art. 16 ¶2 reaches neither internal affairs nor Art. 14', () => {
  assert.equal(whatToShow({ exemption: 'internal_affairs', requiredByLaw: true }).effect, 'mayWithhold');
  assert.equal(whatToShow({ exemption: 'state_secret', requiredByLaw: true }).effect, 'withhold');
});

test('a third party must be asked; its silence is not consent, the agency decides', () => {
  const effects = thirdPartyAnswers.map((answer) => whatToShow({ exemption: 'trade_secret', answer }).effect);
  assert.deepEqual(effects, ['undecided', 'undecided', 'disclose', 'withhold', 'mayWithhold', 'mayWithhold']);
  assert.deepEqual(ids({ exemption: 'trade_secret' }), ['harm', 'consultation']);
  assert.ok(ids({ exemption: 'personal_privacy', answer: 'silent' }).includes('ownDecision'));
});

test('the public interest overrides a reasoned objection, and the third party is told what and why', () => {
  const facts = { exemption: 'trade_secret', answer: 'objectsWithReason', publicInterest: true } as const;
  assert.equal(whatToShow(facts).effect, 'disclose');
  assert.deepEqual(ids(facts), ['consultation', 'thirdPartyAnswer', 'publicInterest', 'thirdPartyNotice']);
});

test('the public interest opens nothing before the third party was asked, and no secret ever', () => {
  assert.equal(effectOfAnswer('notAsked', true).effect, 'ask');
  assert.equal(effectOfAnswer('waiting', true).effect, 'wait');
  assert.equal(whatToShow({ exemption: 'state_secret', publicInterest: true }).effect, 'withhold');
});

const anyFacts: fc.Arbitrary<WithholdingFacts> = fc.record({
  exemption: fc.constantFrom(...exemptions.map(({ id }): ExemptionId => id)),
  answer: fc.constantFrom<ThirdPartyAnswer>(...thirdPartyAnswers),
  publicInterest: fc.boolean(),
  requiredByLaw: fc.boolean(),
});

test('whatever is withheld is examined for severance and gets its reasons; what is open needs neither', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const withholding = whatToShow(facts);
      const shown = withholding.showings.map(({ id }) => id);
      assert.equal(shown.includes('severance'), needsSeverance(withholding));
      assert.equal(shown.includes('reasons'), needsSeverance(withholding));
      assert.equal(new Set(shown).size, shown.length);
    }),
  );
});

test('only a third party’s ground waits, and only a ground that must be kept is kept without a choice', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { thirdParty, force } = getExemption(facts.exemption);
      const { effect } = whatToShow(facts);
      if (effect === 'undecided') assert.ok(thirdParty);
      if (effect === 'withhold') assert.equal(force, 'must');
    }),
  );
});

test('with consent nothing of the public interest has to be shown; against an objection it has, and the third party is told', () => {
  assert.deepEqual(ids({ exemption: 'trade_secret', answer: 'consents' }), [
    'consultation',
    'thirdPartyAnswer',
  ]);
  assert.deepEqual(ids({ exemption: 'trade_secret', answer: 'objectsWithReason', publicInterest: true }), [
    'consultation',
    'thirdPartyAnswer',
    'publicInterest',
    'thirdPartyNotice',
  ]);
});
