import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar } from '../calendar/calendar.ts';
import { civilDate } from '../civil-date.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import {
  about,
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
      '国务院关于职工工作时间的规定第七条',
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
