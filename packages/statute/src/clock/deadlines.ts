import { countWorking, nthWorkingDayAfter } from '../calendar/working-days.ts';
import { type CivilDate, civilDateOf, type EpochDay } from '../civil-date.ts';
import { isProvisional, type Run } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

export type DeadlineKind =
  | 'reply'
  | 'correction_notice'
  | 'correction'
  | 'payment'
  | 'third_party_opinion'
  | 'joint_maker_opinion';

/** open: still to be met; met: in time; missed: late or not at all; lapsed: the time went by and nothing was owed. */
export type DeadlineStatus = 'open' | 'met' | 'missed' | 'lapsed';

/** One date by which somebody must or may act. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** Null while it cannot be known (a reply that waits for something else). */
  readonly due: CivilDate | null;
  readonly status: DeadlineStatus;
  readonly done: CivilDate | null;
  /** Who is asked, for an opinion. */
  readonly name: string | null;
  readonly article: string;
  /** What follows when it passes, in Chinese. */
  readonly consequence: string;
  /** Working days after `asOf` up to and with the date; null when nothing is open. */
  readonly workingDaysLeft: number | null;
  readonly provisional: boolean;
}

const descriptions: Readonly<
  Record<DeadlineKind, { readonly article: string; readonly consequence: string }>
> = {
  reply: {
    article: statutoryPeriods.reply.article,
    consequence:
      '逾期未答复的，申请人可以投诉、举报，也可以依法申请行政复议或者提起行政诉讼（条例第五十一条）。',
  },
  correction_notice: {
    article: statutoryPeriods.correctionNotice.article,
    consequence: '申请内容不明确的，应当在此日期前（含当日）一次性告知申请人补正。',
  },
  correction: {
    article: statutoryPeriods.correctionNotice.article,
    consequence: '申请人无正当理由逾期不补正的，视为放弃申请，不再处理。',
  },
  payment: {
    article: statutoryPeriods.payment.article,
    consequence: '申请人逾期未缴纳费用的，视为放弃申请，不再处理。',
  },
  third_party_opinion: {
    article: statutoryPeriods.thirdParty.article,
    consequence: '第三方逾期未提出意见的，由本机关依照条例决定是否公开。',
  },
  joint_maker_opinion: {
    article: statutoryPeriods.jointMaker.article,
    consequence: '被征求意见的行政机关逾期未提出意见的，视为同意公开。',
  },
};

interface Facts {
  readonly kind: DeadlineKind;
  /** The day it counts from, for the question whether the date is certain. */
  readonly from: EpochDay;
  readonly due: EpochDay | null;
  readonly done: EpochDay | null;
  /** Nothing more is owed, the case being over. */
  readonly over: boolean;
  readonly name?: string;
  /** Where another article than the kind's own sets the date. */
  readonly article?: string;
  /** The reply's, with the excluded days left out; the others' are counted here. */
  readonly left?: number | null;
}

const statusOf = ({ kind, due, done, over }: Facts, asOf: EpochDay): DeadlineStatus => {
  if (done !== null) return due !== null && done > due ? 'missed' : 'met';
  if (over) return 'lapsed';
  if (due === null || asOf <= due) return 'open';
  // Correction need not be asked for; then the day goes by and nothing is wrong.
  return kind === 'correction_notice' ? 'lapsed' : 'missed';
};

const deadline = (run: Run, asOf: EpochDay, facts: Facts): Deadline => {
  const status = statusOf(facts, asOf);
  const { due, done, from } = facts;
  return {
    kind: facts.kind,
    due: due === null ? null : civilDateOf(due),
    status,
    done: done === null ? null : civilDateOf(done),
    name: facts.name ?? null,
    ...descriptions[facts.kind],
    ...(facts.article ? { article: facts.article } : {}),
    workingDaysLeft:
      status === 'open' && due !== null ? (facts.left ?? countWorking(run.calendar, asOf, due)) : null,
    provisional: due !== null && isProvisional(run, from, due),
  };
};

/** Every deadline of a run: the reply's first, then the others in the order in which they began. */
export const deadlinesOf = (
  run: Run,
  asOf: EpochDay,
  {
    due,
    left,
    delayed,
  }: { readonly due: EpochDay | null; readonly left: number | null; readonly delayed: boolean },
): readonly Deadline[] => {
  const { received, correction, fee } = run;
  if (received === null) return [];
  const over = run.end !== null;
  const replied = run.end?.by === 'replied' ? run.end.on : null;
  const noticeDue = nthWorkingDayAfter(run.calendar, received, statutoryPeriods.correctionNotice.workingDays);
  const from = run.counts.at(-1)?.start ?? received;
  const all: Facts[] = [
    {
      kind: 'reply',
      from,
      due,
      left,
      done: replied,
      over,
      // 条例第三十五条: then it is the date that the applicant was told.
      ...(delayed ? { article: '条例第三十五条' } : {}),
    },
    { kind: 'correction_notice', from: received, due: noticeDue, done: correction?.requested ?? null, over },
  ];
  if (correction) {
    const { requested, due, corrected } = correction;
    all.push({ kind: 'correction', from: requested, due, done: corrected, over });
  }
  for (const { party, delivered, due, opinion, closed, name } of run.consultations)
    if (delivered !== null && due !== null) {
      const kind = party === 'third_party' ? 'third_party_opinion' : 'joint_maker_opinion';
      all.push({ kind, from: delivered, due, done: opinion, over: over || closed !== null, name });
    }
  if (fee) all.push({ kind: 'payment', from: fee.notified, due: fee.due, done: fee.paid, over });
  return all.map((facts) => deadline(run, asOf, facts));
};
