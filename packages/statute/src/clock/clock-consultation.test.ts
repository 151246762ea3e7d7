import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  at,
  codes,
  consultationStarted,
  consulted,
  correctionRequested,
  deadline,
  plain,
  submitted,
} from './clock-test-kit.ts';

// 条例第三十二条、第三十三条第三款

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

test('a letter sent on the due date is too late, unless the day of sending does not count', () => {
  const events = [submitted('2026-03-02'), consultationStarted('2026-03-30')];
  assert.deepEqual(codes('2026-03-30', events), ['consultation_late']);
  assert.deepEqual(codes('2026-03-30', events, { sendingDayExcluded: true }), []);
  const after = [submitted('2026-03-02'), consultationStarted('2026-03-31')];
  assert.deepEqual(codes('2026-03-31', after, { sendingDayExcluded: true }), ['consultation_late']);
});
