import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CivilDate, civilDate } from '@gongkai/statute';
import { clockEvents } from './clock-events.ts';
import type { Step, StepFacts } from './step.ts';

/** Steps one after the other, a day each from 2 March 2026. */
const stepsOf = (...done: readonly (readonly [Step['step'], object?])[]): readonly Step[] =>
  done.map(
    ([step, facts = {}], index) =>
      ({
        step,
        position: index + 1,
        on: civilDate(`2026-03-${String(index + 2).padStart(2, '0')}`),
        personId: null,
        facts: facts as StepFacts[Step['step']],
      }) as Step,
  );

const submitted = ['submit', { channel: 'in_person' }] as const;

test('a notice of correction has the day on which it was received, as soon as that is entered', () => {
  const asked = ['ask_for_correction', { workingDays: 5 }] as const;
  const event = (receivedOn: CivilDate | null) => ({
    type: 'correction_requested',
    on: '2026-03-03',
    receivedOn,
    period: { workingDays: 5 },
  });
  assert.deepEqual(clockEvents(stepsOf(submitted, asked))[1], event(null));
  const received = ['record_notice_received', { notice: 'correction' }] as const;
  assert.deepEqual(clockEvents(stepsOf(submitted, asked, received))[1], event(civilDate('2026-03-04')));
});

test('an extension is that which was proposed and approved last before it was told', () => {
  const events = clockEvents(
    stepsOf(
      submitted,
      ['propose_extension', { workingDays: 5 }],
      ['refuse_extension'],
      ['propose_extension', { workingDays: 15 }],
      ['approve_extension'],
      ['notify_extension'],
    ),
  );
  assert.deepEqual(events.slice(1), [
    { type: 'extended', on: '2026-03-07', approvedOn: '2026-03-06', workingDays: 15 },
  ]);
});

test('a fee notice that was taken back never stopped the clock, one that was paid began it anew', () => {
  const notice = ['issue_fee_notice', { scheme: 'page', quantity: 200, before: 0, amount: '2700' }] as const;
  const types = (last: Step['step']) =>
    clockEvents(stepsOf(submitted, notice, [last])).map(({ type }) => type);
  assert.deepEqual(types('waive_fee'), ['submitted']);
  assert.deepEqual(types('record_payment'), ['submitted', 'fee_notified', 'paid']);
});

test('what another agency passed on has to be confirmed with the applicant', () => {
  const [event] = clockEvents(stepsOf(['submit', { channel: 'other_agency' }]));
  assert.deepEqual(event, { type: 'submitted', on: '2026-03-02', channel: 'misdirected_mail' });
});

test('search, review and approval leave the clock alone', () => {
  const steps = stepsOf(submitted, ['record_search'], ['review'], ['review_secrecy'], ['approve'], ['sign']);
  assert.equal(clockEvents(steps).length, 1);
});
