import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar } from '../calendar/calendar.ts';
import { civilDate } from '../civil-date.ts';
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
const explain = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  explainClock(events, calendar, civilDate(asOf), { ...defaultClockPolicy, ...policy });
const said = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  explain(asOf, events, policy).sentences;
const lines = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}) =>
  explain(asOf, events, policy).days.map(
    ({ date, counted, text }) => `${date.slice(5)} ${counted ? '✓' : '·'} ${text}`,
  );

test('over Spring Festival every day says why it counts or not', () => {
  assert.deepEqual(lines('2026-03-01', [submitted('2026-02-10')]), [
    '02-10 · 收到申请当日不计算，次日起算',
    '02-11 ✓ 第 1 个工作日',
    '02-12 ✓ 第 2 个工作日',
    '02-13 ✓ 第 3 个工作日',
    '02-14 ✓ 第 4 个工作日（调休上班）',
    '02-15 · 春节放假',
    '02-16 · 春节放假',
    '02-17 · 春节放假',
    '02-18 · 春节放假',
    '02-19 · 春节放假',
    '02-20 · 春节放假',
    '02-21 · 春节放假',
    '02-22 · 春节放假',
    '02-23 · 春节放假',
    '02-24 ✓ 第 5 个工作日',
    '02-25 ✓ 第 6 个工作日',
    '02-26 ✓ 第 7 个工作日',
    '02-27 ✓ 第 8 个工作日',
    '02-28 ✓ 第 9 个工作日（调休上班）',
    '03-01 · 星期日，不是工作日',
    '03-02 ✓ 第 10 个工作日',
    '03-03 ✓ 第 11 个工作日',
    '03-04 ✓ 第 12 个工作日',
    '03-05 ✓ 第 13 个工作日',
    '03-06 ✓ 第 14 个工作日',
    '03-07 · 星期六，不是工作日',
    '03-08 · 星期日，不是工作日',
    '03-09 ✓ 第 15 个工作日',
    '03-10 ✓ 第 16 个工作日',
    '03-11 ✓ 第 17 个工作日',
    '03-12 ✓ 第 18 个工作日',
    '03-13 ✓ 第 19 个工作日',
    '03-14 · 星期六，不是工作日',
    '03-15 · 星期日，不是工作日',
    '03-16 ✓ 第 20 个工作日',
  ]);
});

const busy = [
  submitted('2026-03-02'),
  correctionRequested('2026-03-04'),
  plain('corrected', '2026-03-06'),
  consultationStarted('2026-03-10'),
  consultationStarted('2026-03-11', 'b', 'other_organ', '乙局'),
  about('opinion_received', '2026-03-12', 'b'),
  about('opinion_received', '2026-03-13'),
];

test('correction and consultation stand on the days that they take, with whom is asked', () => {
  assert.deepEqual(lines('2026-03-16', busy).slice(0, 15), [
    '03-02 · 收到申请当日不计算，次日起算',
    '03-03 ✓ 第 1 个工作日',
    '03-04 ✓ 第 2 个工作日',
    '03-05 · 等待申请人补正，答复期限没有运行',
    '03-06 · 收到补正后的申请，当日不计算，次日起重新计算',
    '03-07 · 星期六，不是工作日',
    '03-08 · 星期日，不是工作日',
    '03-09 ✓ 第 1 个工作日',
    '03-10 ✓ 第 2 个工作日',
    '03-11 · 征求第三方（甲公司）意见，不计入期限',
    '03-12 · 征求第三方（甲公司）、其他机关（乙局）意见，不计入期限',
    '03-13 · 征求第三方（甲公司）意见，不计入期限',
    '03-14 · 星期六，不是工作日',
    '03-15 · 星期日，不是工作日',
    '03-16 ✓ 第 3 个工作日',
  ]);
  const { days } = explain('2026-03-16', busy);
  assert.deepEqual(
    ['2026-03-02', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-11', '2026-03-16'].map(
      (date) => days.find((day) => day.date === date)?.article,
    ),
    [
      '条例第三十一条、民事诉讼法第八十五条',
      '条例第三十条',
      '条例第三十条',
      '全国年节及纪念日放假办法',
      '条例第三十三条第三款',
      '条例第三十三条第二款',
    ],
  );
});

test('days of an extension, of waiting for payment and of a delayed date say so', () => {
  const extension = lines('2026-03-20', [submitted('2026-03-02'), extended('2026-03-20', 1)]);
  assert.deepEqual(extension.slice(-2), ['03-30 ✓ 第 20 个工作日', '03-31 ✓ 第 21 个工作日（延长的期限）']);
  const charged = [submitted('2026-03-02'), feeNotified('2026-03-03'), plain('paid', '2026-03-05')];
  assert.deepEqual(lines('2026-03-06', charged).slice(1, 5), [
    '03-03 ✓ 第 1 个工作日',
    '03-04 · 等待申请人缴费，答复期限没有运行',
    '03-05 · 完成缴费，当日不计算，次日起重新计算',
    '03-06 ✓ 第 1 个工作日',
  ]);
  assert.deepEqual(lines('2026-03-06', charged, { afterPayment: 'resume' }).slice(2, 5), [
    '03-04 · 等待申请人缴费，答复期限没有运行',
    '03-05 · 等待申请人缴费，答复期限没有运行',
    '03-06 ✓ 第 2 个工作日',
  ]);
  const delayed = lines('2026-03-20', [submitted('2026-03-02'), delaySet('2026-03-20', '2026-04-01')]);
  assert.deepEqual(delayed.slice(-3), [
    '03-30 ✓ 第 20 个工作日',
    '03-31 · 在告知申请人的延迟答复期限内',
    '04-01 · 在告知申请人的延迟答复期限内',
  ]);
});

test('a regional holiday is named as one', () => {
  const off = [{ name: '古尔邦节', from: civilDate('2026-05-27'), to: civilDate('2026-05-27') }];
  const regional = { region: '测试自治区', years: [{ year: 2026, source: '', off }] };
  const { days } = explainClock(
    [submitted('2026-05-26')],
    buildCalendar({ regional }),
    civilDate('2026-05-26'),
  );
  assert.deepEqual(
    [days[1]?.text, days[1]?.article],
    ['古尔邦节放假（地方规定）', '全国年节及纪念日放假办法第四条'],
  );
});

test('an unconfirmed request has no days yet, an ended one ends with its reply', () => {
  assert.deepEqual(lines('2026-03-05', [submitted('2026-03-02', 'fax')]), []);
  assert.equal(lines('2026-05-05', [submitted('2026-03-02'), plain('replied', '2026-03-04')]).length, 3);
});

test('the citizen reads it in a few sentences', () => {
  assert.deepEqual(said('2026-03-11', [submitted('2026-02-10')]), [
    '已于2026年2月10日收到申请。',
    '在2026年3月16日前答复（自2月11日起算 20 个工作日，条例第三十三条第二款）。',
    '还剩 3 个工作日 · 3月16日。',
  ]);
  assert.deepEqual(said('2026-03-16', [...busy, extended('2026-03-16', 5)]), [
    '已于2026年3月2日收到申请。',
    '3月6日收到补正后的申请，答复期限重新计算（条例第三十条）。',
    '3月10日征求第三方（甲公司）意见，3月11日至3月13日的 3 个工作日不计入期限（条例第三十三条第三款）。',
    '3月11日征求其他机关（乙局）意见，3月12日的 1 个工作日不计入期限（条例第三十三条第三款）。',
    '经政府信息公开工作机构负责人同意，延长 5 个工作日（条例第三十三条第二款）。',
    '在2026年4月16日前答复（自3月9日起算 25 个工作日，条例第三十三条第二款）。',
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
      '3月3日征求其他机关（乙局）意见，3月7日至3月10日的 2 个工作日不计入期限（条例第三十三条第三款）。',
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
    '正在等待申请人缴费，缴费期限至2026年3月31日（信息处理费管理办法）。',
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
  assert.match(said('2026-03-09', delivered).join(''), /最迟在2026年4月23日前答复/);
});

test('the last day, overdue days, delay, end and an unsettled calendar are said', () => {
  assert.equal(said('2026-03-16', [submitted('2026-02-10')]).at(-1), '今天到期 · 3月16日。');
  assert.equal(said('2026-03-18', [submitted('2026-02-10')]).at(-1), '已超期 2 个工作日。');
  // 3 April is the last day before 清明; on the days off after it nothing is overdue by a working day.
  assert.equal(said('2026-04-05', [submitted('2026-03-06')]).at(-1), '已于4月3日到期。');
  assert.ok(
    said('2026-03-20', [submitted('2026-03-02'), delaySet('2026-03-20', '2026-06-30')]).includes(
      '答复期限延迟至2026年6月30日（条例第三十五条）。',
    ),
  );
  assert.deepEqual(said('2026-05-05', [submitted('2026-03-02'), plain('replied', '2026-04-01')]).slice(1), [
    '答复期限至2026年3月30日（自3月3日起算 20 个工作日，条例第三十三条第二款）。',
    '2026年4月1日已答复。',
    '已超期 2 个工作日。',
  ]);
  const spot: ClockEvent = { type: 'replied', on: civilDate('2026-03-02'), onTheSpot: true };
  assert.ok(said('2026-03-02', [submitted('2026-03-02'), spot]).includes('2026年3月2日已当场答复。'));
  assert.ok(
    said('2026-04-10', [...busy.slice(0, 2), abandoned('2026-04-10', 'not_corrected')]).includes(
      '2026年4月10日因申请人逾期不补正，不再处理。',
    ),
  );
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
