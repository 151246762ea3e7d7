import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { addDays, civilDate, civilDateOf, epochDayOf, lastEpochDay } from '../civil-date.ts';
import { announcedYears } from './announced-years.ts';
import { buildCalendar, describeDay, type RegionalHolidays } from './calendar.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts';

const chineseDays = createRequire(import.meta.url)('chinese-days') as {
  readonly isWorkday: (date: string) => boolean;
};
const calendar = buildCalendar();
const day = (date: string) => describeDay(calendar, epochDayOf(civilDate(date)));

test('every day of 2019 to 2026 is worked or off as an independent library has it', () => {
  const differing: string[] = [];
  for (let date = civilDate('2019-01-01'); date <= '2026-12-31'; date = addDays(date, 1))
    if (isWorkingDay(calendar, date).working !== chineseDays.isWorkday(date)) differing.push(date);
  assert.deepEqual(differing, []);
});

test('the last days of 2018 are as the notice for 2019 has them', () => {
  assert.equal(day('2018-12-29').kind, 'swapped');
  assert.equal(day('2018-12-31').name, '元旦');
});

test('each announced year has the number of working days that a count by hand gives', () => {
  const counted = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(
    (year) => workingDaysBetween(calendar, civilDate(`${year - 1}-12-31`), civilDate(`${year}-12-31`)).days,
  );
  assert.deepEqual(counted, [250, 249, 250, 249, 249, 251, 248, 248]);
});

const golden: readonly (readonly [string, number, string, boolean])[] = [
  ['2026-09-10', 7, '2026-09-20', false],
  ['2026-09-10', 15, '2026-10-08', false],
  ['2026-09-10', 20, '2026-10-14', false],
  ['2026-09-10', 40, '2026-11-11', false],
  ['2026-02-10', 20, '2026-03-16', false],
  ['2025-01-20', 20, '2025-02-21', false],
  ['2024-09-13', 7, '2024-09-25', false],
  ['2020-01-20', 20, '2020-02-25', false],
  ['2026-12-10', 20, '2027-01-07', true],
  // The last working day before a holiday, days within one, worked weekends beside it: counted by another program.
  ['2024-02-09', 20, '2024-03-14', false],
  ['2024-02-10', 20, '2024-03-14', false],
  ['2024-02-17', 20, '2024-03-14', false],
  ['2024-02-18', 20, '2024-03-15', false],
  ['2023-09-28', 20, '2023-11-01', false],
  ['2023-10-06', 20, '2023-11-01', false],
  ['2023-10-08', 20, '2023-11-03', false],
  ['2025-01-27', 20, '2025-03-03', false],
  ['2025-05-30', 20, '2025-06-30', false],
  ['2022-01-30', 20, '2022-03-04', false],
  ['2021-02-20', 20, '2021-03-19', false],
  ['2020-01-23', 20, '2020-02-28', false],
  ['2019-04-30', 20, '2019-05-30', false],
  ['2018-12-28', 20, '2019-01-28', true],
  ['2022-12-30', 20, '2023-02-02', false],
];
for (const [from, days, due, provisional] of golden)
  test(`${days} working days from ${from} end on ${due}${provisional ? ', provisionally' : ''}`, () => {
    assert.deepEqual(addWorkingDays(calendar, civilDate(from), days), { date: due, provisional });
  });

test('a day says why it is off or worked', () => {
  assert.deepEqual(day('2026-02-14'), {
    date: '2026-02-14',
    working: true,
    kind: 'swapped',
    name: null,
    provisional: false,
  });
  assert.equal(day('2026-02-17').name, '春节');
  assert.equal(day('2026-03-14').kind, 'weekend');
  assert.equal(day('2026-03-16').kind, 'workday');
});

test('the day after a Friday before a swapped Saturday is that Saturday', () => {
  assert.deepEqual(nextWorkingDay(calendar, civilDate('2026-02-13')), {
    date: '2026-02-14',
    provisional: false,
  });
});

test('the last week of the last announced year is provisional until the next notice, the week before is not', () => {
  assert.equal(isWorkingDay(calendar, civilDate('2026-12-24')).provisional, false);
  assert.equal(isWorkingDay(calendar, civilDate('2026-12-25')).provisional, true);
  assert.equal(isWorkingDay(calendar, civilDate('2025-12-31')).provisional, false);
  assert.equal(isWorkingDay(calendar, civilDate('2018-12-28')).provisional, true);
});

test('an imported year settles its days and the last week before it', () => {
  const year2027 = { ...announcedYears[7]!, year: 2027, off: [], worked: [civilDate('2026-12-26')] };
  const settled = buildCalendar({ imported: [year2027] });
  assert.deepEqual(isWorkingDay(settled, civilDate('2026-12-26')), { working: true, provisional: false });
  assert.equal(addWorkingDays(settled, civilDate('2026-12-10'), 20).provisional, false);
});

test('an imported year stands in for ours of the same number', () => {
  const [year2026] = announcedYears.filter((year) => year.year === 2026);
  const amended = buildCalendar({
    imported: [{ ...year2026!, worked: year2026!.worked.filter((date) => date !== '2026-10-10') }],
  });
  assert.equal(isWorkingDay(amended, civilDate('2026-10-10')).working, false);
  assert.equal(isWorkingDay(amended, civilDate('2026-10-09')).working, true);
});

test('a regional holiday is off in its region only, and its region is provisional where it is not announced', () => {
  const regional: RegionalHolidays = {
    region: '测试自治区',
    years: [
      {
        year: 2026,
        source: '自治区人民政府办公厅通知',
        off: [{ name: '古尔邦节', from: civilDate('2026-05-27'), to: civilDate('2026-05-28') }],
        worked: [civilDate('2026-05-30')],
      },
    ],
  };
  const region = buildCalendar({ regional });
  assert.deepEqual(describeDay(region, epochDayOf(civilDate('2026-05-27'))), {
    date: '2026-05-27',
    working: false,
    kind: 'regional',
    name: '古尔邦节',
    provisional: false,
  });
  assert.equal(isWorkingDay(region, civilDate('2026-05-30')).working, true);
  assert.equal(isWorkingDay(calendar, civilDate('2026-05-27')).working, true);
  assert.equal(isWorkingDay(region, civilDate('2025-06-03')).provisional, true);
});

test('counting back is the negative of counting forward', () => {
  assert.equal(workingDaysBetween(calendar, civilDate('2026-03-16'), civilDate('2026-02-10')).days, -20);
});

test('a number of days that is not a whole number above 0 is refused, and a period that leaves the calendar too', () => {
  for (const days of [0, -1, 1.5, Number.NaN])
    assert.throws(() => addWorkingDays(calendar, civilDate('2026-01-01'), days), /工作日数/);
  assert.throws(() => addWorkingDays(calendar, civilDateOf(lastEpochDay), 1), /超出了日历/);
});
