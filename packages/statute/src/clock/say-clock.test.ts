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
import { explainClock } from './explain-clock.ts';

const calendar = buildCalendar();
const said = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  explainClock(events, calendar, civilDate(asOf), { ...defaultClockPolicy, ...policy }).sentences;

/** Corrected, then two asked at once. */
const busy = [
  submitted('2026-03-02'),
  correctionRequested('2026-03-04'),
  plain('corrected', '2026-03-06'),
  consultationStarted('2026-03-10'),
  consultationStarted('2026-03-11', 'b', 'other_organ', '乙局'),
  about('opinion_received', '2026-03-12', 'b'),
  about('opinion_received', '2026-03-13'),
];

test('the citizen reads it in a few sentences', () => {
  assert.deepEqual(said('2026-03-11', [submitted('2026-02-10')]), [
    '已于2026年2月10日收到申请。',
    '应当在2026年3月16日前（含当日）答复（自2月11日起算 20 个工作日，条例第三十三条第二款）。',
    '还剩 3 个工作日 · 3月16日。',
  ]);
  assert.deepEqual(said('2026-03-16', [...busy, extended('2026-03-16', 5)]), [
    '已于2026年3月2日收到申请。',
    '3月6日收到补正后的申请，答复期限重新计算（条例第三十条）。',
    '3月10日征求第三方（甲公司）意见，3月13日收到意见，3月11日至3月13日的 3 个工作日不计入期限（条例第三十三条第三款）。',
    '3月11日征求其他机关（乙局）意见，3月12日收到意见，3月12日的 1 个工作日不计入期限（条例第三十三条第三款）。',
    '重叠的日期不重复扣除，合计 3 个工作日不计入期限。',
    '3月16日告知申请人延期：经政府信息公开工作机构负责人同意，延长 5 个工作日（条例第三十三条第二款）。',
    '应当在2026年4月16日前（含当日）答复（自3月9日起算 25 个工作日，条例第三十三条第二款）。',
    '还剩 22 个工作日 · 4月16日。',
  ]);
});

test('of a consultation that outlasts a restart only the days of the new period are said, none if they are all off', () => {
  const events = (opinion: string) => [
    submitted('2026-03-02'),
    consultationStarted('2026-03-03', 'b', 'other_organ', '乙局'),
    correctionRequested('2026-03-04'),
    plain('corrected', '2026-03-06'),
    about('opinion_received', opinion, 'b'),
  ];
  assert.ok(
    said('2026-03-10', events('2026-03-10')).includes(
      '3月3日征求其他机关（乙局）意见，3月10日收到意见，3月7日至3月10日的 2 个工作日不计入期限（条例第三十三条第三款）。',
    ),
  );
  assert.doesNotMatch(said('2026-03-10', events('2026-03-08')).join(''), /乙局/);
});

test('while something is awaited the sentences say what, from whom and until when', () => {
  assert.deepEqual(said('2026-03-02', []), ['还没有收到申请。']);
  assert.deepEqual(said('2026-03-03', [submitted('2026-03-02', 'ordinary_mail')]), [
    '申请已于2026年3月2日到达，等待双方确认；确认之日为收到申请之日（条例第三十一条）。',
  ]);
  assert.deepEqual(said('2026-03-05', busy.slice(0, 2)), [
    '已于2026年3月2日收到申请。',
    '正在等待申请人补正，补正期限至2026年3月25日；收到补正后重新计算答复期限（条例第三十条）。',
  ]);
  assert.deepEqual(said('2026-03-05', [submitted('2026-03-02'), feeNotified('2026-03-03')]), [
    '已于2026年3月2日收到申请。',
    '正在等待申请人缴费，缴费期限至2026年3月31日；缴费后重新计算处理期限（信息处理费管理办法）。',
  ]);
  assert.deepEqual(said('2026-03-06', [submitted('2026-03-02'), consultationStarted('2026-03-04')]), [
    '已于2026年3月2日收到申请。',
    '3月4日起征求第三方（甲公司）意见，其间不计入期限（条例第三十三条第三款）。',
    '自3月3日起算 20 个工作日，收到意见后才能确定答复日期。',
    '剩余 18 个工作日，暂停计算。',
  ]);
  const delivered = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-04'),
    about('consultation_delivered', '2026-03-06'),
  ];
  assert.match(
    said('2026-03-09', delivered).join(''),
    /提出意见的期限至3月27日，3月5日至3月27日的 17 个工作日不计入期限.*最迟应当在2026年4月23日前（含当日）答复/,
  );
});

test('the last day, overdue days, delay, end and an unsettled calendar are said', () => {
  assert.equal(said('2026-03-16', [submitted('2026-02-10')]).at(-1), '今天到期 · 3月16日。');
  assert.equal(said('2026-03-18', [submitted('2026-02-10')]).at(-1), '已超期 2 个工作日。');
  // 3 April is the last day before 清明; on the days off after it nothing is overdue by a working day.
  assert.equal(said('2026-04-05', [submitted('2026-03-06')]).at(-1), '已于4月3日到期。');
  assert.ok(
    said('2026-03-20', [submitted('2026-03-02'), delaySet('2026-03-20', '2026-06-30')]).includes(
      '答复期限至2026年3月30日（自3月3日起算 20 个工作日，条例第三十三条第二款）；已告知申请人延迟至2026年6月30日答复（条例第三十五条）。',
    ),
  );
  assert.deepEqual(said('2026-05-05', [submitted('2026-03-02'), plain('replied', '2026-04-01')]).slice(1), [
    '答复期限至2026年3月30日（自3月3日起算 20 个工作日，条例第三十三条第二款）。',
    '2026年4月1日已答复。',
    '办结时已超期 2 个工作日。',
  ]);
  const spot: ClockEvent = { type: 'replied', on: civilDate('2026-03-02'), onTheSpot: true };
  assert.ok(said('2026-03-02', [submitted('2026-03-02'), spot]).includes('2026年3月2日已当场答复。'));
  // Nothing is awaited any more.
  assert.deepEqual(said('2026-04-10', [...busy.slice(0, 2), abandoned('2026-04-10', 'not_corrected')]), [
    '已于2026年3月2日收到申请。',
    '2026年4月10日因申请人逾期不补正，不再处理。',
  ]);
  assert.ok(
    said('2026-03-03', [
      submitted('2026-03-02', 'fax'),
      confirmed('2026-03-02'),
      plain('withdrawn', '2026-03-03'),
    ]).includes('2026年3月3日由申请人撤回。'),
  );
  assert.equal(
    said('2026-12-11', [submitted('2026-12-10')]).at(-1),
    '期限内有放假安排尚未公布的日期，最终以国务院办公厅的通知为准。',
  );
});

test('a request that was confirmed later says when it came and what made it received', () => {
  const came = submitted('2026-03-02', 'internet');
  assert.equal(
    said('2026-03-04', [came, confirmed('2026-03-04')])[0],
    '申请已于2026年3月2日到达，2026年3月4日双方确认，确认之日为收到申请之日（条例第三十一条）。',
  );
  assert.equal(
    said('2026-03-04', [came, feeNotified('2026-03-04')])[0],
    '申请已于2026年3月2日到达，没有双方确认的记录，以首次办理之日2026年3月4日为收到申请之日（条例第三十一条）。',
  );
  assert.deepEqual(said('2026-03-03', [came, plain('withdrawn', '2026-03-03')]), [
    '申请已于2026年3月2日到达。',
    '2026年3月3日由申请人撤回。',
  ]);
});

test('each consultation says why its time ended: opinion, silence, or given up; those apart are summed up', () => {
  const asked = [submitted('2026-03-02'), consultationStarted('2026-03-04')];
  const silent = [...asked, about('consultation_delivered', '2026-03-05')];
  assert.ok(
    said('2026-03-30', silent).includes(
      '3月4日征求第三方（甲公司）意见，提出意见的期限至3月26日届满，3月5日至3月26日的 16 个工作日不计入期限（条例第三十三条第三款）。',
    ),
  );
  assert.match(said('2026-03-26', silent).join(''), /提出意见的期限至3月26日，3月5日/);
  // Sent on the last day of the period, a letter leaves nothing out.
  const onLastDay = [submitted('2026-03-02'), consultationStarted('2026-03-30')];
  assert.doesNotMatch(said('2026-03-31', onLastDay).join(''), /甲公司/);
  const sentences = said('2026-03-30', [
    ...asked,
    about('consultation_closed', '2026-03-06'),
    consultationStarted('2026-03-11', 'b', 'joint_maker', '丙局'),
    about('opinion_received', '2026-03-13', 'b'),
  ]);
  assert.deepEqual(sentences.slice(1, 4), [
    '3月4日征求第三方（甲公司）意见，3月6日停止征求，3月5日至3月6日的 2 个工作日不计入期限（条例第三十三条第三款）。',
    '3月11日征求共同制作机关（丙局）意见，3月13日收到意见，3月12日至3月13日的 2 个工作日不计入期限（条例第三十三条第三款）。',
    '合计 4 个工作日不计入期限。',
  ]);
});

test('a letter sent within a delayed date excludes nothing: state, periods and sentences say so', () => {
  const events = [
    submitted('2026-03-02'),
    delaySet('2026-03-20', '2026-06-30', '2026-03-05'),
    consultationStarted('2026-04-02'),
  ];
  const read = clock(events, calendar, civilDate('2026-04-03'));
  assert.deepEqual([read.state, read.due, read.dueMayBeEarlier], ['delayed', '2026-06-30', false]);
  assert.deepEqual(
    read.periods.map(({ kind }) => kind),
    ['counted', 'delay'],
  );
  assert.doesNotMatch(said('2026-04-03', events).join(''), /甲公司/);
  assert.equal(read.deadlines[0]?.article, '条例第三十五条');
});

test('the date may still come earlier only while an opinion is awaited that would move it', () => {
  const asked = [
    submitted('2026-03-02'),
    consultationStarted('2026-03-04'),
    about('consultation_delivered', '2026-03-06'),
  ];
  const mayBeEarlier = (...more: readonly ClockEvent[]) =>
    clock([...asked, ...more], calendar, civilDate('2026-03-11')).dueMayBeEarlier;
  assert.equal(mayBeEarlier(), true);
  assert.equal(mayBeEarlier(about('opinion_received', '2026-03-10')), false);
  assert.equal(mayBeEarlier(delaySet('2026-03-10', '2026-06-30', '2026-03-05')), false);
  assert.equal(mayBeEarlier(plain('replied', '2026-03-11')), false);
});

test('when the time to correct or to pay is over, the sentences say what follows', () => {
  const toCorrect = [submitted('2026-03-02'), correctionRequested('2026-03-05', 5)];
  assert.match(said('2026-03-12', toCorrect).join(''), /正在等待申请人补正，补正期限至2026年3月12日；/);
  assert.equal(
    said('2026-03-13', toCorrect)[1],
    '补正期限已于2026年3月12日届满，没有收到补正；申请人无正当理由的，视为放弃申请，不再处理（条例第三十条）。',
  );
  const toPay = [submitted('2026-03-02'), feeNotified('2026-03-03')];
  assert.match(said('2026-03-31', toPay).join(''), /正在等待申请人缴费，缴费期限至2026年3月31日；/);
  assert.equal(
    said('2026-04-01', toPay)[1],
    '缴费期限已于2026年3月31日届满，没有缴费；视为放弃申请，不再处理（信息处理费管理办法）。',
  );
});

test('a notice that came too late to stop the clock is said all the same, with its own period', () => {
  const correction = said('2026-03-18', [submitted('2026-03-02'), correctionRequested('2026-03-16', 5)]);
  assert.deepEqual(correction.slice(1), [
    '应当在2026年3月30日前（含当日）答复（自3月3日起算 20 个工作日，条例第三十三条第二款）。',
    '已告知申请人补正，补正期限至2026年3月23日；告知晚于收到申请之日起7个工作日，答复期限不停止计算（条例第三十条）。',
    '还剩 8 个工作日 · 3月30日。',
  ]);
  const fee = said('2026-04-10', [submitted('2026-03-02'), feeNotified('2026-04-10')]);
  assert.ok(
    fee.includes(
      '已通知申请人缴费，缴费期限至2026年5月12日；通知晚于申请处理期限，答复期限不停止计算（信息处理费管理办法）。',
    ),
  );
});

test('where policy lets the period go on after payment, payment is what is awaited, and its days are told', () => {
  const events = [submitted('2026-03-02'), feeNotified('2026-03-10')];
  const resume = { afterPayment: 'resume' } as const;
  assert.deepEqual(said('2026-03-12', events, resume).slice(1), [
    '自3月3日起算 20 个工作日，完成缴费后才能确定答复日期。',
    '正在等待申请人缴费，缴费期限至2026年4月8日；缴费后继续计算处理期限（信息处理费管理办法）。',
    '剩余 14 个工作日，暂停计算。',
  ]);
  assert.ok(
    said('2026-03-20', [...events, plain('paid', '2026-03-18')], resume).includes(
      '3月10日发出收费通知，3月18日完成缴费，3月11日至3月18日的 6 个工作日不计入期限（信息处理费管理办法）。',
    ),
  );
  const both = [...events, consultationStarted('2026-03-11', 'b', 'other_organ', '乙局')];
  assert.match(said('2026-03-12', both, resume).join(''), /收到意见并完成缴费后才能确定答复日期/);
});

test('over the turn of the year dates of the other year carry it', () => {
  const events = [
    submitted('2025-12-22'),
    consultationStarted('2025-12-29'),
    about('opinion_received', '2026-01-08'),
  ];
  assert.deepEqual(said('2025-12-31', [submitted('2025-12-31')]).slice(1), [
    '应当在2026年1月29日前（含当日）答复（自2026年1月4日起算 20 个工作日，条例第三十三条第二款）。',
    '还剩 20 个工作日 · 2026年1月29日。',
  ]);
  assert.equal(
    said('2026-01-09', events)[1],
    '12月29日征求第三方（甲公司）意见，2026年1月8日收到意见，12月30日至2026年1月8日的 7 个工作日不计入期限（条例第三十三条第三款）。',
  );
});
