import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsOf, refusalOf } from '../agency/agency-test-kit.ts';
import { changeAgency } from '../agency/index.ts';
import { buildAgency, buildPerson, callerFor } from '../agency/people-test-kit.ts';
import { changeSetting } from '../platform/setting/change-setting.ts';
import { loadCase } from './load-case.ts';
import { readRequest } from './read-request.ts';
import { requestSettings } from './request-settings.ts';
import { at, openTestOffice } from './request-test-kit.ts';

describe('the case page', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, officeId } = office;
  const { officer } = people;

  it('says whose opinion is awaited until when, and what silence means of each', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    for (const party of ['third_party', 'joint_maker', 'other_organ'] as const)
      await take(officer, id, 'consult', { party, name: '区发展改革局', matter: '是否同意公开' });
    const { facts } = await loadCase(spine.db, id);
    for (const { id: consultationId } of facts.consultations)
      await take(officer, id, 'record_consultation_delivery', { consultationId });
    const asked = await readRequest(spine, officer, id);
    assert.equal(asked.waiting, 'third_party');
    assert.deepEqual(
      asked.consultations.map(({ name, label, dueOn, answerName }) => [name, label, dueOn, answerName]),
      [
        ['区发展改革局', '第三方（一）', '2026-03-23', null],
        ['区发展改革局', '区发展改革局', '2026-03-23', null],
        ['区发展改革局', '区发展改革局（第2次）', null, null],
      ],
    );
    at(office, '2026-03-24');
    const silent = await readRequest(spine, officer, id);
    assert.deepEqual(
      silent.consultations.map(({ answer, answerName }) => [answer, answerName]),
      [
        ['silent', '逾期未提出意见，由本机关决定是否公开'],
        ['silent', '逾期未提出意见，视为同意公开'],
        [null, null],
      ],
    );
  });

  it('names officer, decision and fee, and what the same applicant asked for before', async () => {
    at(office, '2026-04-01');
    const earlier = await register('in_person', '2026-04-01', '文化路改造项目的征地补偿方案');
    const { id } = await register('in_person', '2026-04-01', '文化路改造项目的征地补偿方案');
    await take(officer, id, 'draft_decision', {
      outcome: 'unavailable_not_responsible',
      reply: '不属于本机关负责公开',
      reasons: '由住房城乡建设局负责',
      rightAgency: { name: '云山区住房和城乡建设局', contact: '0571-00000000' },
    });
    const read = await readRequest(spine, officer, id);
    assert.equal(read.officer?.id, officer.actor.id);
    assert.equal(read.decision?.outcome, 'unavailable_not_responsible');
    assert.equal(read.decision?.draftedBy, read.timeline.at(-1)?.personName);
    assert.deepEqual(read.timeline.at(-1)?.texts.rightAgency, {
      name: '云山区住房和城乡建设局',
      contact: '0571-00000000',
    });
    assert.equal(read.monthItems, 1);
    const before = read.related.find(({ id: other }) => other === earlier.id);
    assert.deepEqual([before?.sameApplicant, before?.likeness], [true, 1]);
  });

  it('tells the right agency only where that is the answer', async () => {
    const { id } = await register('in_person', '2026-04-01');
    const draft = take(officer, id, 'draft_decision', {
      outcome: 'disclosed_provided',
      reply: '提供',
      rightAgency: { name: '区住建局', contact: null },
    });
    assert.match(await refusalOf(draft), /才告知负责公开的机关/);
  });

  it('is closed to officers of other agencies, and the attempt is in the record; nobody there takes a step', async () => {
    const { id } = await register('in_person', '2026-04-01');
    const elsewhere = await buildAgency(spine, { name: '邻区政府' });
    const stranger = callerFor(spine, await buildPerson(spine, elsewhere, ['officer']), ['officer']);
    assert.match(await refusalOf(readRequest(spine, stranger, id)), /没有权限/);
    for (const step of ['archive', 'rate_service', 'receive_material'] as const)
      assert.match(
        await refusalOf(take(stranger, id, step, step === 'rate_service' ? { score: 1 } : {})),
        /没有权限/,
      );
    assert.equal((await loadCase(spine.db, id)).steps.length, 1);
    assert.ok((await eventsOf(spine, elsewhere)).length + (await eventsOf(spine, officeId)).length > 0);
  });
});

describe('settings', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, officeId, administrator } = office;
  const { officer } = people;
  const set = (name: keyof typeof requestSettings, value: string | boolean | number) =>
    changeSetting({ db: spine.db, now: spine.now() }, requestSettings[name], value);
  const dueOf = async (id: string): Promise<string | null> => (await loadCase(spine.db, id)).row.due_on;

  it('of the clock hold for what comes from then on, and change no due date that was given', async () => {
    at(office, '2026-03-02');
    const earlier = await register('in_person', '2026-03-02');
    await set('afterPayment', 'resume');
    const later = await register('in_person', '2026-03-02');
    at(office, '2026-03-10');
    for (const { id } of [earlier, later])
      await take(officer, id, 'issue_fee_notice', { scheme: 'page', quantity: 200, reason: '200页' });
    at(office, '2026-03-16');
    for (const { id } of [earlier, later]) await take(officer, id, 'record_payment');
    assert.deepEqual([await dueOf(earlier.id), await dueOf(later.id)], ['2026-04-14', '2026-04-03']);
  });

  it('fill in the period of correction', async () => {
    await set('correctionDays', 15);
    const { id } = await register('in_person', '2026-03-02');
    assert.equal((await readRequest(spine, officer, id)).correctionDays, 15);
  });

  it('of an agency’s numbers are its own words, none of them twice', async () => {
    const change = (words: object) => changeAgency(spine, administrator, { id: officeId, ...words });
    assert.match(await refusalOf(change({ registrationWord: '依申请复' })), /字样不能相同/);
    await change({ registrationWord: '公开申' });
    assert.match((await register('in_person', '2026-03-02')).number, /^区政府办公开申〔2026〕\d+号$/);
  });
});
