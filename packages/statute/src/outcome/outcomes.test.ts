import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citeShort } from '../citation/cite.ts';
import { isConfigurable } from '../confidence.ts';
import { outcomeGroups } from './outcome.ts';
import { outcomes } from './outcomes.ts';
import { replyTemplates } from './reply-templates.ts';
import { checkRowChoices, rowOfOutcome, rowOn } from './report-row.ts';

test('every outcome, where each form counts it, and its remedy', () => {
  const table = outcomes.map(
    ({ id, rows, remedy }) => `${id} | ${rows['2019']} | ${rows['2021']} | ${remedy ?? '-'}`,
  );
  assert.deepEqual(table, [
    'disclosed_public_already | disclosed | disclosed | disclosed',
    'disclosed_provided | disclosed | disclosed | disclosed',
    'disclosed_access_told | disclosed | disclosed | disclosed',
    'disclosed_public_interest | disclosed | disclosed | disclosed',
    'partially_disclosed | partial | partial | partial',
    'refused_state_secret | refused.stateSecret | refused.stateSecret | refused',
    'refused_prohibited_by_law | refused.prohibitedByLaw | refused.prohibitedByLaw | refused',
    'refused_security | refused.security | refused.security | refused',
    'refused_third_party | refused.thirdParty | refused.thirdParty | refused',
    'refused_internal_affairs | refused.internalAffairs | refused.internalAffairs | refused',
    'refused_deliberative | refused.deliberative | refused.deliberative | refused',
    'refused_enforcement_file | refused.enforcementFile | refused.enforcementFile | refused',
    'refused_registry_inquiry | refused.administrativeInquiry | refused.administrativeInquiry | registryInquiry',
    'unavailable_nonexistent | unavailable.notHeld | unavailable.notHeld | unavailable',
    'unavailable_not_responsible | unavailable.notHeld | unavailable.notHeld | unavailable',
    'unavailable_needs_creation | unavailable.needsCreation | unavailable.needsCreation | needsCreation',
    'unavailable_still_unclear | unavailable.stillUnclear | unavailable.stillUnclear | unavailable',
    'not_processed_complaint | notProcessed.complaint | notProcessed.complaint | notProcessed',
    'not_processed_duplicate | notProcessed.duplicate | notProcessed.duplicate | notProcessed',
    'not_processed_publication | notProcessed.publication | notProcessed.publication | notProcessed',
    'not_processed_excessive | notProcessed.excessive | notProcessed.excessive | notProcessed',
    'not_processed_confirmation | notProcessed.confirmation | notProcessed.confirmation | notProcessed',
    'closed_not_corrected | otherHandling | otherHandling.notCorrected | abandoned',
    'closed_fee_unpaid | otherHandling | otherHandling.feeUnpaid | abandoned',
    'withdrawn | otherHandling | otherHandling.other | -',
    'other_consultation | otherHandling | otherHandling.other | other',
    'other_not_government_information | otherHandling | otherHandling.other | other',
    'other_archived | otherHandling | otherHandling.other | other',
  ]);
});

test('every outcome rests on its article; those marked with 理由 must give reasons', () => {
  const table = outcomes.map(
    ({ id, basis, reasonsRequired }) =>
      `${id} ${basis.map(citeShort).join(' ')}${reasonsRequired ? ' 理由' : ''}`,
  );
  assert.deepEqual(table, [
    'disclosed_public_already 条例第三十六条第（一）项',
    'disclosed_provided 条例第三十六条第（二）项',
    'disclosed_access_told 条例第三十六条第（二）项',
    'disclosed_public_interest 条例第十五条 条例第三十二条',
    'partially_disclosed 条例第三十七条 理由',
    'refused_state_secret 条例第十四条 条例第三十六条第（三）项 理由',
    'refused_prohibited_by_law 条例第十四条 条例第三十六条第（三）项 理由',
    'refused_security 条例第十四条 条例第三十六条第（三）项 理由',
    'refused_third_party 条例第十五条 条例第三十二条 条例第三十六条第（三）项 理由',
    'refused_internal_affairs 条例第十六条第一款 条例第三十六条第（三）项 理由',
    'refused_deliberative 条例第十六条第二款 条例第三十六条第（三）项 理由',
    'refused_enforcement_file 条例第十六条第二款 条例第三十六条第（三）项 理由',
    'refused_registry_inquiry 条例第三十六条第（七）项',
    'unavailable_nonexistent 条例第三十六条第（四）项',
    'unavailable_not_responsible 条例第三十六条第（五）项 理由',
    'unavailable_needs_creation 条例第三十八条',
    'unavailable_still_unclear 条例第三十条',
    'not_processed_complaint 条例第三十九条第一款',
    'not_processed_duplicate 条例第三十六条第（六）项',
    'not_processed_publication 条例第三十九条第二款',
    'not_processed_excessive 条例第三十五条',
    'not_processed_confirmation 国办公开办函〔2019〕60号 国办公开办函〔2021〕30号',
    'closed_not_corrected 条例第三十条',
    'closed_fee_unpaid 条例第四十二条第一款 信息处理费管理办法第六条',
    'withdrawn ',
    'other_consultation 条例第二条 理由',
    'other_not_government_information 条例第二条 理由',
    'other_archived 档案法 理由',
  ]);
});

test('each outcome has a document of its own, and each reply document an outcome', () => {
  const replies = replyTemplates.filter(({ id }) => id.startsWith('reply.')).map(({ id }) => id);
  assert.deepEqual(outcomes.map(({ template }) => template).toSorted(), replies.toSorted());
  assert.equal(new Set(replyTemplates.map(({ id }) => id)).size, replyTemplates.length);
});

test('replies cite what their outcome rests on', () => {
  for (const outcome of outcomes) {
    const template = replyTemplates.find(({ id }) => id === outcome.template)!;
    for (const citation of template.basis) {
      assert.ok(
        outcome.basis.some((own) => citeShort(own) === citeShort(citation)),
        outcome.id,
      );
    }
  }
});

test('an outcome lies in the group that its row belongs to', () => {
  for (const { group, rows, otherRows, id } of outcomes) {
    assert.ok(outcomeGroups.includes(group));
    assert.equal(rows['2021'].split('.')[0], group, id);
    assert.equal(rows['2019'].split('.')[0], group, id);
    assert.ok(!otherRows.includes(rows['2021']), id);
  }
});

test('what the law says for certain leaves no other row to choose', () => {
  for (const { confidence, otherRows, id } of outcomes) {
    if (!isConfigurable(confidence)) assert.deepEqual(otherRows, [], id);
    if (confidence === 'unconfirmed') assert.ok(otherRows.length > 0, id);
  }
});

test('only silence of the applicant closes a request without a decision', () => {
  const silent = outcomes.filter(({ origin }) => origin === 'silence').map(({ id }) => id);
  assert.deepEqual(silent, ['closed_not_corrected', 'closed_fee_unpaid']);
});

test('a request concluded on the last day of 2020 is counted in the form of 2019, a day later in that of 2021', () => {
  assert.equal(rowOn('closed_fee_unpaid', '2020-12-31'), 'otherHandling');
  assert.equal(rowOn('closed_fee_unpaid', '2021-01-01'), 'otherHandling.feeUnpaid');
  assert.throws(() => rowOn('withdrawn', '2018-12-31'), /没有统一的年度报告格式/);
});

test('an agency that counts the nonexistent elsewhere does so in both forms', () => {
  const choices = { unavailable_nonexistent: 'otherHandling.other' };
  assert.deepEqual(checkRowChoices(choices), { ok: true, value: choices });
  assert.equal(rowOfOutcome('unavailable_nonexistent', '2021', choices), 'otherHandling.other');
  assert.equal(rowOfOutcome('unavailable_nonexistent', '2019', choices), 'otherHandling');
  assert.equal(rowOfOutcome('withdrawn', '2021', choices), 'otherHandling.other');
});

test('an agency can’t count a settled outcome elsewhere, nor an unsettled one anywhere', () => {
  const reason = (choices: Record<string, string>) => {
    const checked = checkRowChoices(choices);
    return checked.ok ? null : checked.reason;
  };
  assert.match(reason({ refused_state_secret: 'disclosed' })!, /由年度报告格式规定，不能改为“disclosed”/);
  assert.match(reason({ unavailable_nonexistent: 'disclosed' })!, /只能计入/);
  assert.match(reason({ lost: 'disclosed' })!, /没有编号为“lost”/);
  assert.equal(reason({ unavailable_nonexistent: 'unavailable.notHeld' }), null);
});
