import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar } from '../calendar/calendar.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { addDays, civilDate } from '../civil-date.ts';
import { defaultClockPolicy } from './clock-policy.ts';
import { procedurePeriods, type RemedyDeadlineKind, remedyDeadlineKinds } from './procedure-periods.ts';
import { litigationDeadlines, reconsiderationDeadlines, remedyDeadline } from './remedy-deadlines.ts';

const calendar = buildCalendar();
const due = (kind: RemedyDeadlineKind, from: string) => remedyDeadline(kind, civilDate(from), calendar).due;
const date = civilDate;

test('sixty days to apply for reconsideration are calendar days, counted from the day after', () => {
  assert.equal(due('reconsideration_application', '2026-03-16'), '2026-05-15');
});

test('a calendar period whose last day is off ends on the first working day after it', () => {
  // 3 March + 60 days = 2 May, inside the Labour Day holiday.
  assert.deepEqual(remedyDeadline('reconsideration_application', date('2026-03-03'), calendar), {
    kind: 'reconsideration_application',
    from: '2026-03-03',
    due: '2026-05-06',
    article: '行政复议法第二十条第一款',
    moved: true,
    provisional: false,
  });
  // A swapped Saturday is no day off.
  assert.equal(due('suit_after_reconsideration', '2026-04-24'), '2026-05-09');
});

test('where the policy says so a calendar period ends exactly, holiday or not', () => {
  const policy = { ...defaultClockPolicy, calendarPeriodEnd: 'exact' } as const;
  const exact = remedyDeadline('reconsideration_application', date('2026-03-03'), calendar, policy);
  assert.equal(exact.due, '2026-05-02');
  assert.equal(exact.moved, false);
});

test('in reconsideration only the periods of 3, 5, 7 and 10 days are working days', () => {
  for (const [kind, { unit, length }] of Object.entries(procedurePeriods))
    if (kind.startsWith('reconsideration'))
      assert.equal(unit === 'working_day', [3, 5, 7, 10].includes(length), kind);
    else assert.notEqual(unit, 'working_day', kind);
});

test('an ordinary reconsideration has all its dates: accept, forward, respond, decide', () => {
  const found = reconsiderationDeadlines(
    {
      knewOn: date('2026-02-10'),
      rightsKnownOn: date('2026-02-10'),
      filedOn: date('2026-02-12'),
      acceptedOn: date('2026-02-24'),
      copyReceivedOn: date('2026-02-26'),
      simplified: false,
    },
    calendar,
  );
  assert.deepEqual(
    found.map(({ kind, due }) => [kind, due]),
    [
      ['reconsideration_application', '2026-04-13'],
      ['reconsideration_acceptance', '2026-02-26'],
      ['reconsideration_forwarding', '2026-03-04'],
      ['reconsideration_response', '2026-03-11'],
      ['reconsideration_decision', '2026-04-27'],
    ],
  );
});

test('the simplified procedure has three working days, five, and thirty days', () => {
  const found = reconsiderationDeadlines(
    {
      knewOn: date('2026-06-01'),
      rightsKnownOn: date('2026-06-01'),
      acceptedOn: date('2026-06-10'),
      copyReceivedOn: date('2026-06-12'),
      simplified: true,
    },
    calendar,
  );
  assert.deepEqual(
    found.slice(1).map(({ due }) => due),
    ['2026-06-15', '2026-06-22', '2026-07-10'],
  );
});

test('an extended reconsideration may take ninety days', () => {
  const found = reconsiderationDeadlines(
    {
      knewOn: date('2026-06-01'),
      rightsKnownOn: date('2026-06-01'),
      acceptedOn: date('2026-06-10'),
      simplified: false,
      extended: true,
    },
    calendar,
  );
  assert.equal(found.at(-1)?.due, '2026-09-08');
});

test('who was not told of the right has sixty days from learning of it, but at most a year', () => {
  const apply = (rightsKnownOn: string | null) =>
    reconsiderationDeadlines(
      {
        knewOn: date('2025-06-10'),
        rightsKnownOn: rightsKnownOn === null ? null : date(rightsKnownOn),
        simplified: true,
      },
      calendar,
    )[0];
  assert.equal(apply('2025-09-01')?.due, '2025-10-31');
  assert.deepEqual(
    [apply('2026-05-20')?.due, apply('2026-05-20')?.article],
    ['2026-06-10', '行政复议法第二十条第三款'],
  );
  assert.equal(apply(null)?.due, '2026-06-10');
  assert.equal(apply('2025-06-01')?.due, '2025-08-11');
});

test('litigation has fifteen days after reconsideration, six months directly, and its instances', () => {
  const found = litigationDeadlines(
    {
      knewOn: date('2025-11-28'),
      decisionServedOn: date('2026-03-02'),
      refusedOrExpiredOn: date('2026-03-02'),
      registeredOn: date('2026-03-20'),
      simplified: true,
      judgmentServedOn: date('2026-04-20'),
      rulingServedOn: date('2026-04-20'),
      appealReceivedOn: date('2026-05-12'),
    },
    calendar,
  );
  assert.deepEqual(
    found.map(({ kind, due }) => [kind, due]),
    [
      ['direct_suit', '2026-05-28'],
      ['suit_after_reconsideration', '2026-03-17'],
      ['suit_after_refusal_or_expiry', '2026-03-17'],
      ['first_instance_simplified', '2026-05-06'],
      ['appeal_against_judgment', '2026-05-06'],
      ['appeal_against_ruling', '2026-04-30'],
      ['second_instance', '2026-08-12'],
    ],
  );
  // 20 September 2026 is a Sunday that is worked.
  assert.equal(due('first_instance', '2026-03-20'), '2026-09-20');
});

test('a period is that of the law in force when it begins', () => {
  const found = (from: string) => remedyDeadline('reconsideration_application', date(from), calendar);
  assert.equal(found('2023-12-29').article, '行政复议法第九条第一款');
  assert.equal(found('2024-01-02').article, '行政复议法第二十条第一款');
  assert.throws(() => found('2017-12-29'), /2018 年以后/);
});

test('six months from 31 August end on the last day of February', () => {
  assert.equal(due('direct_suit', '2023-08-31'), '2024-02-29');
});

test('a period never ends on a day off or before its plain end, and later beginnings end no earlier', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...remedyDeadlineKinds),
      fc.integer({ min: 0, max: 2800 }),
      (kind, offset) => {
        const from = addDays(date('2019-01-01'), offset);
        const found = remedyDeadline(kind, from, calendar);
        assert.ok(isWorkingDay(calendar, found.due).working);
        assert.ok(found.due > from);
        assert.ok(remedyDeadline(kind, addDays(from, 1), calendar).due >= found.due);
      },
    ),
  );
});
