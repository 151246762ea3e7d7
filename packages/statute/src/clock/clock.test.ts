import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar } from '../calendar/calendar.ts';
import { civilDate } from '../civil-date.ts';
import { clock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import {
  abandoned,
  about,
  confirmed,
  consultationStarted,
  correctionRequested,
  delaySet,
  extended,
  feeNotified,
  plain,
  submitted,
} from './clock-test-kit.ts';

const calendar = buildCalendar();
const at = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  clock(events, calendar, civilDate(asOf), { ...defaultClockPolicy, ...policy });
const codes = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  at(asOf, events, policy).irregularities.map(({ code }) => code);
const deadline = (asOf: string, kind: string, events: readonly ClockEvent[]) => {
  const found = at(asOf, events).deadlines.find((candidate) => candidate.kind === kind);
  return found && [found.due, found.status, found.workingDaysLeft];
};

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

// 条例第三十二条、第三十三条第三款
const consulted = [
  submitted('2026-03-02'),
  consultationStarted('2026-03-04'),
  about('consultation_delivered', '2026-03-06'),
  about('opinion_received', '2026-03-12'),
];

test('the days between the letter and the opinion do not count', () => {
  // 5, 6, 9, 10, 11, 12 March: six working days after 30 March.
  assert.equal(at('2026-03-12', consulted).due, '2026-04-08');
  assert.equal(at('2026-03-12', consulted).state, 'running');
});

test('where policy excludes the day of sending, one day more does not count', () => {
  assert.equal(at('2026-03-12', consulted, { sendingDayExcluded: true }).due, '2026-04-09');
});

test('before the letter is delivered nobody knows the due date; what is left stands still', () => {
  const found = at('2026-03-05', consulted);
  assert.deepEqual([found.state, found.due, found.workingDaysLeft], ['paused', null, 18]);
  assert.equal(at('2026-03-05', consulted.slice(0, 2)).workingDaysLeft, 18);
  assert.equal(at('2026-06-05', consulted.slice(0, 2)).workingDaysLeft, 18);
});

test('a delivered letter gives the latest date: the third party may take its fifteen days and no more', () => {
  const found = at('2026-03-10', consulted);
  assert.deepEqual([found.state, found.due, found.dueMayBeEarlier], ['paused', '2026-04-23', true]);
  const silent = at('2026-04-01', consulted.slice(0, 3));
  assert.deepEqual([silent.state, silent.due, silent.dueMayBeEarlier], ['running', '2026-04-23', false]);
  assert.deepEqual(deadline('2026-04-01', 'third_party_opinion', consulted.slice(0, 3)), [
    '2026-03-27',
    'missed',
    null,
  ]);
});

test('an opinion after the fifteen days gains no time', () => {
  const events = [...consulted.slice(0, 3), about('opinion_received', '2026-04-10')];
  assert.equal(at('2026-04-10', events).due, '2026-04-23');
  assert.deepEqual(codes('2026-04-10', events), ['opinion_late']);
});

test('on its fifteenth day the third party may still answer in time, and the clock still stands', () => {
  assert.equal(at('2026-03-27', consulted.slice(0, 3)).state, 'paused');
  const events = [...consulted.slice(0, 3), about('opinion_received', '2026-03-27')];
  assert.deepEqual(codes('2026-03-27', events), []);
  assert.equal(at('2026-03-27', events).due, '2026-04-23');
});

test('a letter that cannot be delivered pauses until it is given up', () => {
  const events = [...consulted.slice(0, 2), about('consultation_closed', '2026-03-12')];
  assert.equal(at('2026-03-12', events).due, '2026-04-08');
});

test('another organ has no statutory period: the pause lasts until it answers', () => {
  const events = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-04', 'b', 'other_organ', '乙局'),
    about('consultation_delivered', '2026-03-05', 'b'),
  ];
  assert.deepEqual([at('2026-04-30', events).state, at('2026-04-30', events).due], ['paused', null]);
  assert.equal(at('2026-04-30', [...events, about('opinion_received', '2026-03-12', 'b')]).due, '2026-04-08');
});

test('a joint maker has fifteen working days, and its silence is consent', () => {
  const events = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-04', 'c', 'joint_maker', '丙委'),
    about('consultation_delivered', '2026-03-06', 'c'),
  ];
  const found = at('2026-03-10', events).deadlines.find(({ kind }) => kind === 'joint_maker_opinion');
  assert.deepEqual([found?.due, found?.article, found?.name], ['2026-03-27', '条例第三十四条', '丙委']);
  assert.match(found?.consequence ?? '', /视为同意公开/);
});

test('of two consultations at once the days of both are left out once', () => {
  const events = [
    ...consulted,
    consultationStarted('2026-03-10', 'b', 'other_organ', '乙局'),
    about('opinion_received', '2026-03-16', 'b'),
  ];
  // 5 to 16 March: eight working days.
  assert.equal(at('2026-03-16', events).due, '2026-04-10');
  assert.equal(at('2026-03-13', events).state, 'paused');
});

test('a consultation that outlasts a correction excludes its days from the new period too', () => {
  const events = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-03', 'b', 'other_organ', '乙局'),
    correctionRequested('2026-03-04'),
    plain('corrected', '2026-03-09'),
    about('opinion_received', '2026-03-11', 'b'),
  ];
  // Counted from 12 March.
  assert.equal(at('2026-03-11', events).due, '2026-04-09');
});

test('a consultation that ended the day before a restart leaves the new period alone', () => {
  const events = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-03', 'b', 'other_organ', '乙局'),
    correctionRequested('2026-03-04'),
    about('opinion_received', '2026-03-09', 'b'),
    plain('corrected', '2026-03-10'),
  ];
  assert.equal(at('2026-03-10', events).due, '2026-04-08');
});

test('a third party that is given up owes no opinion any more', () => {
  const events = [...consulted.slice(0, 3), about('consultation_closed', '2026-03-12')];
  assert.deepEqual(deadline('2026-03-31', 'third_party_opinion', events), ['2026-03-27', 'lapsed', null]);
});

test('the days left to reply leave out the days of a consultation wherever they are shown', () => {
  const found = at('2026-03-10', consulted);
  assert.equal(found.workingDaysLeft, 18);
  assert.equal(deadline('2026-03-10', 'reply', consulted)?.[2], 18);
});

test('a letter sent on or after the due date pauses nothing', () => {
  const events = [submitted('2026-03-02'), consultationStarted('2026-03-30')];
  assert.deepEqual([at('2026-03-31', events).due, at('2026-03-31', events).state], ['2026-03-30', 'running']);
  assert.equal(at('2026-03-31', events).workingDaysOverdue, 1);
  assert.deepEqual(
    at('2026-03-31', events).periods.map(({ kind }) => kind),
    ['counted'],
  );
  assert.deepEqual(codes('2026-03-31', events), ['consultation_late']);
});

test('steps of a consultation that nobody began, or that is over, are named and ignored', () => {
  assert.deepEqual(
    codes('2026-03-31', [submitted('2026-03-02'), about('opinion_received', '2026-03-04', 'x')]),
    ['consultation_unknown'],
  );
  assert.deepEqual(codes('2026-03-31', [...consulted, about('consultation_closed', '2026-03-13')]), [
    'consultation_over',
  ]);
  assert.deepEqual(codes('2026-03-31', [...consulted, consultationStarted('2026-03-13')]), [
    'consultation_twice',
  ]);
});

// 条例第三十三条第二款
test('an extension adds what was approved and notified, at most twenty days, once', () => {
  const base = submitted('2026-03-02');
  assert.equal(at('2026-03-20', [base, extended('2026-03-20', 10)]).due, '2026-04-14');
  assert.equal(
    at('2026-03-20', [base, extended('2026-03-20', 10), extended('2026-03-20', 10)]).due,
    '2026-04-14',
  );
  assert.equal(at('2026-03-20', [base, extended('2026-03-20', 30)]).due, '2026-04-28');
  assert.equal(at('2026-03-20', [base, extended('2026-03-20', 20, null)]).due, '2026-03-30');
  assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', 10), extended('2026-03-20', 10)]), [
    'extension_second',
  ]);
  assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', 30)]), ['extension_too_long']);
  assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', 20, null)]), ['extension_not_approved']);
  assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', 20, '2026-03-23')]), [
    'extension_approved_after',
  ]);
  for (const days of [0, -5, 2.5]) {
    assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', days)]), ['extension_empty']);
    assert.equal(at('2026-03-20', [base, extended('2026-03-20', days)]).due, '2026-03-30');
  }
});

test('an extension on the due date is in time, the day after it is too late, unless policy lets it count', () => {
  const base = submitted('2026-03-02');
  assert.equal(at('2026-03-30', [base, extended('2026-03-30')]).due, '2026-04-28');
  const late = [base, extended('2026-03-31')];
  assert.deepEqual(
    [at('2026-03-31', late).due, codes('2026-03-31', late)],
    ['2026-03-30', ['extension_late']],
  );
  const counted = at('2026-03-31', late, { lateExtensionCounts: true });
  assert.deepEqual([counted.due, counted.irregularities[0]?.code], ['2026-04-28', 'extension_late']);
});

test('an extension during consultation adds its days after it', () => {
  const events = [...consulted.slice(0, 3), extended('2026-03-10', 10), ...consulted.slice(3)];
  assert.equal(at('2026-03-12', events).due, '2026-04-22');
});

test('an extension lapses with the counting it extended, and the new one may have its own', () => {
  const events = [
    submitted('2026-03-02'),
    extended('2026-03-03'),
    correctionRequested('2026-03-04'),
    plain('corrected', '2026-03-05'),
  ];
  assert.equal(at('2026-03-05', events).due, '2026-04-02');
  assert.equal(at('2026-03-06', [...events, extended('2026-03-06', 5)]).due, '2026-04-10');
  assert.deepEqual(codes('2026-03-04', [...events.slice(0, 3), extended('2026-03-04')]), [
    'extension_out_of_place',
  ]);
});

test('a late act says whether it counts all the same', () => {
  const late = [submitted('2026-03-02'), extended('2026-03-31')];
  const message = (policy: Partial<ClockPolicy>) => at('2026-03-31', late, policy).irregularities[0]?.message;
  assert.equal(message({}), '延期告知晚于答复期限。不影响答复期限。');
  assert.equal(message({ lateExtensionCounts: true }), '延期告知晚于答复期限。按本机关的设置仍然有效。');
});

// 条例第三十五条
test('a delayed date that was told in time stands in for the due date', () => {
  const found = at('2026-03-20', [
    submitted('2026-03-02'),
    delaySet('2026-03-20', '2026-06-30', '2026-03-05'),
  ]);
  assert.deepEqual([found.state, found.due, found.irregularities], ['delayed', '2026-06-30', []]);
  assert.equal(found.periods.at(-1)?.kind, 'delay');
});

test('a delayed date without reasons asked for, told too late, or no later at all, is named', () => {
  const base = submitted('2026-03-02');
  assert.deepEqual(codes('2026-03-20', [base, delaySet('2026-03-20', '2026-06-30', null)]), [
    'delay_without_reasons',
  ]);
  assert.deepEqual(codes('2026-03-31', [base, delaySet('2026-03-31', '2026-06-30')]), ['delay_late']);
  assert.equal(at('2026-03-31', [base, delaySet('2026-03-31', '2026-06-30')]).due, '2026-03-30');
  assert.deepEqual(codes('2026-03-20', [base, delaySet('2026-03-20', '2026-03-30')]), ['delay_not_later']);
});

// 信息处理费管理办法
const charged = [submitted('2026-03-02'), feeNotified('2026-03-16', '2026-03-18')];

test('a fee notice stops the clock, and the applicant has twenty working days from the day after receipt', () => {
  const found = at('2026-03-19', charged);
  assert.deepEqual([found.state, found.due], ['waiting_for_payment', null]);
  assert.deepEqual(deadline('2026-03-19', 'payment', charged), ['2026-04-16', 'open', 19]);
});

test('payment starts the whole period again, or resumes it where policy says so', () => {
  const paid = [...charged, plain('paid', '2026-04-02')];
  assert.equal(at('2026-04-02', paid).due, '2026-05-06');
  // Ten days were used up to 16 March; ten are left from 3 April.
  assert.equal(at('2026-04-02', paid, { afterPayment: 'resume' }).due, '2026-04-17');
  assert.equal(at('2026-03-20', paid, { afterPayment: 'resume' }).state, 'waiting_for_payment');
  assert.equal(at('2026-03-20', paid, { afterPayment: 'resume' }).workingDaysLeft, 10);
});

test('who does not pay in time is no longer handled', () => {
  const found = at('2026-04-17', [...charged, abandoned('2026-04-17', 'not_paid')]);
  assert.deepEqual([found.state, found.irregularities], ['abandoned', []]);
});

test('fee notices and payments out of order are named', () => {
  const base = submitted('2026-03-02');
  assert.deepEqual(codes('2026-03-31', [base, feeNotified('2026-03-31')]), ['fee_late']);
  assert.equal(at('2026-03-31', [base, feeNotified('2026-03-31')]).due, '2026-03-30');
  assert.equal(
    at('2026-03-31', [base, feeNotified('2026-03-31')], { lateFeeNoticeRestarts: true }).state,
    'waiting_for_payment',
  );
  assert.deepEqual(codes('2026-03-20', [...charged, feeNotified('2026-03-20')]), ['fee_second']);
  assert.deepEqual(codes('2026-03-20', [base, plain('paid', '2026-03-20')]), ['paid_unasked']);
  assert.deepEqual(codes('2026-04-20', [...charged, plain('paid', '2026-04-20')]), ['paid_late']);
  const correcting = [base, correctionRequested('2026-03-03'), feeNotified('2026-03-04')];
  assert.deepEqual(codes('2026-03-04', correcting), ['fee_out_of_place']);
  const paying = [base, feeNotified('2026-03-03'), correctionRequested('2026-03-04')];
  assert.deepEqual(codes('2026-03-04', paying), ['correction_out_of_place']);
});

// 答复
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
