import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusalOf } from '../agency/agency-test-kit.ts';
import type { Caller } from '../agency/index.ts';
import { buildAgency, buildPerson, callerFor } from '../agency/people-test-kit.ts';
import { loadCase } from './load-case.ts';
import { readRequest } from './read-request.ts';
import { anApplication, at, openTestOffice } from './request-test-kit.ts';
import { registerRequest } from './submit-request.ts';

const hats = ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'] as const;

describe('an agency where one person does everything', async () => {
  const office = await openTestOffice();
  const { spine, take } = office;
  const agencyId = await buildAgency(spine, { name: '清溪乡人民政府' });
  const alone = callerFor(spine, await buildPerson(spine, agencyId, hats), hats);
  const begin = async (): Promise<string> => {
    at(office, '2026-03-02');
    const application = { ...anApplication(agencyId), channel: 'in_person', on: '2026-03-02' } as const;
    const { id } = await registerRequest(spine, alone, application);
    await take(alone, id, 'draft_decision', { outcome: 'disclosed_provided', reply: '提供' });
    return id;
  };
  const secrecy = { conclusion: 'may_disclose', basis: '不涉密' } as const;

  it('can answer, and record, timeline and audit log say that it was the same person', async () => {
    const id = await begin();
    const { steps } = await readRequest(spine, alone, id);
    const review = steps.find(({ step }) => step === 'review');
    assert.deepEqual([review?.allowed, /由同一人办理/.test(review?.consequence ?? '')], [true, true]);
    await take(alone, id, 'review');
    await take(alone, id, 'review_secrecy', secrecy);
    await take(alone, id, 'approve');
    await take(alone, id, 'sign');
    const { steps: done } = await loadCase(spine.db, id);
    const marks = done.map(({ facts }) => (facts as { readonly samePerson?: string }).samePerson);
    assert.deepEqual(marks, [undefined, undefined, 'drafter', 'drafter', 'drafter', undefined]);
    const { timeline } = await readRequest(spine, alone, id);
    assert.match(timeline[2]!.title, /审核通过（由同一人办理/);
    const events = await spine.db
      .selectFrom('event')
      .select('data')
      .where('subject_id', '=', id)
      .where('kind', '=', 'request_approved')
      .execute();
    assert.deepEqual(
      events.map(({ data }) => (data as { samePerson?: string }).samePerson),
      ['drafter'],
    );
  });

  it('needs the second person as soon as there is one in the role', async () => {
    const id = await begin();
    const second: Caller = callerFor(spine, await buildPerson(spine, agencyId, ['reviewer']), ['reviewer']);
    assert.match(await refusalOf(take(alone, id, 'review')), /还有其他人员/);
    const { steps } = await readRequest(spine, alone, id);
    assert.equal(steps.find(({ step }) => step === 'review')?.allowed, false);
    await take(second, id, 'review');
    await take(alone, id, 'review_secrecy', secrecy);
  });
});
