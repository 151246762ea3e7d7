import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsOf, refusalOf } from '../agency/agency-test-kit.ts';
import { calendarOf, clockOf, todayOf } from './case-clock.ts';
import { loadCase } from './load-case.ts';
import { anApplication, at, openTestOffice } from './request-test-kit.ts';
import { registerRequest, submitRequest } from './submit-request.ts';

describe('an application', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, submit, officeId } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  const dueOf = async (id: string): Promise<string | null> => (await loadCase(spine.db, id)).row.due_on;
  const workOf = async (id: string): Promise<readonly string[]> =>
    (
      await spine.db
        .selectFrom('work_item')
        .select('kind')
        .where('subject_id', '=', id)
        .where('done_at', 'is', null)
        .orderBy('kind')
        .execute()
    ).map(({ kind }) => kind);
  const decide = async (id: string, outcome = 'disclosed_provided', input: object = {}): Promise<void> => {
    await take(officer, id, 'draft_decision', {
      outcome,
      reply: '现将您申请的信息提供给您。',
      ...input,
    } as never);
    await take(reviewer, id, 'review');
    await take(secrecy_reviewer, id, 'review_secrecy', { conclusion: 'may_disclose', basis: '不涉密' });
    await take(disclosure_head, id, 'approve');
    await take(officer, id, 'sign');
  };

  it('handed in at the counter is received that day and due on the twentieth working day', async () => {
    at(office, '2026-03-02');
    const { id, number } = await register('in_person', '2026-03-02');
    assert.match(number, /^区政府办依申请〔2026〕\d+号$/);
    const { row } = await loadCase(spine.db, id);
    assert.deepEqual([row.state, row.received_on, row.due_on], ['handling', '2026-03-02', '2026-03-30']);
    assert.deepEqual(await workOf(id), ['request_handle']);
  });

  it('sent by internet has no due date before both sides have confirmed it', async () => {
    at(office, '2026-03-02');
    const { id, queryCode } = await submit();
    assert.match(queryCode, /^(?:[2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
    assert.deepEqual([await dueOf(id), await workOf(id)], [null, ['request_confirm']]);
    await take(officer, id, 'confirm_receipt', { on: '2026-03-02' });
    assert.equal(await dueOf(id), '2026-03-30');
    assert.deepEqual(await eventsOf(spine, id), ['request_submitted', 'request_confirmed']);
  });

  it('keeps nothing of the applicant readable in its tables or events', async () => {
    const { id } = await submit('申小兰的宅基地审批材料');
    const { rows } = await spine.database.pool.query(
      `select (select row_to_json(r)::text from request r where id = $1::uuid) || coalesce((select string_agg(row_to_json(s)::text, '') from request_step s where request_id = $1::uuid), '')
        || coalesce((select string_agg(row_to_json(e)::text, '') from event e where subject_id = ($1::uuid)::text), '') as text`,
      [id],
    );
    assert.doesNotMatch(rows[0].text, /申小兰|1101051949|13800001234|宅基地|文化路/);
  });

  it('goes from intake to archive, each date as the law has it, each act in the record', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    at(office, '2026-03-04');
    await take(officer, id, 'ask_for_correction', { workingDays: 10, matter: '请写明项目的名称' });
    assert.equal(await dueOf(id), null);
    await take(officer, id, 'record_notice_received', { notice: 'correction' });
    at(office, '2026-03-09');
    await take(officer, id, 'receive_correction', { description: '文化路改造项目的征地补偿方案' });
    assert.equal(await dueOf(id), '2026-04-07');
    at(office, '2026-03-11');
    await take(officer, id, 'consult', { party: 'third_party', name: '甲公司', matter: '是否同意公开' });
    const { facts } = await loadCase(spine.db, id);
    const consultationId = facts.consultations[0]!.id;
    assert.equal(facts.consultations[0]!.label, '第三方（一）');
    assert.match(
      await refusalOf(take(officer, id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' })),
      /意见还没有回来/,
    );
    at(office, '2026-03-18');
    await take(officer, id, 'record_consultation_delivery', { consultationId, on: '2026-03-12' });
    await take(officer, id, 'record_opinion', {
      consultationId,
      answer: 'objectsWithReason',
      opinion: '涉及商业秘密',
    });
    assert.equal(await dueOf(id), '2026-04-14');
    await take(officer, id, 'propose_extension', { workingDays: 10, reason: '检索量大' });
    assert.deepEqual(await workOf(id), ['request_extension', 'request_handle']);
    assert.match(await refusalOf(take(officer, id, 'notify_extension')), /没有经同意/);
    await take(disclosure_head, id, 'approve_extension');
    await take(officer, id, 'notify_extension');
    assert.equal(await dueOf(id), '2026-04-28');
    await take(officer, id, 'record_search', { where: '档案室', how: '按项目名称', found: '一件' });
    at(office, '2026-04-20');
    await decide(id, 'partially_disclosed', {
      reasons: '涉及第三方的商业秘密',
      withheld: [{ what: '报价', exemption: 'trade_secret', reason: '第三方不同意' }],
    });
    at(office, '2026-04-21');
    await take(officer, id, 'deliver', { way: 'post', proof: 'XA1234' });
    assert.match(await refusalOf(take(officer, id, 'archive')), /还没有登记申请人收到答复/);
    await take(officer, id, 'record_service', { proof: 'XA1234', on: '2026-04-21' });
    await take(officer, id, 'archive');
    const { row, steps } = await loadCase(spine.db, id);
    assert.deepEqual([row.state, row.outcome], ['archived', 'partially_disclosed']);
    const clock = clockOf(steps, await calendarOf(spine.db, officeId), todayOf(spine.now()));
    assert.deepEqual([clock.state, clock.ended, clock.irregularities], ['replied', '2026-04-21', []]);
    assert.deepEqual(await workOf(id), []);
    assert.equal((await eventsOf(spine, id)).length, steps.length);
  });

  it('is asked to be corrected once only', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    await take(officer, id, 'ask_for_correction', { workingDays: 10, matter: '不明确' });
    await take(officer, id, 'receive_correction', { description: '明确了' });
    assert.match(
      await refusalOf(take(officer, id, 'ask_for_correction', { workingDays: 10, matter: '还是不明确' })),
      /只能一次性告知/,
    );
  });

  it('that nobody corrects is closed by the head, after the period, and with the notice known to be received', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    await take(officer, id, 'ask_for_correction', { workingDays: 5, matter: '不明确' });
    at(office, '2026-03-09');
    assert.match(
      await refusalOf(take(disclosure_head, id, 'close_uncorrected', { reason: '无' })),
      /还没有登记/,
    );
    assert.deepEqual(await workOf(id), ['request_handle'], 'the receipt is still to be entered');
    await take(officer, id, 'record_notice_received', { notice: 'correction', on: '2026-03-03' });
    assert.deepEqual(await workOf(id), []);
    at(office, '2026-03-10');
    assert.match(
      await refusalOf(take(disclosure_head, id, 'close_uncorrected', { reason: '无' })),
      /至2026年3月10日/,
    );
    at(office, '2026-03-11');
    assert.match(await refusalOf(take(officer, id, 'close_uncorrected', { reason: '无' })), /没有权限/);
    await take(disclosure_head, id, 'close_uncorrected', { reason: '没有说明理由' });
    const { row } = await loadCase(spine.db, id);
    assert.deepEqual([row.state, row.outcome], ['abandoned', 'closed_not_corrected']);
  });

  it('with a fee waits for payment, counts anew from it, and is as before where the notice is taken back', async () => {
    at(office, '2026-03-02');
    const [paid, waived] = [
      await register('in_person', '2026-03-02'),
      await register('in_person', '2026-03-02'),
    ];
    at(office, '2026-03-10');
    for (const { id } of [paid, waived]) {
      assert.match(
        await refusalOf(
          take(officer, id, 'issue_fee_notice', { scheme: 'page', quantity: 30, reason: '多' }),
        ),
        /不收费/,
      );
      await take(officer, id, 'issue_fee_notice', { scheme: 'page', quantity: 200, reason: '200页' });
    }
    at(office, '2026-03-16');
    await take(officer, paid.id, 'record_payment');
    assert.equal(await dueOf(paid.id), '2026-04-14');
    await take(disclosure_head, waived.id, 'waive_fee', { reason: '申请人是低保户' });
    assert.equal(await dueOf(waived.id), '2026-03-30');
  });

  it('is decided by nobody alone: drafter, reviewer, secrecy reviewer and head are different people', async () => {
    at(office, '2026-03-02');
    const all = await office.as('officer', officeId);
    const many = {
      ...all,
      held: (['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'] as const).map((role) => ({
        role,
        agencyId: officeId,
      })),
    };
    const { id } = await register('in_person', '2026-03-02');
    const draft = { outcome: 'disclosed_provided', reply: '提供' } as const;
    await take(many, id, 'draft_decision', draft);
    assert.match(await refusalOf(take(many, id, 'review')), /拟定答复的人不能审批/);
    await take(reviewer, id, 'send_back', { reason: '请补充' });
    await take(officer, id, 'draft_decision', draft);
    await take(many, id, 'review');
    assert.match(
      await refusalOf(take(many, id, 'review_secrecy', { conclusion: 'may_disclose', basis: '不涉密' })),
      /还有其他人员/,
    );
    assert.match(await refusalOf(take(disclosure_head, id, 'approve')), /现在的状态是“待保密审查”/);
    await take(secrecy_reviewer, id, 'review_secrecy', { conclusion: 'may_disclose', basis: '不涉密' });
    assert.match(await refusalOf(take(many, id, 'approve')), /还有其他人员/);
    await take(disclosure_head, id, 'approve');
    await take(officer, id, 'sign');
  });

  it('can say that nothing exists only after a search, and refuse for a third party only after asking it', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    const draft = (outcome: string, more: object = {}) =>
      take(officer, id, 'draft_decision', { outcome, reply: '答复', ...more } as never);
    assert.match(await refusalOf(draft('unavailable_nonexistent')), /请先登记检索/);
    assert.match(await refusalOf(draft('refused_third_party', { reasons: '损害' })), /征求第三方的意见/);
    assert.match(await refusalOf(draft('refused_state_secret')), /应当说明理由/);
    assert.match(await refusalOf(draft('partially_disclosed', { reasons: '部分' })), /逐处写明/);
    assert.match(await refusalOf(draft('not_processed_duplicate')), /已经答复的那件/);
    assert.match(await refusalOf(draft('unavailable_still_unclear')), /没有经过补正/);
  });

  it('is a repeat only of one that the same applicant was answered', async () => {
    at(office, '2026-03-02');
    const earlier = await register('in_person', '2026-03-02');
    const again = await register('in_person', '2026-03-02');
    const draft = () =>
      take(officer, again.id, 'draft_decision', {
        outcome: 'not_processed_duplicate',
        reply: '不予重复处理',
        earlierRequestId: earlier.id,
      });
    assert.match(await refusalOf(draft()), /已经办结的申请/);
    await decide(earlier.id);
    await take(officer, earlier.id, 'deliver', { way: 'electronic', proof: '系统发送' });
    await draft();
  });

  it('sent twice with one key is there once, and answered alike', async () => {
    at(office, '2026-03-02');
    const send = () =>
      submitRequest(spine, { requestId: null, once: 'form-1', asked: 'a' }, anApplication(officeId));
    const [first, second] = await Promise.all([send(), send()]);
    assert.deepEqual(first, second);
  });

  it('with a wrong identity number, to a closed agency or from the future is refused in words', async () => {
    const application = anApplication(officeId);
    const submitting = (change: object) =>
      refusalOf(submitRequest(spine, { requestId: null }, { ...application, ...change }));
    const identity = { kind: 'idCard', number: '110105194912310021' } as const;
    assert.match(await submitting({ applicant: { ...application.applicant, identity } }), /校验码|身份证/);
    assert.match(await submitting({ agencyId: '01900000-0000-7000-8000-000000000000' }), /不存在或已撤销/);
    assert.match(await refusalOf(register('fax', '2026-12-31')), /不能晚于今天/);
    assert.match(
      await refusalOf(registerRequest(spine, reviewer, { ...application, channel: 'fax', on: '2026-03-02' })),
      /没有权限/,
    );
  });

  it('is done by one of two who take the same step at once', async () => {
    at(office, '2026-03-02');
    const { id } = await register('in_person', '2026-03-02');
    const another = await office.as('officer', officeId);
    const done = await Promise.allSettled(
      [officer, another].map((who) =>
        take(who, id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' }),
      ),
    );
    assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await loadCase(spine.db, id)).steps.length, 2);
  });

  it('has a record that nobody can rewrite', async () => {
    const { id } = await submit();
    for (const statement of [
      `update request_step set happened_on = '2020-01-01' where request_id = '${id}'`,
      `delete from request_step where request_id = '${id}'`,
    ])
      await assert.rejects(spine.database.pool.query(statement), /written once/);
  });
});
