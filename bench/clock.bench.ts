import { buildCalendar, type ClockEvent, civilDate, clock, explainClock } from '@gongkai/statute';
import type { Bench } from './bench.ts';
import { byTurns } from './measure.ts';

const date = civilDate;

/** Mailed, corrected, a third party asked over the National Day holidays, extended: what a request at its longest has. */
const typical: readonly ClockEvent[] = [
  { type: 'submitted', on: date('2026-09-01'), channel: 'ordinary_mail' },
  { type: 'receipt_confirmed', on: date('2026-09-01') },
  {
    type: 'correction_requested',
    on: date('2026-09-07'),
    receivedOn: date('2026-09-09'),
    period: { workingDays: 10 },
  },
  { type: 'corrected', on: date('2026-09-15') },
  {
    type: 'consultation_started',
    on: date('2026-09-18'),
    id: 'a',
    party: 'third_party',
    name: '云山建材有限公司',
  },
  { type: 'consultation_delivered', on: date('2026-09-21'), id: 'a' },
  { type: 'opinion_received', on: date('2026-10-12'), id: 'a' },
  { type: 'extended', on: date('2026-10-20'), approvedOn: date('2026-10-19'), workingDays: 20 },
];
const asOf = date('2026-10-21');
const [corrected, sent, opinion, period] = ['2026-09-15', '2026-09-18', '2026-10-12', 40] as const;

const calendar = buildCalendar();
const msPerDay = 86_400_000;
const dayOf = (text: string): number => Date.parse(text) / msPerDay;

/** The special days of the calendar alone, as whoever walks by integers would keep them. */
const special = new Map([...calendar.special].map(([day, { kind }]) => [day, kind === 'swapped']));

/** The same working days walked once: from the corrected request, the consultation left out, to the fortieth. */
const walkOnce = (): number => {
  let day = dayOf(corrected);
  const [after, through] = [dayOf(sent), dayOf(opinion)];
  for (let left = period; left > 0; ) {
    day += 1;
    const worked = special.get(day) ?? (((day + 3) % 7) + 7) % 7 < 5;
    if (worked && !(day > after && day <= through)) left -= 1;
  }
  return day;
};

const due = clock(typical, calendar, asOf).due;
if (due === null || dayOf(due) !== walkOnce())
  throw new Error(`The floor walks to another day than the clock's ${due}: it is no floor.`);

export const bench: Bench = {
  question:
    'What does the clock of a request cost that was corrected, consulted on and extended, and what its explanation?',
  floor: 'the same working days walked once by integer days',
  run: async () => {
    const [own = 0, explained = 0, walked = 0, built = 0] = await byTurns(
      [
        () => clock(typical, calendar, asOf),
        () => explainClock(typical, calendar, asOf),
        walkOnce,
        () => buildCalendar(),
      ],
      { warm: 2000, rounds: 16 },
    );
    const against = { what: 'walk once', measured: walked };
    return [
      {
        what: 'clock: state, due date, periods, deadlines',
        measured: own,
        unit: 'ms',
        against,
        target: { of: 'figure', most: 0.05 },
      },
      { what: 'explainClock: 93 days and the sentences', measured: explained, unit: 'ms', against },
      { what: 'the calendar built, once a program', measured: built, unit: 'ms' },
    ];
  },
};
