import { countWorking, nthWorkingDayAfter } from '../calendar/working-days.ts';
import { type CivilDate, civilDateOf, epochDayOf, inChinese, monthAndDay } from '../civil-date.ts';
import type { Clock } from './clock.ts';
import { type Consultation, type Count, consultationSpan, type Run, totalOf } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

const parties: Readonly<Record<Consultation['party'], string>> = {
  third_party: '第三方',
  other_organ: '其他机关',
  joint_maker: '共同制作机关',
};

/** 第三方（甲公司） */
export const consultedInChinese = ({ party, name }: Pick<Consultation, 'party' | 'name'>): string =>
  `${parties[party]}${name && `（${name}）`}`;

const dayOf = (day: number): string => monthAndDay(civilDateOf(day));

const saysReceipt = (run: Run): string => {
  if (!run.submitted) return '还没有收到申请。';
  const arrived = inChinese(civilDateOf(run.submitted.on));
  if (run.received === null)
    return `申请已于${arrived}到达，等待双方确认；确认之日为收到申请之日（条例第三十一条）。`;
  return `已于${inChinese(civilDateOf(run.received))}收到申请。`;
};

const restartIn: Readonly<Record<Count['because'], string>> = {
  received: '',
  corrected: '收到补正后的申请，答复期限重新计算（条例第三十条）',
  paid: '完成缴费，处理期限重新计算（信息处理费管理办法）',
};

const saysRestart = (count: Count): readonly string[] =>
  count.because === 'received' ? [] : [`${dayOf(count.start)}${restartIn[count.because]}。`];

const saysConsultation = (run: Run, start: number, due: number | null) => (consultation: Consultation) => {
  const { after, through } = consultationSpan(consultation, run.policy);
  // Over before the present counting began, or sent when it had ended: it explains nothing.
  if ((through !== null && through <= start) || (due !== null && after >= due)) return [];
  const whom = consultedInChinese(consultation);
  if (through === null)
    return [`${dayOf(consultation.sent)}起征求${whom}意见，其间不计入期限（条例第三十三条第三款）。`];
  const days = countWorking(run.calendar, Math.max(start, after), through);
  if (days === 0) return [];
  const from = dayOf(Math.max(start, after) + 1);
  const stretch = from === dayOf(through) ? from : `${from}至${dayOf(through)}`;
  return [
    `${dayOf(consultation.sent)}征求${whom}意见，${stretch}的 ${days} 个工作日不计入期限（条例第三十三条第三款）。`,
  ];
};

const saysWaiting = (clock: Clock): readonly string[] => {
  const open = (kind: string) => clock.deadlines.find((deadline) => deadline.kind === kind);
  if (clock.state === 'waiting_for_correction') {
    const until = open('correction')?.due;
    return [
      `正在等待申请人补正${until ? `，补正期限至${inChinese(until)}` : ''}；收到补正后重新计算答复期限（条例第三十条）。`,
    ];
  }
  if (clock.state === 'waiting_for_payment') {
    const until = open('payment')?.due;
    return [`正在等待申请人缴费${until ? `，缴费期限至${inChinese(until)}` : ''}（信息处理费管理办法）。`];
  }
  return [];
};

/** 还剩 3 个工作日 · 3月16日; empty while no days are counted. */
export const sayDaysLeft = (clock: Clock): string => {
  const { due, workingDaysLeft, workingDaysOverdue, ended } = clock;
  if (workingDaysOverdue > 0) return `已超期 ${workingDaysOverdue} 个工作日`;
  if (ended || workingDaysLeft === null) return '';
  if (due === null) return `剩余 ${workingDaysLeft} 个工作日，暂停计算`;
  if (clock.asOf === due) return `今天到期 · ${monthAndDay(due)}`;
  // The days since were all off: the date is past, and not one working day overdue yet.
  if (clock.asOf > due) return `已于${monthAndDay(due)}到期`;
  return `还剩 ${workingDaysLeft} 个工作日 · ${monthAndDay(due)}`;
};

const endings: Readonly<Record<NonNullable<Run['end']>['by'], string>> = {
  replied: '答复',
  withdrawn: '由申请人撤回',
  not_corrected: '因申请人逾期不补正，不再处理',
  not_paid: '因申请人逾期未缴费，不再处理',
};

const saysEnd = (run: Run): readonly string[] => {
  if (!run.end) return [];
  const date: CivilDate = civilDateOf(run.end.on);
  return [
    `${inChinese(date)}${run.end.by === 'replied' ? '已' : ''}${run.end.onTheSpot ? '当场' : ''}${endings[run.end.by]}。`,
  ];
};

/** The clock in a few sentences: what came in, what is counted from when, what is left out, the date, what is left. */
export const sayClock = (run: Run, clock: Clock): readonly string[] => {
  const count = run.counts.at(-1);
  const sentences = [saysReceipt(run)];
  if (count && !count.stopped) {
    const due = clock.due === null ? null : epochDayOf(clock.due);
    const first = dayOf(nthWorkingDayAfter(run.calendar, count.start, 1));
    sentences.push(
      ...saysRestart(count),
      ...run.consultations.flatMap(saysConsultation(run, count.start, due)),
    );
    if (count.extension)
      sentences.push(
        `经政府信息公开工作机构负责人同意，延长 ${count.extension.workingDays} 个工作日（条例第三十三条第二款）。`,
      );
    if (clock.due === null)
      sentences.push(`自${first}起算 ${totalOf(count)} 个工作日，收到意见后才能确定答复日期。`);
    else if (run.delay && clock.due === civilDateOf(run.delay.until))
      sentences.push(`答复期限延迟至${inChinese(clock.due)}（条例第三十五条）。`);
    else
      sentences.push(
        `${clock.ended ? `答复期限至${inChinese(clock.due)}` : `${clock.dueMayBeEarlier ? '最迟' : ''}在${inChinese(clock.due)}前答复`}（自${first}起算 ${totalOf(count)} 个工作日，${statutoryPeriods.reply.article}）。`,
      );
  }
  sentences.push(...saysWaiting(clock), ...saysEnd(run));
  const left = sayDaysLeft(clock);
  if (left) sentences.push(`${left}。`);
  if (clock.provisional && !clock.ended)
    sentences.push('期限内有放假安排尚未公布的日期，最终以国务院办公厅的通知为准。');
  return sentences;
};
