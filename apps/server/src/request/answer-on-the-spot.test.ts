import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../agency/agency-test-kit.ts';
import { calendarOf, clockOf, todayOf } from './case-clock.ts';
import { loadCase } from './load-case.ts';
import { at, openTestOffice } from './request-test-kit.ts';

describe('an answer on the spot', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, officeId } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  const answer = (id: string, outcome: string, more: object = {}) =>
    take(officer, id, 'answer_on_the_spot', {
      outcome,
      reply: '您申请的信息已在本机关网站公开。',
      proof: '申请人签收',
      ...more,
    } as never);

  it('tells at once where to find what is public already, and ends the case that day', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    await answer(id, 'disclosed_public_already');
    const { row, steps, facts } = await loadCase(spine.db, id);
    assert.deepEqual([row.state, row.outcome], ['delivered', 'disclosed_public_already']);
    assert.equal(facts.decision?.documentNumber, null, 'by word of mouth: no document, no number');
    const said = clockOf(steps, await calendarOf(spine.db, officeId), todayOf(spine.now()));
    assert.deepEqual([said.state, said.ended, said.irregularities], ['replied', '2026-03-02', []]);
    await take(officer, id, 'record_service', { proof: '当面签收' });
    await take(officer, id, 'archive');
  });

  it('provides nothing that was not reviewed: only what an earlier application was provided with', async () => {
    at(office, '2026-03-02');
    const [earlier, again] = [await register('in_person', '2026-03-02'), await register('fax', '2026-03-02')];
    await take(officer, again.id, 'confirm_receipt');
    assert.match(await refusalOf(answer(again.id, 'disclosed_provided')), /先审查、后公开/);
    const named = { earlierRequestId: earlier.id };
    assert.match(await refusalOf(answer(again.id, 'disclosed_provided', named)), /不是本机关经保密审查/);
    await take(officer, earlier.id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' });
    await take(reviewer, earlier.id, 'review');
    await take(secrecy_reviewer, earlier.id, 'review_secrecy', {
      conclusion: 'may_disclose',
      basis: '不涉密',
    });
    assert.match(await refusalOf(answer(again.id, 'disclosed_provided', named)), /不是本机关经保密审查/);
    await take(disclosure_head, earlier.id, 'approve');
    await take(officer, earlier.id, 'sign');
    await take(officer, earlier.id, 'deliver', { way: 'post', proof: 'XA1' });
    await answer(again.id, 'disclosed_provided', named);
    assert.equal((await loadCase(spine.db, again.id)).row.outcome, 'disclosed_provided');
  });

  it('waits for opinions that were asked for, and is the officer’s to give', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    await take(officer, id, 'consult', { party: 'third_party', name: '甲公司', matter: '是否同意公开' });
    assert.match(await refusalOf(answer(id, 'disclosed_public_already')), /意见还没有回来/);
    assert.match(
      await refusalOf(
        take(reviewer, id, 'answer_on_the_spot', {
          outcome: 'disclosed_public_already',
          reply: '已公开',
          proof: '签收',
        }),
      ),
      /没有权限/,
    );
  });
});

describe('a letter beside the steps', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  const send = (id: string, template: string) =>
    take(officer, id, 'send_letter', { template, matter: '告知' } as never);

  it('tells a third party of a decision to disclose when it is approved, and not before', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    assert.match(await refusalOf(send(id, 'consultation_notice')), /还没有征求意见/);
    await take(officer, id, 'consult', { party: 'third_party', name: '甲公司', matter: '是否同意公开' });
    await send(id, 'consultation_notice');
    const [asked] = (await loadCase(spine.db, id)).facts.consultations;
    await take(officer, id, 'record_opinion', {
      consultationId: asked!.id,
      answer: 'objects',
      opinion: '不同意',
    });
    assert.match(await refusalOf(send(id, 'third_party_notice')), /还没有批准公开的决定/);
    await take(officer, id, 'draft_decision', {
      outcome: 'disclosed_public_interest',
      reply: '公开',
      reasons: '不公开会对公共利益造成重大影响',
    });
    await take(reviewer, id, 'review');
    await take(secrecy_reviewer, id, 'review_secrecy', { conclusion: 'may_disclose', basis: '不涉密' });
    await take(disclosure_head, id, 'approve');
    await send(id, 'third_party_notice');
    const { row, steps } = await loadCase(spine.db, id);
    assert.equal(row.state, 'approved', 'a letter moves nothing');
    assert.deepEqual(steps.at(-1)?.facts, { template: 'third_party_notice', consultationId: null });
  });
});
