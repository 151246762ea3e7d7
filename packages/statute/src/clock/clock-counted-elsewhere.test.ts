import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCalendar } from '../calendar/calendar.ts';
import { civilDate } from '../civil-date.ts';
import { clock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import {
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

/**
 * Counted by another program in another language, by somebody who had the table of holidays and the articles
 * but not this code: what happened, the day looked at, the due date, and how many days were ticked on the way.
 */
const counted: readonly (readonly [string, string, readonly ClockEvent[], string, number])[] = [
  ['put down at the counter', '2026-03-03', [submitted('2026-03-03', 'oral')], '2026-03-31', 20],
  [
    'signed for on a Sunday in the Labour Day holidays',
    '2026-05-03',
    [submitted('2026-05-03', 'signed_post')],
    '2026-06-01',
    20,
  ],
  [
    'ordinary mail, confirmed the same day',
    '2026-04-30',
    [submitted('2026-04-30', 'ordinary_mail'), confirmed('2026-04-30')],
    '2026-06-01',
    20,
  ],
  [
    'ordinary mail, the applicant reached after the Labour Day holidays',
    '2026-05-12',
    [submitted('2026-04-30', 'ordinary_mail'), confirmed('2026-05-08', true)],
    '2026-06-04',
    20,
  ],
  [
    'mail to another unit, confirmed the day before the Dragon Boat holidays',
    '2026-06-22',
    [submitted('2026-06-17', 'misdirected_mail'), confirmed('2026-06-18', true)],
    '2026-07-17',
    20,
  ],
  [
    'by internet, confirmed on a day of the National Day holidays',
    '2026-10-09',
    [submitted('2026-09-30', 'internet'), confirmed('2026-10-03')],
    '2026-11-03',
    20,
  ],
  [
    'by internet, confirmed on a worked Saturday',
    '2026-10-10',
    [submitted('2026-10-09', 'internet'), confirmed('2026-10-10')],
    '2026-11-06',
    20,
  ],
  [
    'by fax, confirmed on the last day before Spring Festival',
    '2024-02-09',
    [submitted('2024-02-08', 'fax'), confirmed('2024-02-09')],
    '2024-03-14',
    20,
  ],
  [
    'correction asked for on the seventh working day, a worked Sunday',
    '2026-10-09',
    [
      submitted('2026-09-10'),
      correctionRequested('2026-09-20', 10, '2026-09-22'),
      plain('corrected', '2026-10-08'),
    ],
    '2026-11-04',
    27,
  ],
  [
    'corrected within Spring Festival',
    '2026-02-24',
    [submitted('2026-02-05'), correctionRequested('2026-02-10', 10), plain('corrected', '2026-02-18')],
    '2026-03-20',
    23,
  ],
  [
    'correction asked for on the day of receipt',
    '2026-03-04',
    [submitted('2026-03-02'), correctionRequested('2026-03-02', 10), plain('corrected', '2026-03-03')],
    '2026-03-31',
    20,
  ],
  [
    'a third party answers',
    '2026-04-20',
    [
      submitted('2026-04-01'),
      consultationStarted('2026-04-03'),
      about('consultation_delivered', '2026-04-08'),
      about('opinion_received', '2026-04-16'),
    ],
    '2026-05-14',
    20,
  ],
  [
    'a third party silent over the National Day holidays',
    '2026-11-02',
    [
      submitted('2026-09-10'),
      consultationStarted('2026-09-14'),
      about('consultation_delivered', '2026-09-16'),
    ],
    '2026-11-06',
    20,
  ],
  [
    'two asked at once',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-04'),
      consultationStarted('2026-03-09', 'b', 'other_organ', '乙局'),
      about('consultation_delivered', '2026-03-05'),
      about('opinion_received', '2026-03-12'),
      about('opinion_received', '2026-03-20', 'b'),
    ],
    '2026-04-16',
    20,
  ],
  [
    'two asked one after the other',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-04'),
      about('opinion_received', '2026-03-06'),
      consultationStarted('2026-03-11', 'b', 'joint_maker', '丙局'),
      about('consultation_delivered', '2026-03-12', 'b'),
    ],
    '2026-04-24',
    20,
  ],
  [
    'a joint maker silent',
    '2026-05-20',
    [
      submitted('2026-04-13'),
      consultationStarted('2026-04-15', 'a', 'joint_maker', '丙局'),
      about('consultation_delivered', '2026-04-17'),
    ],
    '2026-06-05',
    20,
  ],
  [
    'another organ answers after Spring Festival',
    '2025-02-10',
    [
      submitted('2025-01-10'),
      consultationStarted('2025-01-13', 'a', 'other_organ', '乙局'),
      about('opinion_received', '2025-02-06'),
    ],
    '2025-03-04',
    20,
  ],
  [
    'a letter that could not be delivered',
    '2026-03-20',
    [submitted('2026-03-02'), consultationStarted('2026-03-04'), about('consultation_closed', '2026-03-18')],
    '2026-04-14',
    20,
  ],
  [
    'an opinion after its fifteen days',
    '2026-05-06',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-04'),
      about('consultation_delivered', '2026-03-05'),
      about('opinion_received', '2026-04-20'),
    ],
    '2026-04-22',
    20,
  ],
  [
    'a consultation that outlasts the restart',
    '2026-04-01',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-03', 'a', 'other_organ', '乙局'),
      correctionRequested('2026-03-05', 10),
      plain('corrected', '2026-03-09'),
      about('opinion_received', '2026-03-13'),
    ],
    '2026-04-13',
    21,
  ],
  [
    'extended before a consultation',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      extended('2026-03-03', 10),
      consultationStarted('2026-03-10'),
      about('opinion_received', '2026-03-17'),
    ],
    '2026-04-21',
    30,
  ],
  [
    'extended after a consultation',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-10'),
      about('opinion_received', '2026-03-17'),
      extended('2026-04-07'),
    ],
    '2026-05-08',
    40,
  ],
  [
    'extended within a consultation',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      consultationStarted('2026-03-27'),
      extended('2026-03-30', 15),
      about('opinion_received', '2026-04-02'),
    ],
    '2026-04-27',
    35,
  ],
  [
    'extended by one day on the last day',
    '2026-03-30',
    [submitted('2026-03-02'), extended('2026-03-30', 1)],
    '2026-03-31',
    21,
  ],
  [
    'charged and paid',
    '2026-05-08',
    [submitted('2026-04-01'), feeNotified('2026-04-10', '2026-04-13'), plain('paid', '2026-04-30')],
    '2026-06-01',
    26,
  ],
  [
    'paid within the National Day holidays',
    '2026-10-09',
    [submitted('2026-09-10'), feeNotified('2026-09-28'), plain('paid', '2026-10-05')],
    '2026-11-03',
    32,
  ],
  [
    'extended, then charged and paid',
    '2026-04-20',
    [submitted('2026-03-02'), extended('2026-03-20'), feeNotified('2026-04-10'), plain('paid', '2026-04-15')],
    '2026-05-15',
    48,
  ],
  [
    'corrected, then charged and paid',
    '2026-04-20',
    [
      submitted('2026-03-02'),
      correctionRequested('2026-03-04', 10),
      plain('corrected', '2026-03-06'),
      feeNotified('2026-03-20'),
      plain('paid', '2026-03-24'),
    ],
    '2026-04-22',
    32,
  ],
  [
    'a delayed date',
    '2026-04-01',
    [submitted('2026-03-02'), delaySet('2026-03-20', '2026-06-20', '2026-03-10')],
    '2026-06-20',
    20,
  ],
  [
    'a delayed date after an extension',
    '2026-04-20',
    [submitted('2026-03-02'), extended('2026-03-20'), delaySet('2026-04-10', '2026-07-31', '2026-03-10')],
    '2026-07-31',
    40,
  ],
  ['received on the last day of 2025', '2025-12-31', [submitted('2025-12-31')], '2026-01-29', 20],
  ['received on the last day of 2023, a Sunday', '2023-12-31', [submitted('2023-12-31')], '2024-01-29', 20],
  ['due in the unsettled days of December 2026', '2026-12-01', [submitted('2026-12-01')], '2026-12-29', 20],
  ['due two days before the unsettled days', '2026-11-25', [submitted('2026-11-25')], '2026-12-23', 20],
  ['received in a year that nobody has announced', '2027-02-01', [submitted('2027-02-01')], '2027-03-01', 20],
];

const calendar = buildCalendar();

for (const [what, asOf, events, due, ticked] of counted)
  test(`counted elsewhere: ${what}: ${due}`, () => {
    assert.equal(clock(events, calendar, civilDate(asOf)).due, due);
    const { days } = explainClock(events, calendar, civilDate(asOf));
    assert.equal(days.at(-1)?.date, due);
    assert.equal(days.filter((day) => day.counted).length, ticked);
  });
