import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LetterTemplateId } from '@gongkai/contract';
import { eventsOf, refusalOf } from '../agency/agency-test-kit.ts';
import { newId } from '../platform/database/new-id.ts';
import { loadCase } from './load-case.ts';
import { recordDownload } from './record-download.ts';
import { at, openTestOffice } from './request-test-kit.ts';
import type { Receipt } from './submit-request.ts';
import { trackRequest } from './track-request.ts';

describe('a letter that the applicant downloads', async () => {
  const office = await openTestOffice();
  const { spine, people, take, register, officeId } = office;
  const { officer, reviewer, secrecy_reviewer, disclosure_head } = people;
  let serial = 0;
  /** A letter as its step leaves it behind. */
  const letter = async (receipt: Receipt, template: LetterTemplateId, state = 'issued' as const) => {
    const id = newId();
    serial += 1;
    await spine.db
      .insertInto('request_letter')
      .values({
        agency_id: officeId,
        request_id: receipt.id,
        id,
        position: 2,
        template,
        consultation_id: null,
        state,
        number: `区政府办依申请函〔2026〕${serial}号`,
        dated_on: '2026-03-02',
        title: '文书',
        document: null,
        created_at: spine.now(),
      })
      .execute();
    return id;
  };
  const download = (receipt: Receipt, id: string) => recordDownload(spine, { requestId: null }, receipt, id);

  it('is received that day the first time, and its period begins', async () => {
    at(office, '2026-03-02');
    const receipt = await register('in_person', '2026-03-02');
    await take(officer, receipt.id, 'ask_for_correction', { workingDays: 5, matter: '不明确' });
    const [notice, other] = [
      await letter(receipt, 'correction_notice'),
      await letter(receipt, 'consultation_notice'),
    ];
    at(office, '2026-03-04');
    await download(receipt, other);
    assert.equal((await loadCase(spine.db, receipt.id)).facts.correction?.receivedOn, null);
    await Promise.all([download(receipt, notice), download(receipt, notice)]);
    at(office, '2026-03-06');
    await download(receipt, notice);
    const { facts, steps } = await loadCase(spine.db, receipt.id);
    assert.deepEqual([facts.correction?.receivedOn, steps.length], ['2026-03-04', 3]);
    assert.equal((await eventsOf(spine, receipt.id)).at(-1), 'request_notice_received');
    const { clock, letters } = await trackRequest(spine, receipt);
    assert.match(clock.sentences.join(''), /3月11日/);
    assert.equal(letters.length, 2);
  });

  it('is proof that the reply was received, once it was sent', async () => {
    at(office, '2026-03-02');
    const receipt = await register('in_person', '2026-03-02');
    const reply = await letter(receipt, 'reply.provided');
    await download(receipt, reply);
    assert.equal((await loadCase(spine.db, receipt.id)).steps.length, 1);
    await take(officer, receipt.id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' });
    await take(reviewer, receipt.id, 'review');
    await take(secrecy_reviewer, receipt.id, 'review_secrecy', {
      conclusion: 'may_disclose',
      basis: '不涉密',
    });
    await take(disclosure_head, receipt.id, 'approve');
    await take(officer, receipt.id, 'sign');
    await take(officer, receipt.id, 'deliver', { way: 'electronic', proof: '网上发出' });
    at(office, '2026-03-05');
    await download(receipt, reply);
    assert.equal((await loadCase(spine.db, receipt.id)).facts.servedOn, '2026-03-05');
    await take(officer, receipt.id, 'archive');
    await download(receipt, reply);
  });

  it('says nothing of another’s application', async () => {
    const [mine, others] = [
      await register('in_person', '2026-03-02'),
      await register('in_person', '2026-03-02'),
    ];
    await take(officer, others.id, 'ask_for_correction', { workingDays: 5, matter: '不明确' });
    const notice = await letter(others, 'correction_notice');
    await download(mine, notice);
    assert.match(
      await refusalOf(download({ ...others, queryCode: mine.queryCode }, notice)),
      /登记编号与查询码不符/,
    );
    assert.equal((await loadCase(spine.db, others.id)).facts.correction?.receivedOn, null);
  });
});
