import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClockPolicy } from './clock-policy.ts';
import {
  abandoned,
  at,
  codes,
  consulted,
  correctionRequested,
  deadline,
  delaySet,
  extended,
  feeNotified,
  plain,
  submitted,
} from './clock-test-kit.ts';

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
  for (const days of [0, -5, 2.5]) {
    assert.deepEqual(codes('2026-03-20', [base, extended('2026-03-20', days)]), ['extension_empty']);
    assert.equal(at('2026-03-20', [base, extended('2026-03-20', days)]).due, '2026-03-30');
  }
});

test('an extension that was told before it was approved counts from the approval on, if that is in time', () => {
  const events = (approvedOn: string) => [submitted('2026-03-02'), extended('2026-03-20', 20, approvedOn)];
  const found = (asOf: string, approvedOn: string) =>
    [at(asOf, events(approvedOn)).due, codes(asOf, events(approvedOn))] as const;
  assert.deepEqual(found('2026-03-22', '2026-03-23'), ['2026-03-30', ['extension_not_approved']]);
  assert.deepEqual(found('2026-03-23', '2026-03-23'), ['2026-04-28', ['extension_approved_after']]);
  assert.deepEqual(found('2026-03-30', '2026-03-30'), ['2026-04-28', ['extension_approved_after']]);
  assert.deepEqual(found('2026-03-31', '2026-03-31'), [
    '2026-03-30',
    ['extension_approved_after', 'extension_late'],
  ]);
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
  assert.equal(message({}), '延期的同意或者告知晚于答复期限。不影响答复期限。');
  assert.equal(
    message({ lateExtensionCounts: true }),
    '延期的同意或者告知晚于答复期限。按本机关的设置仍然有效。',
  );
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
  assert.deepEqual(codes('2026-03-20', [base, delaySet('2026-03-20', '2026-06-30', '2026-03-21')]), [
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
  assert.deepEqual(codes('2026-04-20', [...charged, plain('paid', '2026-04-16')]), []);
  assert.deepEqual(codes('2026-04-20', [...charged, plain('paid', '2026-04-17')]), ['paid_late']);
  const correcting = [base, correctionRequested('2026-03-03'), feeNotified('2026-03-04')];
  assert.deepEqual(codes('2026-03-04', correcting), ['fee_out_of_place']);
  const paying = [base, feeNotified('2026-03-03'), correctionRequested('2026-03-04')];
  assert.deepEqual(codes('2026-03-04', paying), ['correction_out_of_place']);
});
