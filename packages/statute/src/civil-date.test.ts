import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  civilDate,
  civilDateInShanghai,
  civilDateOf,
  daysBetween,
  epochDayOf,
  firstEpochDay,
  inChinese,
  isCivilDate,
  lastEpochDay,
  weekdayOf,
} from './civil-date.ts';

test('every day from 2000 to 2149 has the number and the weekday that the platform gives it', () => {
  for (let day = firstEpochDay; day <= lastEpochDay; day += 1) {
    const platform = new Date(day * 86_400_000);
    const date = civilDateOf(day);
    if (date !== platform.toISOString().slice(0, 10) || epochDayOf(date) !== day || !isCivilDate(date))
      assert.fail(date);
    if (weekdayOf(day) !== (platform.getUTCDay() || 7)) assert.fail(`${date}: ${weekdayOf(day)}`);
  }
});

test('a date that does not exist, or is written otherwise, is refused in Chinese', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '2026-04-31',
    '1999-12-31',
    '',
    '今天',
  ])
    assert.throws(() => civilDate(text), /日期“.*”不存在或格式不对/);
  assert.equal(civilDate('2028-02-29'), '2028-02-29');
});

test('an instant is dated as the clock on a wall in China shows it', () => {
  assert.equal(civilDateInShanghai('2026-03-15T16:00:00Z'), '2026-03-16');
  assert.equal(civilDateInShanghai('2026-03-15T15:59:59.999Z'), '2026-03-15');
  assert.equal(civilDateInShanghai('2026-03-16T00:00:00+08:00'), '2026-03-16');
  assert.equal(civilDateInShanghai(Date.UTC(2026, 11, 31, 20)), '2027-01-01');
});

test('an instant is dated as the time-zone data of the platform have it', () => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }), (ms) => {
      assert.equal(civilDateInShanghai(ms), format.format(ms));
    }),
  );
});

test('a time without its zone is refused', () => {
  for (const text of ['2026-03-16T09:30:00', '2026-03-16', '16/03/2026', ''])
    assert.throws(() => civilDateInShanghai(text), /带时区/);
  assert.throws(() => civilDateInShanghai(Number.NaN), /带时区/);
});

test('months end on the corresponding day, or the last of the month where there is none', () => {
  assert.equal(addMonths(civilDate('2026-01-15'), 6), '2026-07-15');
  assert.equal(addMonths(civilDate('2026-08-31'), 6), '2027-02-28');
  assert.equal(addMonths(civilDate('2027-08-31'), 6), '2028-02-29');
  assert.equal(addMonths(civilDate('2026-11-30'), 3), '2027-02-28');
  assert.equal(addMonths(civilDate('2026-12-01'), 12), '2027-12-01');
});

test('days are added over months and years, and counted back', () => {
  assert.equal(addDays(civilDate('2026-12-31'), 1), '2027-01-01');
  assert.equal(daysBetween(civilDate('2026-03-01'), civilDate('2026-02-01')), -28);
  assert.equal(inChinese(civilDate('2026-03-06')), '2026年3月6日');
  assert.throws(() => addDays(civilDate('2149-12-31'), 1), /范围/);
});
