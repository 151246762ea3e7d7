import { countWorking, nthWorkingDayAfter } from '../calendar/working-days.ts';
import { type CivilDate, civilDateOf, type EpochDay, inChinese, monthAndDay, yearOf } from '../civil-date.ts';
import type { Clock } from './clock.ts';
import {
  type Consultation,
  type Count,
  consultationSpan,
  countedDue,
  countOutside,
  excludedSpans,
  type Run,
  totalOf,
} from './run.ts';
import { saysWaiting } from './say-waiting.ts';
import { statutoryPeriods } from './statutory-periods.ts';

const parties: Readonly<Record<Consultation['party'], string>> = {
  third_party: '第三方',
  other_organ: '其他机关',
  joint_maker: '共同制作机关',
};

/** 第三方（甲公司）; a name that says what party it is, 第三方（一）, stands alone. */
export const consultedInChinese = ({ party, name }: Pick<Consultation, 'party' | 'name'>): string =>
  name.startsWith(parties[party]) ? name : `${parties[party]}${name && `（${name}）`}`;

/** 3月16日; with the year where it is not the one of the date beside it. */
const besides = (date: CivilDate, beside: CivilDate): string =>
  yearOf(date) === yearOf(beside) ? monthAndDay(date) : inChinese(date);

/** Days are told without the year of the receipt, which the first sentence names. */
const dayOf = (run: Run, day: EpochDay): string =>
  besides(civilDateOf(day), civilDateOf(run.received ?? day));

const saysReceipt = (run: Run): string => {
  if (!run.submitted) return '还没有收到申请。';
  const arrived = inChinese(civilDateOf(run.submitted.on));
  if (run.received === null) {
    if (run.end) return `申请已于${arrived}到达。`;
    return `申请已于${arrived}到达，等待双方确认；确认之日为收到申请之日（条例第三十一条）。`;
  }
  const received = inChinese(civilDateOf(run.received));
  if (run.received === run.submitted.on) return `已于${received}收到申请。`;
  if (run.irregularities.some(({ code }) => code === 'receipt_not_confirmed'))
    return `申请已于${arrived}到达，没有双方确认的记录，以首次办理之日${received}为收到申请之日（条例第三十一条）。`;
  return `申请已于${arrived}到达，${received}双方确认，确认之日为收到申请之日（条例第三十一条）。`;
};

const restartIn: Readonly<Record<Count['because'], string>> = {
  received: '',
  corrected: '收到补正后的申请，答复期限重新计算（条例第三十条）',
  paid: '完成缴费，处理期限重新计算（信息处理费管理办法）',
};

const saysRestart = (run: Run, count: Count): readonly string[] =>
  count.because === 'received' ? [] : [`${dayOf(run, count.start)}${restartIn[count.because]}。`];

/** A stretch of days that don't count, told in a sentence, and how many working days of the counting it takes. */
interface LeftOut {
  readonly sentence: string;
  readonly days: number;
}

const leaveOut = (
  run: Run,
  { after, through }: { readonly after: EpochDay; readonly through: EpochDay },
  why: string,
  article: string,
): readonly LeftOut[] => {
  const from = Math.max(run.counts.at(-1)?.start ?? after, after);
  const days = countWorking(run.calendar, from, through);
  if (days === 0) return [];
  const [first, last] = [dayOf(run, from + 1), dayOf(run, through)];
  const stretch = first === last ? first : `${first}至${last}`;
  return [{ sentence: `${why}，${stretch}的 ${days} 个工作日不计入期限（${article}）。`, days }];
};

/** Why a consultation's time ends when it does. */
const endOf = (run: Run, clock: Clock, consultation: Consultation, through: EpochDay): string => {
  const day = dayOf(run, through);
  if (consultation.opinion === through) return `${day}收到意见`;
  if (consultation.closed === through) return `${day}停止征求`;
  return `提出意见的期限至${day}${civilDateOf(through) < clock.asOf ? '届满' : ''}`;
};

const leavesOutConsultation =
  (run: Run, clock: Clock, counted: EpochDay | null) =>
  (consultation: Consultation): readonly LeftOut[] => {
    const { after, through } = consultationSpan(consultation, run.policy);
    // Sent when the period had ended, it excludes nothing.
    if (counted !== null && after >= counted) return [];
    const asks = `${dayOf(run, consultation.sent)}${through === null ? '起' : ''}征求${consultedInChinese(consultation)}意见`;
    const article = '条例第三十三条第三款';
    if (through === null) return [{ sentence: `${asks}，其间不计入期限（${article}）。`, days: 0 }];
    return leaveOut(run, { after, through }, `${asks}，${endOf(run, clock, consultation, through)}`, article);
  };

/** Where policy lets the period go on after payment, the days of waiting for it. */
const leavesOutPayment = (run: Run): readonly LeftOut[] => {
  const { fee } = run;
  if (!fee?.counts || fee.paid === null || run.policy.afterPayment !== 'resume') return [];
  const why = `${dayOf(run, fee.notified)}发出收费通知，${dayOf(run, fee.paid)}完成缴费`;
  return leaveOut(run, { after: fee.notified, through: fee.paid }, why, statutoryPeriods.payment.article);
};

/** What is left out, and its sum where there is more than one stretch: days that overlap are left out once. */
const saysLeftOut = (run: Run, clock: Clock, count: Count): readonly string[] => {
  const spans = excludedSpans(run);
  const counted = countedDue(run, spans);
  const leftOut = [
    ...run.consultations.flatMap(leavesOutConsultation(run, clock, counted)),
    ...leavesOutPayment(run),
  ];
  const sentences = leftOut.map(({ sentence }) => sentence);
  if (leftOut.length < 2 || counted === null) return sentences;
  const together =
    countWorking(run.calendar, count.start, counted) -
    countOutside(run.calendar, count.start, counted, spans);
  const sum = leftOut.reduce((days, stretch) => days + stretch.days, 0);
  return [
    ...sentences,
    `${together < sum ? '重叠的日期不重复扣除，' : ''}合计 ${together} 个工作日不计入期限。`,
  ];
};

const saysDue = (run: Run, clock: Clock, count: Count): string => {
  const first = dayOf(run, nthWorkingDayAfter(run.calendar, count.start, 1));
  const counting = `自${first}起算 ${totalOf(count)} 个工作日`;
  if (clock.due === null) {
    const paying = clock.state === 'waiting_for_payment';
    const opinion = run.consultations.some(
      (consultation) => consultationSpan(consultation, run.policy).through === null,
    );
    const awaited = [...(opinion ? ['收到意见'] : []), ...(paying ? ['完成缴费'] : [])].join('并');
    return `${counting}，${awaited}后才能确定答复日期。`;
  }
  const due = inChinese(clock.due);
  const counted = countedDue(run);
  if (counted !== null && civilDateOf(counted) < clock.due)
    return (
      `答复期限至${inChinese(civilDateOf(counted))}（${counting}，${statutoryPeriods.reply.article}）；` +
      `已告知申请人延迟至${due}答复（条例第三十五条）。`
    );
  if (clock.ended) return `答复期限至${due}（${counting}，${statutoryPeriods.reply.article}）。`;
  const latest = clock.dueMayBeEarlier ? '最迟' : '';
  return `${latest}应当在${due}前（含当日）答复（${counting}，${statutoryPeriods.reply.article}）。`;
};

const saysExtension = (run: Run, { extension }: Count): readonly string[] =>
  extension
    ? [
        `${dayOf(run, extension.on)}告知申请人延期：经政府信息公开工作机构负责人同意，延长 ${extension.workingDays} 个工作日（${statutoryPeriods.extension.article}）。`,
      ]
    : [];

/** 还剩 3 个工作日 · 3月16日; empty while no days are counted. */
export const sayDaysLeft = (clock: Clock): string => {
  const { due, workingDaysLeft, workingDaysOverdue, ended, asOf } = clock;
  if (workingDaysOverdue > 0) return `已超期 ${workingDaysOverdue} 个工作日`;
  if (ended || workingDaysLeft === null) return '';
  if (due === null) return `剩余 ${workingDaysLeft} 个工作日，暂停计算`;
  if (asOf === due) return `今天到期 · ${monthAndDay(due)}`;
  // The days since were all off: the date is past, and not one working day overdue yet.
  if (asOf > due) return `已于${besides(due, asOf)}到期`;
  return `还剩 ${workingDaysLeft} 个工作日 · ${besides(due, asOf)}`;
};

const endings: Readonly<Record<NonNullable<Run['end']>['by'], string>> = {
  replied: '答复',
  withdrawn: '由申请人撤回',
  not_corrected: '因申请人逾期不补正，不再处理',
  not_paid: '因申请人逾期未缴费，不再处理',
};

const saysEnd = (run: Run): readonly string[] => {
  if (!run.end) return [];
  const date = inChinese(civilDateOf(run.end.on));
  return [
    `${date}${run.end.by === 'replied' ? '已' : ''}${run.end.onTheSpot ? '当场' : ''}${endings[run.end.by]}。`,
  ];
};

/** The clock in a few sentences: what came in, what is counted from when, what is left out, the date, what is left. */
export const sayClock = (run: Run, clock: Clock): readonly string[] => {
  const count = run.counts.at(-1);
  const sentences = [saysReceipt(run)];
  if (count && !count.stopped)
    sentences.push(
      ...saysRestart(run, count),
      ...saysLeftOut(run, clock, count),
      ...saysExtension(run, count),
      saysDue(run, clock, count),
    );
  sentences.push(...saysWaiting(run, clock.asOf), ...saysEnd(run));
  const left = sayDaysLeft(clock);
  if (left) sentences.push(clock.ended ? `办结时${left}。` : `${left}。`);
  if (clock.provisional && !clock.ended)
    sentences.push('期限内有放假安排尚未公布的日期，最终以国务院办公厅的通知为准。');
  return sentences;
};
