import type { Calendar } from '../calendar/calendar.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { addDays, type CivilDate } from '../civil-date.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockPolicy } from './clock-policy.ts';

/**
 * The clock as a person does it with a calendar and a pencil: goes from day to day, ticks the days that count,
 * and does the day's events in the evening. Slow, and independent of how the product computes: an oracle.
 */
interface Desk {
  ticked: CivilDate[];
  total: number;
  extended: boolean;
  standsStill: 'correction' | 'payment' | null;
  sinceReceipt: number;
  seventhDay: CivilDate | null;
  asked: Map<
    string,
    { bounded: boolean; delivered: boolean; daysHad: number; over: boolean; answered: boolean }
  >;
  correction: { restarts: boolean; done: boolean } | null;
  fee: { counts: boolean; paid: boolean } | null;
  delayedTo: CivilDate | null;
}

type Setting = { readonly calendar: Calendar; readonly policy: ClockPolicy };

const feeOpen = (desk: Desk): boolean => desk.fee?.counts === true && !desk.fee.paid;
const someoneAsked = (desk: Desk): boolean => [...desk.asked.values()].some(({ over }) => !over);

/** The day itself, before its events: ticked if it is worked and nothing was awaited when it began. */
const passDay = (desk: Desk, date: CivilDate, sentToday: boolean, { calendar }: Setting): void => {
  if (!isWorkingDay(calendar, date).working) return;
  desk.sinceReceipt += 1;
  if (desk.sinceReceipt === 7) desk.seventhDay = date;
  if (!desk.standsStill && !feeOpen(desk) && !someoneAsked(desk) && !sentToday) desk.ticked.push(date);
  for (const party of desk.asked.values()) {
    if (!party.bounded || !party.delivered) continue;
    party.daysHad += 1;
    if (party.daysHad === 15) party.over = true;
  }
};

/** The due date if nothing more happens; null when something is awaited that may never come. */
const ifNothingMore = (
  desk: Desk,
  date: CivilDate,
  setting: Setting,
): { due: CivilDate; ticked: CivilDate[] } | null => {
  const ahead = structuredClone(desk);
  for (let next = date; ahead.ticked.length < ahead.total; ) {
    const forEver = [...ahead.asked.values()].some(
      ({ over, bounded, delivered }) => !over && !(bounded && delivered),
    );
    if (ahead.standsStill || feeOpen(ahead) || forEver) return null;
    next = addDays(next, 1);
    passDay(ahead, next, false, setting);
  }
  if (ahead.standsStill) return null;
  const counted = ahead.ticked[ahead.total - 1]!;
  const { delayedTo } = ahead;
  return {
    due: delayedTo && delayedTo > counted ? delayedTo : counted,
    ticked: ahead.ticked.slice(0, ahead.total),
  };
};

const begin = (desk: Desk): void => {
  desk.ticked = [];
  desk.total = 20;
  desk.extended = false;
  desk.standsStill = null;
};

const doEvent = (desk: Desk, event: ClockEvent, setting: Setting): void => {
  const { policy } = setting;
  const due = ifNothingMore(desk, event.on, setting)?.due ?? null;
  const late = due !== null && event.on > due;
  if (event.type === 'correction_requested') {
    if (desk.correction || feeOpen(desk)) return;
    const inTime = desk.seventhDay === null || event.on <= desk.seventhDay;
    desk.correction = { restarts: inTime || policy.lateCorrectionRestarts, done: false };
    if (desk.correction.restarts) desk.standsStill = 'correction';
  }
  if (event.type === 'corrected' && desk.correction && !desk.correction.done) {
    desk.correction.done = true;
    if (desk.correction.restarts) begin(desk);
  }
  if (event.type === 'consultation_started' && !desk.asked.has(event.id)) {
    const bounded = event.party !== 'other_organ';
    desk.asked.set(event.id, { bounded, delivered: false, daysHad: 0, over: false, answered: false });
  }
  const party = 'id' in event ? desk.asked.get(event.id) : undefined;
  if (party && !party.answered) {
    if (event.type === 'consultation_delivered') party.delivered = true;
    if (event.type === 'opinion_received' || event.type === 'consultation_closed')
      Object.assign(party, { over: true, answered: true });
  }
  if (
    event.type === 'extended' &&
    !desk.standsStill &&
    event.approvedOn &&
    !desk.extended &&
    event.workingDays > 0
  )
    if (!late || policy.lateExtensionCounts) {
      desk.extended = true;
      desk.total += Math.min(20, event.workingDays);
    }
  if (event.type === 'delay_set' && !desk.standsStill)
    if (!late || policy.lateExtensionCounts)
      desk.delayedTo = desk.delayedTo && desk.delayedTo > event.until ? desk.delayedTo : event.until;
  if (event.type === 'fee_notified' && !desk.fee && desk.standsStill !== 'correction') {
    desk.fee = { counts: !late || policy.lateFeeNoticeRestarts, paid: false };
    if (desk.fee.counts && policy.afterPayment === 'restart') desk.standsStill = 'payment';
  }
  if (event.type === 'paid' && desk.fee && !desk.fee.paid) {
    desk.fee.paid = true;
    if (desk.fee.counts && policy.afterPayment === 'restart') begin(desk);
  }
};

const workedAfter = (calendar: Calendar, after: CivilDate, through: CivilDate): number => {
  let days = 0;
  for (let date = after; date < through; ) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date).working) days += 1;
  }
  return days;
};

/** Due date, days left and overdue of a request handed in with the first event and not ended. */
export const countInOneGo = (
  events: readonly ClockEvent[],
  calendar: Calendar,
  asOf: CivilDate,
  policy: ClockPolicy,
): { readonly due: CivilDate | null; readonly left: number | null; readonly overdue: number } => {
  const setting = { calendar, policy };
  const desk: Desk = {
    ticked: [],
    total: 20,
    extended: false,
    standsStill: null,
    sinceReceipt: 0,
    seventhDay: null,
    asked: new Map(),
    correction: null,
    fee: null,
    delayedTo: null,
  };
  const received = events[0]!.on;
  for (let date = received; date <= asOf; date = addDays(date, 1)) {
    const today = events.slice(1).filter((event) => event.on === date);
    const sentToday = today.some(
      (event) => event.type === 'consultation_started' && !desk.asked.has(event.id),
    );
    if (date > received) passDay(desk, date, policy.sendingDayExcluded && sentToday, setting);
    for (const event of today) doEvent(desk, event, setting);
  }
  if (desk.standsStill) return { due: null, left: null, overdue: 0 };
  const ahead = ifNothingMore(desk, asOf, setting);
  if (!ahead) return { due: null, left: desk.total - desk.ticked.length, overdue: 0 };
  const { due, ticked } = ahead;
  const left =
    due === ticked.at(-1) ? ticked.filter((date) => date > asOf).length : workedAfter(calendar, asOf, due);
  return { due, left, overdue: workedAfter(calendar, due, asOf) };
};
