import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildCalendar, describeDay } from '../calendar/calendar.ts';
import { addDays, type CivilDate, civilDate, daysBetween, epochDayOf } from '../civil-date.ts';
import { type Clock, clock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import { explainClock } from './explain-clock.ts';
import { countInOneGo } from './naive-clock-test-kit.ts';

const calendar = buildCalendar();
const far = civilDate('2030-12-31');
const day = (offset: number): CivilDate => addDays(civilDate('2024-06-01'), offset);

/** Offsets of days from the receipt; most within two months, where everything meets everything. */
const offset = fc.integer({ min: 0, max: 90 });
const id = fc.constantFrom('a', 'b', 'c');

const arbitraryEvent: fc.Arbitrary<(start: number) => ClockEvent> = fc.oneof(
  fc.record({ o: offset, days: fc.integer({ min: -1, max: 30 }) }).map(({ o, days }) => (s: number) => ({
    type: 'correction_requested' as const,
    on: day(s + o),
    period: { workingDays: days },
  })),
  fc
    .record({ o: offset, id, party: fc.constantFrom('third_party', 'other_organ', 'joint_maker') })
    .map(({ o, id, party }) => (s: number) => ({
      type: 'consultation_started' as const,
      on: day(s + o),
      id,
      party: party as 'third_party',
      name: id,
    })),
  fc
    .record({
      o: offset,
      id,
      type: fc.constantFrom('consultation_delivered', 'opinion_received', 'consultation_closed'),
    })
    .map(
      ({ o, id, type }) =>
        (s: number) =>
          ({ type, on: day(s + o), id }) as ClockEvent,
    ),
  fc
    .record({ o: offset, days: fc.integer({ min: -1, max: 25 }), approved: fc.boolean() })
    .map(({ o, days, approved }) => (s: number) => ({
      type: 'extended' as const,
      on: day(s + o),
      approvedOn: approved ? day(s + o) : null,
      workingDays: days,
    })),
  fc.record({ o: offset }).map(({ o }) => (s: number) => ({ type: 'fee_notified' as const, on: day(s + o) })),
  fc.record({ o: offset, more: fc.integer({ min: 0, max: 120 }) }).map(({ o, more }) => (s: number) => ({
    type: 'delay_set' as const,
    on: day(s + o),
    until: day(s + o + more),
    reasonsRequestedOn: null,
  })),
  fc.record({ o: offset, type: fc.constantFrom('corrected', 'paid') }).map(
    ({ o, type }) =>
      (s: number) =>
        ({ type, on: day(s + o) }) as ClockEvent,
  ),
);

const arbitraryEnd: fc.Arbitrary<(start: number) => ClockEvent> = fc
  .record({
    o: offset,
    type: fc.constantFrom('replied', 'withdrawn', 'served', 'abandoned', 'submitted', 'receipt_confirmed'),
  })
  .map(
    ({ o, type }) =>
      (s: number) =>
        ({ type, on: day(s + o), because: 'not_paid', channel: 'internet' }) as unknown as ClockEvent,
  );

const arbitraryPolicy: fc.Arbitrary<ClockPolicy> = fc.record({
  afterPayment: fc.constantFrom('restart' as const, 'resume' as const),
  lateCorrectionRestarts: fc.boolean(),
  lateFeeNoticeRestarts: fc.boolean(),
  lateExtensionCounts: fc.boolean(),
  sendingDayExcluded: fc.boolean(),
  calendarPeriodEnd: fc.constant('next_working_day' as const),
});

const submitted = (on: CivilDate): ClockEvent => ({ type: 'submitted', on, channel: 'in_person' });

/** A received request with whatever may happen to it, in any order. */
const arbitraryCase = fc.record({
  start: fc.integer({ min: 0, max: 1000 }),
  made: fc.array(arbitraryEvent, { maxLength: 10 }),
  policy: arbitraryPolicy,
  asOf: fc.integer({ min: 0, max: 250 }),
});
type Case = {
  start: number;
  made: readonly ((start: number) => ClockEvent)[];
  policy: ClockPolicy;
  asOf: number;
};
const eventsOf = ({ start, made }: Case): ClockEvent[] => [
  submitted(day(start)),
  ...made.map((make) => make(start)),
];
/**
 * An act that came too late has no effect; more time can make the same act timely and give it its effect (a fee
 * notice stops the clock, a correction restarts it). Such pairs are no comparison of like with like.
 */
const lateActTurnedTimely = (before: Clock, after: Clock): boolean => {
  const codes = after.irregularities.map(({ code }) => code);
  return before.irregularities.some(({ code }) => {
    const index = codes.indexOf(code);
    if (index >= 0) codes.splice(index, 1);
    return index < 0;
  });
};
const neverEarlier = (before: Clock, after: Clock): void => {
  if (!lateActTurnedTimely(before, after)) assert.ok(endless(after) >= endless(before));
};
const endless = (found: Clock): string => found.due ?? '9999-12-31';
const runs = { numRuns: 2500 };

test('the same events give the same clock, in whatever order those of different days arrive', () => {
  fc.assert(
    fc.property(
      arbitraryCase,
      fc.array(arbitraryEnd, { maxLength: 2 }),
      fc.infiniteStream(fc.nat()),
      (made, ends, seeds) => {
        const events = [...eventsOf(made), ...ends.map((make) => make(made.start))];
        // Any interleaving that keeps those of one day in their order: take from the days' queues at random.
        const queues = new Map<string, ClockEvent[]>();
        for (const event of events) queues.set(event.on, [...(queues.get(event.on) ?? []), event]);
        const shuffled: ClockEvent[] = [];
        while (queues.size > 0) {
          const keys = [...queues.keys()];
          const key = keys[seeds.next().value % keys.length]!;
          const [first, ...rest] = queues.get(key)!;
          shuffled.push(first!);
          if (rest.length > 0) queues.set(key, rest);
          else queues.delete(key);
        }
        const asOf = day(made.start + made.asOf);
        const frozen = Object.freeze(shuffled.map((event) => Object.freeze(event)));
        assert.deepEqual(
          clock(frozen, calendar, asOf, made.policy),
          clock(events, calendar, asOf, made.policy),
        );
      },
    ),
    runs,
  );
});

test('the due date and the days left are what somebody counts who goes through the calendar day by day', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const asOf = day(made.start + made.asOf);
      const found = clock(eventsOf(made), calendar, asOf, made.policy);
      const counted = countInOneGo(eventsOf(made), calendar, asOf, made.policy);
      assert.deepEqual(
        { due: found.due, left: found.workingDaysLeft, overdue: found.workingDaysOverdue },
        counted,
      );
    }),
    runs,
  );
});

test('no reply is due before twenty working days from receipt have passed', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const plain = clock([submitted(day(made.start))], calendar, far);
      const found = clock(eventsOf(made), calendar, day(made.start + made.asOf), made.policy);
      assert.ok(endless(found) >= plain.due!);
    }),
    runs,
  );
});

test('one consultation more never makes the reply due earlier', () => {
  const more = fc.record({ from: offset, length: fc.integer({ min: 0, max: 40 }), answered: fc.boolean() });
  fc.assert(
    fc.property(arbitraryCase, more, (made, { from, length, answered }) => {
      const { start } = made;
      const added: ClockEvent[] = [
        { type: 'consultation_started', on: day(start + from), id: 'new', party: 'other_organ', name: '新' },
        ...(answered
          ? [{ type: 'opinion_received' as const, on: day(start + from + length), id: 'new' }]
          : []),
      ];
      const events = eventsOf(made);
      const without = clock(events, calendar, far, made.policy);
      neverEarlier(without, clock([...events, ...added], calendar, far, made.policy));
    }),
    runs,
  );
});

test('an extension never makes the reply due earlier', () => {
  fc.assert(
    fc.property(arbitraryCase, offset, fc.integer({ min: 1, max: 20 }), (made, at, workingDays) => {
      const on = day(made.start + at);
      const events = eventsOf(made).filter((event) => event.type !== 'extended');
      const without = clock(events, calendar, far, made.policy);
      const added: ClockEvent = { type: 'extended', on, approvedOn: on, workingDays };
      neverEarlier(without, clock([...events, added], calendar, far, made.policy));
    }),
    runs,
  );
});

test('a later receipt never makes the reply due earlier', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.integer({ min: 1, max: 60 }), (made, later) => {
      // Whatever else happened stays on its day; the receipt moves up to the first of it at most.
      const events = eventsOf(made).slice(1);
      const first = events.map((event) => event.on).sort()[0] ?? far;
      const received = [day(made.start + later), first].sort()[0]!;
      const before = clock([submitted(day(made.start)), ...events], calendar, far, made.policy);
      const after = clock([submitted(received), ...events], calendar, far, made.policy);
      neverEarlier(before, after);
    }),
    runs,
  );
});

test('the explanation counts each day of the period once, in order, and ends on the due date', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      const asOf = day(made.start + made.asOf);
      const found = clock(eventsOf(made), calendar, asOf, made.policy);
      const { days } = explainClock(eventsOf(made), calendar, asOf, made.policy);
      for (const [index, { date }] of days.entries()) assert.equal(date, addDays(day(made.start), index));
      const last = days.at(-1)!;
      const counted = days.filter(({ counting, counted }) => counted && counting === last.counting);
      assert.deepEqual(
        counted.map(({ number }) => number),
        counted.map((_, index) => index + 1),
      );
      for (const { date, counted, text, article } of days) {
        assert.ok(text !== '' && article !== '');
        if (counted) assert.ok(describeDay(calendar, epochDayOf(date)).working);
      }
      if (found.due === null) assert.equal(last.date, asOf);
      else {
        assert.equal(last.date, found.due);
        assert.equal(counted.length, found.workingDays);
        if (found.periods.every(({ kind }) => kind !== 'delay')) assert.ok(last.counted);
      }
    }),
    { numRuns: 400 },
  );
});

test('a date is provisional exactly when a day that it rests on is', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.integer({ min: 0, max: 700 }), (made, shift) => {
      const moved = { ...made, start: made.start + shift };
      const found = clock(eventsOf(moved), calendar, day(moved.start + made.asOf), made.policy);
      if (found.due === null || found.countedFrom === null) return;
      const length = daysBetween(found.countedFrom, found.due);
      const rests = Array.from({ length }, (_, index) => addDays(found.countedFrom!, index + 1));
      assert.equal(
        found.provisional,
        rests.some((date) => date >= '2026-12-25'),
      );
    }),
    runs,
  );
});

test('whatever is recorded in whatever order, the clock answers in whole sentences and without negative counts', () => {
  fc.assert(
    fc.property(
      arbitraryCase,
      fc.array(arbitraryEnd, { maxLength: 6 }),
      fc.boolean(),
      (made, ends, hasSubmission) => {
        const events = [
          ...eventsOf(made).slice(hasSubmission ? 0 : 1),
          ...ends.map((make) => make(made.start)),
        ];
        const asOf = day(made.start + made.asOf);
        const found = clock(events, calendar, asOf, made.policy);
        const { sentences } = explainClock(events, calendar, asOf, made.policy);
        assert.ok(sentences.length > 0);
        assert.doesNotMatch(
          JSON.stringify([found, sentences]),
          /undefined|NaN|Infinity|null年|（）|，，|。。/,
        );
        if (found.received === null) assert.equal(found.due, null);
        const counts = [found, ...found.deadlines].map(({ workingDaysLeft }) => workingDaysLeft ?? 0);
        for (const count of [...counts, found.workingDaysOverdue]) assert.ok(count >= 0);
        for (const { from, to } of found.periods) assert.ok(to === null || from <= to);
        // Each state shows what it rests on.
        const kinds = found.periods.map(({ kind }) => kind);
        if (found.state === 'running') assert.notEqual(found.due, null);
        if (found.state === 'paused') assert.ok(kinds.includes('consultation'));
        if (found.state === 'delayed') assert.ok(kinds.includes('delay'));
      },
    ),
    runs,
  );
});

test('without a policy the documented defaults hold', () => {
  fc.assert(
    fc.property(arbitraryCase, (made) => {
      assert.deepEqual(
        clock(eventsOf(made), calendar, far),
        clock(eventsOf(made), calendar, far, defaultClockPolicy),
      );
    }),
    { numRuns: 100 },
  );
});
