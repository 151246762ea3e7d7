import { type Calendar, type CalendarDay, describeDay } from '../calendar/calendar.ts';
import { type CivilDate, type EpochDay, epochDayOf, weekdayOf } from '../civil-date.ts';
import { readClock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import { type Count, consultationSpan, countedDue, type Run } from './run.ts';
import { runEvents } from './run-events.ts';
import { consultedInChinese, sayClock } from './say-clock.ts';
import { statutoryPeriods } from './statutory-periods.ts';

/** Why a day counts or doesn't. `swapped` counts, `workday` counts, everything else doesn't. */
export type DayReason =
  | 'workday'
  | 'swapped'
  | 'weekend'
  | 'holiday'
  | 'regional_holiday'
  | 'first_day'
  | 'consultation'
  | 'correction'
  | 'payment'
  | 'delay';

export interface ExplainedDay {
  readonly date: CivilDate;
  readonly counted: boolean;
  /** The how many-th day of its counting, null when it is not counted. Restarts begin again with 1. */
  readonly number: number | null;
  /** Which counting: 0 from receipt, 1 from the first restart, … */
  readonly counting: number;
  readonly reason: DayReason;
  /** In Chinese, for a person who counts with a calendar. */
  readonly text: string;
  readonly article: string;
  /** No notice on holidays has settled this day yet. */
  readonly provisional: boolean;
}

export interface ClockExplanation {
  /** Every day from receipt to the due date; to the end of the case, or to `asOf` where no date is known. */
  readonly days: readonly ExplainedDay[];
  /** The same in a few sentences, for the citizen. */
  readonly sentences: readonly string[];
}

const civilProcedure = '民事诉讼法第八十五条';
const holidayRules = '全国年节及纪念日放假办法';
/** What the yearly notice adds to the statutory days: the weekends moved, the days off in a row. */
const yearlyNotice = '国务院办公厅关于部分节假日安排的通知';
// 国务院关于职工工作时间的规定第七条：星期六和星期日为周休息日
const weekendRules = '国务院关于职工工作时间的规定第七条';
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const firstDay: Readonly<Record<Count['because'], { readonly text: string; readonly article: string }>> = {
  received: { text: '收到申请当日不计算，次日起算', article: `条例第三十一条、${civilProcedure}` },
  corrected: { text: '收到补正后的申请，当日不计算，次日起重新计算', article: '条例第三十条' },
  paid: { text: '完成缴费，当日不计算，次日起重新计算', article: '信息处理费管理办法' },
};

type Why = Pick<ExplainedDay, 'reason' | 'text' | 'article'>;

const offBecause = ({ kind, name }: CalendarDay, day: EpochDay): Why => {
  const weekday = `星期${weekdays[weekdayOf(day) - 1]}`;
  if (kind === 'weekend') return { reason: 'weekend', text: `${weekday}，不是工作日`, article: weekendRules };
  if (kind === 'regional')
    return { reason: 'regional_holiday', text: `${name}放假（地方规定）`, article: `${holidayRules}第四条` };
  return { reason: 'holiday', text: `${name}放假`, article: `${holidayRules}、${yearlyNotice}` };
};

/** Who is being asked on a day, which therefore doesn't count; null when nobody is. */
const consultedOn = (run: Run, day: EpochDay): Why | null => {
  const asked = run.consultations.filter((consultation) => {
    const { after, through } = consultationSpan(consultation, run.policy);
    return day > after && (through === null || day <= through);
  });
  if (asked.length === 0) return null;
  const whom = asked.map(consultedInChinese).join('、');
  return {
    reason: 'consultation',
    text: `征求${whom}意见，不计入期限`,
    article: '条例第三十三条第三款',
  };
};

const awaitingPayment = (run: Run, day: EpochDay): boolean =>
  run.policy.afterPayment === 'resume' &&
  run.fee?.counts === true &&
  day > run.fee.notified &&
  (run.fee.paid === null || day <= run.fee.paid);

const stoppedBecause = (waitingFor: 'correction' | 'payment'): Why =>
  waitingFor === 'correction'
    ? { reason: 'correction', text: '等待申请人补正，答复期限没有运行', article: '条例第三十条' }
    : { reason: 'payment', text: '等待申请人缴费，答复期限没有运行', article: '信息处理费管理办法' };

/** Why a day doesn't count, null when it does. Days off stand before what would exclude them anyway. */
const skippedBecause = (run: Run, count: Count, calendarDay: CalendarDay, day: EpochDay): Why | null => {
  if (day === count.start) return { reason: 'first_day', ...firstDay[count.because] };
  if (count.stopped && day > count.stopped.on) return stoppedBecause(count.stopped.waitingFor);
  if (!calendarDay.working) return offBecause(calendarDay, day);
  const counted = countedDue(run);
  if (!count.stopped && counted !== null && day > counted)
    return { reason: 'delay', text: '在告知申请人的延迟答复期限内', article: '条例第三十五条' };
  if (awaitingPayment(run, day)) return stoppedBecause('payment');
  return consultedOn(run, day);
};

const explainDays = (run: Run, last: EpochDay): readonly ExplainedDay[] => {
  const days: ExplainedDay[] = [];
  if (run.received === null) return days;
  let counting = 0;
  let number = 0;
  for (let day = run.received; day <= last; day += 1) {
    // Two restarts on one day: the later one holds.
    while (run.counts[counting + 1] && day >= run.counts[counting + 1]!.start) {
      counting += 1;
      number = 0;
    }
    const count = run.counts[counting]!;
    const calendarDay = describeDay(run.calendar, day);
    const skipped = skippedBecause(run, count, calendarDay, day);
    if (!skipped) number += 1;
    const swapped = calendarDay.kind === 'swapped';
    const extended = number > statutoryPeriods.reply.workingDays ? '（延长的期限）' : '';
    const why: Why = skipped ?? {
      reason: swapped ? 'swapped' : 'workday',
      text: `第 ${number} 个工作日${swapped ? '（调休上班）' : ''}${extended}`,
      article: statutoryPeriods.reply.article,
    };
    days.push({
      date: calendarDay.date,
      counted: skipped === null,
      number: skipped ? null : number,
      counting,
      ...why,
      provisional: calendarDay.provisional,
    });
  }
  return days;
};

/**
 * How the clock comes to its date, day by day with article, and in a few sentences. Takes the same as `clock`
 * and says the same; separate because a list of requests needs the dates only.
 */
export const explainClock = (
  events: readonly ClockEvent[],
  calendar: Calendar,
  asOf: CivilDate,
  policy: ClockPolicy = defaultClockPolicy,
): ClockExplanation => {
  const run = runEvents(events, calendar, asOf, policy);
  const read = readClock(run, asOf);
  const known = [read.due, read.ended].filter((date) => date !== null).sort();
  return {
    days: explainDays(run, epochDayOf(known[0] ?? asOf)),
    sentences: sayClock(run, read),
  };
};
