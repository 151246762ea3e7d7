import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ApplicantStep, stepInputs } from '@gongkai/contract';
import { refusalOf } from '../agency/agency-test-kit.ts';
import { takeStepAsApplicant } from './applicant-access.ts';
import { loadCase } from './load-case.ts';
import { readRequest } from './read-request.ts';
import { at, openTestOffice } from './request-test-kit.ts';
import type { Receipt } from './submit-request.ts';
import { trackRequest } from './track-request.ts';

describe('whoever applied', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, submit } = office;
  const { officer } = people;
  const own = (receipt: Receipt, step: ApplicantStep, input: object = {}) =>
    takeStepAsApplicant(spine, { requestId: null }, receipt, {
      step,
      input: stepInputs[step].parse(input) as never,
    });
  const offered = async (receipt: Receipt): Promise<readonly string[]> =>
    (await trackRequest(spine, receipt)).steps.map(({ step }) => step);

  it('hands in what is missing as long as the application is open, and the clock goes on', async () => {
    at(office, '2026-03-02');
    const receipt = await register('in_person', '2026-03-02');
    const before = await loadCase(spine.db, receipt.id);
    await own(receipt, 'receive_material', { note: '身份证复印件' });
    const after = await loadCase(spine.db, receipt.id);
    assert.deepEqual([after.row.state, after.row.due_on], ['handling', before.row.due_on]);
    await own(receipt, 'withdraw');
    assert.match(await refusalOf(own(receipt, 'receive_material')), /现在的状态是“已撤回”/);
  });

  it('sees what a fee comes to and by when, agrees to it once, and is offered nothing that isn’t theirs', async () => {
    at(office, '2026-03-02');
    const receipt = await register('in_person', '2026-03-02');
    assert.match(await refusalOf(own(receipt, 'agree_to_fee')), /现在的状态是“办理中”/);
    await take(officer, receipt.id, 'issue_fee_notice', { scheme: 'page', quantity: 200, reason: '200页' });
    await take(officer, receipt.id, 'record_notice_received', { notice: 'fee' });
    const { fee, timeline } = await trackRequest(spine, receipt);
    assert.deepEqual(fee, { amount: '2700', dueOn: '2026-03-30', agreed: false });
    assert.deepEqual(
      timeline.map(({ title }) => title),
      ['提出申请', '本机关发出收费通知', '您收到通知'],
    );
    assert.deepEqual(await offered(receipt), ['receive_material', 'agree_to_fee', 'withdraw']);
    at(office, '2026-03-03');
    await own(receipt, 'agree_to_fee');
    assert.equal((await trackRequest(spine, receipt)).fee?.agreed, true);
    assert.match(await refusalOf(own(receipt, 'agree_to_fee')), /已经同意过/);
    const { fee: known } = await readRequest(spine, officer, receipt.id);
    assert.deepEqual([known?.agreedOn, known?.paidOn, known?.quantity], ['2026-03-03', null, 200]);
    await take(officer, receipt.id, 'record_payment');
    assert.equal((await trackRequest(spine, receipt)).fee, null, 'nothing is asked for any more');
  });

  it('gives the reasons that were asked for, once', async () => {
    at(office, '2026-03-02');
    const receipt = await register('in_person', '2026-03-02');
    assert.match(await refusalOf(own(receipt, 'record_reasons', { reasons: '研究' })), /还没有请申请人说明/);
    await take(officer, receipt.id, 'ask_for_reasons', { matter: '请说明一个月申请30件的理由' });
    assert.equal((await trackRequest(spine, receipt)).reasonsAsked, '请说明一个月申请30件的理由');
    await own(receipt, 'record_reasons', { reasons: '课题研究' });
    const tracked = await trackRequest(spine, receipt);
    assert.deepEqual([tracked.reasonsAsked, tracked.timeline.at(-1)?.title], [null, '您说明了理由']);
    assert.match(await refusalOf(own(receipt, 'record_reasons', { reasons: '再说' })), /已经说明过理由/);
    const { timeline } = await readRequest(spine, officer, receipt.id);
    assert.equal(timeline.at(-1)?.texts.reasons, '课题研究');
    const told = await spine.db
      .selectFrom('notification')
      .select('text')
      .where('person_id', '=', officer.actor.id)
      .where('link', '=', `/requests/${receipt.id}`)
      .execute();
    assert.deepEqual(told, [{ text: `${receipt.number}的申请人说明了申请的理由。` }]);
  });

  it('rates the service once, after the end, also of an archived case; nobody else can', async () => {
    at(office, '2026-03-02');
    const receipt = await submit();
    assert.match(await refusalOf(own(receipt, 'rate_service', { score: 5 })), /现在的状态是/);
    await own(receipt, 'withdraw');
    await take(officer, receipt.id, 'archive');
    assert.deepEqual(await offered(receipt), ['rate_service']);
    assert.match(
      await refusalOf(take(officer, receipt.id, 'rate_service', { score: 5 })),
      /只能由申请人本人/,
    );
    await own(receipt, 'rate_service', { score: 2, comment: '等了很久' });
    assert.match(await refusalOf(own(receipt, 'rate_service', { score: 5 })), /已经评价过/);
    const read = await readRequest(spine, officer, receipt.id);
    assert.deepEqual(
      [read.state, read.outcome, read.rating],
      ['archived', 'withdrawn', { score: 2, comment: '等了很久' }],
    );
    assert.equal((await trackRequest(spine, receipt)).rated, true);
  });

  it('does nothing with another’s application', async () => {
    const [mine, others] = [await submit(), await submit()];
    const wrong = { ...others, queryCode: mine.queryCode };
    for (const step of ['receive_material', 'withdraw', 'rate_service', 'agree_to_fee'] as const)
      assert.match(
        await refusalOf(own(wrong, step, step === 'rate_service' ? { score: 1 } : {})),
        /登记编号与查询码不符/,
      );
    assert.equal((await loadCase(spine.db, others.id)).steps.length, 1);
  });
});
