import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../civil-date.ts';
import type { ClockEvent } from './clock-event.ts';
import {
  abandoned,
  about,
  at,
  codes,
  confirmed,
  consultationStarted,
  consulted,
  correctionRequested,
  deadline,
  extended,
  feeNotified,
  plain,
  submitted,
} from './clock-test-kit.ts';

// The golden dates: counted by hand on a calendar.
for (const [received, due, provisional] of [
  ['2026-09-10', '2026-10-14', false],
  ['2026-02-10', '2026-03-16', false],
  ['2025-01-20', '2025-02-21', false],
  ['2020-01-20', '2020-02-25', false],
  ['2026-12-10', '2027-01-07', true],
] as const)
  test(`a request received on ${received} is answered by ${due}${provisional ? ', provisionally' : ''}`, () => {
    const found = at(received, [submitted(received)]);
    assert.deepEqual([found.due, found.provisional, found.workingDaysLeft], [due, provisional, 20]);
  });

test('with an extension the request of 10 September 2026 is answered by 11 November', () => {
  assert.equal(at('2026-10-12', [submitted('2026-09-10'), extended('2026-10-12')]).due, '2026-11-11');
});

test('correction of a request received on 10 September 2026 is asked for by Sunday 20 September, which is worked', () => {
  assert.deepEqual(deadline('2026-09-11', 'correction_notice', [submitted('2026-09-10')]), [
    '2026-09-20',
    'open',
    6,
  ]);
  assert.equal(deadline('2024-09-13', 'correction_notice', [submitted('2024-09-13')])?.[0], '2024-09-25');
});

test('a third party that got the letter on 10 September 2026 has until 8 October', () => {
  const events = [
    submitted('2026-09-07'),
    consultationStarted('2026-09-08'),
    about('consultation_delivered', '2026-09-10'),
  ];
  assert.equal(deadline('2026-09-11', 'third_party_opinion', events)?.[0], '2026-10-08');
});

test('nothing has come in: the clock says so', () => {
  const found = at('2026-03-01', []);
  assert.equal(found.state, 'not_received');
  assert.deepEqual([found.due, found.workingDaysLeft, found.deadlines.length], [null, null, 0]);
});

// 条例第三十一条
test('handed in, put down at the counter or signed for, a request is received that day', () => {
  for (const channel of ['in_person', 'oral', 'signed_post'] as const)
    assert.equal(at('2026-03-03', [submitted('2026-03-02', channel)]).received, '2026-03-02');
});

test('by ordinary mail, misdirected mail, internet or fax it is received when both sides have confirmed', () => {
  for (const channel of ['ordinary_mail', 'misdirected_mail', 'internet', 'fax'] as const) {
    const waiting = at('2026-03-03', [submitted('2026-03-02', channel)]);
    assert.deepEqual([waiting.state, waiting.due], ['waiting_for_confirmation', null]);
    const found = at('2026-03-05', [submitted('2026-03-02', channel), confirmed('2026-03-05')]);
    assert.deepEqual([found.state, found.received, found.due], ['running', '2026-03-05', '2026-04-02']);
  }
});

test('post that is confirmed on a later day is irregular unless the applicant could not be reached', () => {
  const events = (unreachable: boolean) => [
    submitted('2026-03-02', 'ordinary_mail'),
    confirmed('2026-03-05', unreachable),
  ];
  assert.deepEqual(codes('2026-03-05', events(false)), ['mail_confirmed_late']);
  assert.deepEqual(codes('2026-03-05', events(true)), []);
  const sameDay = [submitted('2026-03-02', 'ordinary_mail'), confirmed('2026-03-02')];
  assert.deepEqual(codes('2026-03-05', sameDay), []);
  assert.deepEqual(codes('2026-03-05', [submitted('2026-03-02', 'internet'), confirmed('2026-03-05')]), []);
});

test('an agency that handles an unconfirmed request has received it by then', () => {
  const found = at('2026-03-10', [submitted('2026-03-02', 'internet'), extended('2026-03-04')]);
  assert.equal(found.received, '2026-03-04');
  assert.deepEqual(
    found.irregularities.map(({ code }) => code),
    ['receipt_not_confirmed'],
  );
});

test('a request handed in on a Saturday is received on it, and Monday is day 1', () => {
  const found = at('2026-03-09', [submitted('2026-03-07')]);
  assert.deepEqual([found.received, found.workingDaysLeft], ['2026-03-07', 19]);
});

// 条例第三十条
test('while a correction is awaited no reply is due, and the applicant has the time given', () => {
  const events = [submitted('2026-03-02'), correctionRequested('2026-03-05', 10, '2026-03-09')];
  const found = at('2026-03-10', events);
  assert.deepEqual(
    [found.state, found.due, found.workingDaysLeft, found.workingDaysOverdue],
    ['waiting_for_correction', null, null, 0],
  );
  assert.deepEqual(deadline('2026-03-10', 'correction', events), ['2026-03-23', 'open', 9]);
  assert.deepEqual(deadline('2026-03-24', 'correction', events), ['2026-03-23', 'missed', null]);
  assert.deepEqual(deadline('2026-03-10', 'correction_notice', events), ['2026-03-11', 'met', null]);
});

test('the period for correction counts from sending as long as the day of receipt is not known', () => {
  const events = [submitted('2026-03-02'), correctionRequested('2026-03-05', 10, '2026-03-09')];
  assert.equal(deadline('2026-03-06', 'correction', events)?.[0], '2026-03-19');
});

test('a day of receipt before the day of sending is a slip: the period counts from sending', () => {
  const events = [submitted('2026-03-02'), correctionRequested('2026-03-05', 10, '2026-03-01')];
  assert.equal(deadline('2026-03-06', 'correction', events)?.[0], '2026-03-19');
});

test('a notice may name the last day for correction', () => {
  const notice = (until: string): ClockEvent => ({
    type: 'correction_requested',
    on: civilDate('2026-03-05'),
    period: { until: civilDate(until) },
  });
  const events = [submitted('2026-03-02'), notice('2026-03-20')];
  assert.equal(deadline('2026-03-06', 'correction', events)?.[0], '2026-03-20');
  assert.deepEqual(codes('2026-03-06', [submitted('2026-03-02'), notice('2026-03-05')]), [
    'correction_period_odd',
  ]);
});

test('the corrected request starts the twenty days again', () => {
  const found = at('2026-03-20', [
    submitted('2026-03-02'),
    correctionRequested('2026-03-05'),
    plain('corrected', '2026-03-16'),
  ]);
  assert.deepEqual([found.state, found.countedFrom, found.due], ['running', '2026-03-16', '2026-04-14']);
});

test('a correction asked for after seven working days does not stop the clock, unless policy says so', () => {
  const events = [
    submitted('2026-03-02'),
    correctionRequested('2026-03-12'),
    plain('corrected', '2026-03-20'),
  ];
  assert.deepEqual([at('2026-03-13', events).state, at('2026-03-13', events).due], ['running', '2026-03-30']);
  assert.equal(at('2026-03-20', events).due, '2026-03-30');
  assert.deepEqual(codes('2026-03-20', events), ['correction_late']);
  assert.deepEqual(deadline('2026-03-20', 'correction_notice', events), ['2026-03-11', 'missed', null]);
  const policy = { lateCorrectionRestarts: true };
  assert.equal(at('2026-03-13', events, policy).state, 'waiting_for_correction');
  assert.equal(at('2026-03-20', events, policy).due, '2026-04-20');
});

test('correction is asked for once: the second notice changes nothing', () => {
  const events = [
    submitted('2026-03-02'),
    correctionRequested('2026-03-03'),
    plain('corrected', '2026-03-04'),
    correctionRequested('2026-03-05'),
  ];
  assert.deepEqual([at('2026-03-06', events).state, at('2026-03-06', events).due], ['running', '2026-04-01']);
  assert.deepEqual(codes('2026-03-06', events), ['correction_second']);
});

test('what the applicant adds unasked does not restart the clock', () => {
  const events = [submitted('2026-03-02'), plain('corrected', '2026-03-06')];
  assert.equal(at('2026-03-06', events).due, '2026-03-30');
  assert.deepEqual(codes('2026-03-06', events), ['corrected_unasked']);
});

test('a correction that comes too late, and is taken all the same, restarts the clock and is named', () => {
  const events = [
    submitted('2026-03-02'),
    correctionRequested('2026-03-05', 3),
    plain('corrected', '2026-03-16'),
  ];
  assert.equal(at('2026-03-16', events).due, '2026-04-14');
  assert.deepEqual(codes('2026-03-16', events), ['corrected_late']);
  const lastDay = [
    submitted('2026-03-02'),
    correctionRequested('2026-03-05', 3),
    plain('corrected', '2026-03-10'),
  ];
  assert.deepEqual(codes('2026-03-16', lastDay), []);
});

test('who does not correct in time is no longer handled; before the time is over, or unasked, that is irregular', () => {
  const asked = [submitted('2026-03-02'), correctionRequested('2026-03-05', 5)];
  const found = at('2026-03-13', [...asked, abandoned('2026-03-13', 'not_corrected')]);
  assert.deepEqual([found.state, found.ended, found.irregularities], ['abandoned', '2026-03-13', []]);
  assert.deepEqual(codes('2026-03-12', [...asked, abandoned('2026-03-12', 'not_corrected')]), [
    'abandoned_early',
  ]);
  assert.deepEqual(codes('2026-03-13', [...asked, abandoned('2026-03-13', 'not_paid')]), [
    'abandoned_unasked',
  ]);
});

// 答复
const charged = [submitted('2026-03-02'), feeNotified('2026-03-16', '2026-03-18')];
test('a reply ends the clock, on the spot too; late it says by how much', () => {
  const spot = at('2026-03-02', [
    submitted('2026-03-02'),
    { type: 'replied', on: civilDate('2026-03-02'), onTheSpot: true },
  ]);
  assert.deepEqual([spot.state, spot.ended, spot.workingDaysOverdue], ['replied', '2026-03-02', 0]);
  const late = at('2026-05-06', [submitted('2026-03-02'), plain('replied', '2026-04-01')]);
  assert.deepEqual([late.workingDaysOverdue, late.irregularities[0]?.code], [2, 'replied_late']);
  assert.deepEqual(
    deadline('2026-05-06', 'reply', [submitted('2026-03-02'), plain('replied', '2026-04-01')]),
    ['2026-03-30', 'missed', null],
  );
});

test('on the due date nothing is left and nothing overdue; the next working day one day is overdue', () => {
  const events = [submitted('2026-02-10')];
  const left = (asOf: string) => [at(asOf, events).workingDaysLeft, at(asOf, events).workingDaysOverdue];
  assert.deepEqual(left('2026-03-11'), [3, 0]);
  assert.deepEqual(left('2026-03-16'), [0, 0]);
  assert.deepEqual(left('2026-03-17'), [0, 1]);
  assert.deepEqual(deadline('2026-03-16', 'reply', events), ['2026-03-16', 'open', 0]);
  assert.deepEqual(deadline('2026-03-17', 'reply', events), ['2026-03-16', 'missed', null]);
  const replied = [...events, plain('replied', '2026-03-16')];
  assert.deepEqual(deadline('2026-03-17', 'reply', replied), ['2026-03-16', 'met', null]);
  // Correction need not be asked for: its day goes by and nothing is wrong.
  assert.deepEqual(deadline('2026-03-17', 'correction_notice', events), ['2026-02-26', 'lapsed', null]);
});

test('a withdrawn request runs no more, confirmed or not', () => {
  assert.equal(
    at('2026-03-05', [submitted('2026-03-02'), plain('withdrawn', '2026-03-05')]).state,
    'withdrawn',
  );
  const early = at('2026-03-05', [submitted('2026-03-02', 'fax'), plain('withdrawn', '2026-03-05')]);
  assert.deepEqual([early.state, early.due], ['withdrawn', null]);
});

test('what happens before a request came in or after it ended is named and changes nothing', () => {
  assert.deepEqual(codes('2026-03-05', [plain('replied', '2026-03-01'), submitted('2026-03-02')]), [
    'not_submitted',
  ]);
  const ended = [submitted('2026-03-02'), plain('replied', '2026-03-05')];
  assert.deepEqual(codes('2026-03-09', [...ended, extended('2026-03-06'), plain('served', '2026-03-09')]), [
    'after_end',
  ]);
  assert.deepEqual(codes('2026-03-09', [submitted('2026-03-02'), plain('served', '2026-03-09')]), [
    'served_without_reply',
  ]);
  assert.deepEqual(codes('2026-03-09', [submitted('2026-03-02'), submitted('2026-03-03')]), [
    'submitted_twice',
  ]);
  assert.deepEqual(codes('2026-03-09', [submitted('2026-03-02'), confirmed('2026-03-03')]), [
    'confirmed_twice',
  ]);
});

test('an earlier day shows what the clock said then', () => {
  const events = [...charged, plain('paid', '2026-04-02'), plain('replied', '2026-04-20')];
  assert.deepEqual(
    ['2026-03-01', '2026-03-10', '2026-03-20', '2026-04-10', '2026-04-20'].map(
      (asOf) => at(asOf, events).state,
    ),
    ['not_received', 'running', 'waiting_for_payment', 'running', 'replied'],
  );
});

test('the periods of a request are listed in order, with what they rest on', () => {
  const found = at('2026-03-20', [
    submitted('2026-03-02'),
    correctionRequested('2026-03-05'),
    plain('corrected', '2026-03-09'),
    consultationStarted('2026-03-11'),
    about('opinion_received', '2026-03-13'),
  ]);
  assert.deepEqual(
    found.periods.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    [
      'counted 2026-03-03 2026-03-05',
      'correction 2026-03-06 2026-03-09',
      'counted 2026-03-10 2026-04-09',
      'consultation 2026-03-12 2026-03-13',
    ],
  );
});

test('a consultation that nobody answered ends with the case', () => {
  const found = at('2026-05-06', [...consulted.slice(0, 3), plain('replied', '2026-03-11')]);
  assert.deepEqual(
    found.periods.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
    ['counted 2026-03-03 2026-03-11', 'consultation 2026-03-05 2026-03-11'],
  );
});
