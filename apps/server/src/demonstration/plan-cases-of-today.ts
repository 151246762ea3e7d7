import type { TakenStep } from '@gongkai/contract';
import { addWorkingDays, type CivilDate, isWorkingDay, type OutcomeId } from '@gongkai/statute';
import { inventRoster } from './invent-roster.ts';
import type { Path } from './path.ts';
import { type Beginning, type Planning, planCase } from './plan-case.ts';
import type { PlannedCase } from './planned-case.ts';
import type { PlannedFile } from './planned-file.ts';
import { openRandom } from './random.ts';
import { workingDaysBefore } from './working-hours.ts';

/** A case that stands somewhere today. */
interface Standing {
  /** Working days before the next working day (today, if it is one) that it was received on: 20 is due that day. */
  readonly ago: number;
  readonly outcome?: OutcomeId;
  readonly path?: Partial<Path>;
  /** The last step that was taken; null: none since it came. */
  readonly until: TakenStep | null;
  /** There is a list full of persons in it, waiting to be redacted (区分处理). */
  readonly hasRoster?: boolean;
  /** What it shows to a visitor who follows it by its number and query code. */
  readonly shows?: string;
}

const overdue = (ago: number): Standing => ({ ago, path: { lost: 90 }, until: 'confirm_receipt' });

/** Whatever the lists of an officer's day are to show; every agency named below gets some of it. */
const standings: readonly Standing[] = [
  { ago: 1, path: { channel: 'internet' }, until: null },
  { ago: 0, path: { channel: 'fax' }, until: null },
  { ago: 20, path: { channel: 'in_person' }, until: null },
  { ago: 20, path: { channel: 'signed_post', isSearched: true }, until: 'record_search', hasRoster: true },
  { ago: 18, path: { channel: 'in_person', isSearched: true }, until: 'record_search', hasRoster: true },
  overdue(23),
  overdue(31),
  { ago: 6, until: 'ask_for_correction', outcome: 'closed_not_corrected', shows: '待补正' },
  { ago: 9, until: 'record_notice_received', outcome: 'closed_not_corrected' },
  { ago: 29, until: 'record_notice_received', outcome: 'closed_not_corrected' },
  { ago: 8, until: 'issue_fee_notice', path: { fee: 'paid' }, shows: '待缴费' },
  { ago: 12, until: 'record_notice_received', path: { fee: 'paid' } },
  { ago: 38, until: 'record_notice_received', outcome: 'closed_fee_unpaid' },
  { ago: 9, until: 'consult', outcome: 'refused_third_party' },
  { ago: 12, until: 'record_consultation_delivery', outcome: 'refused_third_party' },
  { ago: 27, until: 'record_consultation_delivery', path: { consult: 'silent' } },
  { ago: 14, until: 'propose_extension', path: { extension: 15 } },
  { ago: 15, until: 'approve_extension', path: { extension: 20 } },
  { ago: 24, until: 'notify_extension', path: { extension: 10 } },
  { ago: 13, until: 'draft_decision' },
  {
    ago: 16,
    until: 'draft_decision',
    outcome: 'partially_disclosed',
    path: { consult: undefined },
  },
  { ago: 15, until: 'review' },
  { ago: 16, until: 'review_secrecy', outcome: 'unavailable_nonexistent' },
  { ago: 15, until: 'approve' },
  { ago: 16, until: 'sign' },
  { ago: 15, until: 'send_back', path: { isSentBack: true } },
  { ago: 19, until: 'deliver', path: { way: 'post' } },
  { ago: 12, until: 'withdraw', outcome: 'withdrawn' },
  { ago: 34, until: 'close_uncorrected', outcome: 'closed_not_corrected' },
  { ago: 12, until: 'record_reasons', outcome: 'not_processed_excessive' },
  { ago: 7, path: { channel: 'internet', isSearched: true }, until: 'record_search', hasRoster: true },
  {
    ago: 17,
    until: 'deliver',
    outcome: 'partially_disclosed',
    path: { channel: 'internet', way: 'electronic' },
    shows: '已答复',
  },
];

/** Where visitors sign in first gets all of it, a few others each a part. */
const places: readonly { readonly agency: string; readonly every: number }[] = [
  { agency: 'office', every: 1 },
  { agency: 'minzheng', every: 3 },
  { agency: 'zhujian', every: 4 },
  { agency: 'ziran', every: 5 },
];

/** The acts up to a step. Where it doesn't come to it, none: better a case that has just come than one that is over. */
const cut = (planned: PlannedCase, until: TakenStep | null): PlannedCase => {
  const end = planned.acts.findIndex(({ step }) => step === until);
  return { ...planned, acts: planned.acts.slice(0, end + 1) };
};

/** Whose cases visitors are offered to follow. */
const examplesFrom = 'office';

const roster = ({ at }: PlannedCase): PlannedFile => ({
  with: 'record_search',
  kind: 'information',
  name: '老旧小区改造补助对象名册',
  as: 'pdf',
  sheet: inventRoster(openRandom(at.getTime() / 60_000), {
    organ: '云山区老旧小区改造工作专班',
    title: '老旧小区改造补助对象名册',
  }),
});

const planStanding = (
  planning: Planning,
  agency: string,
  { ago, outcome, path, until, hasRoster = false, shows }: Standing,
): PlannedCase => {
  const { calendar, random, applicants, today } = planning;
  const on: CivilDate = isWorkingDay(calendar, today).working
    ? today
    : addWorkingDays(calendar, today, 1).date;
  const beginning: Beginning = {
    agency,
    outcome: outcome ?? 'disclosed_provided',
    start: { day: workingDaysBefore(calendar, on, ago), minute: random.from(8 * 60, 11 * 60) },
    applicant: random.pick(applicants.people),
    // Nothing by chance: it has to stand where it is meant to.
    path: {
      isOnTheSpot: false,
      correction: undefined,
      extension: undefined,
      fee: undefined,
      reasons: undefined,
      consult: undefined,
      isSentBack: false,
      lost: 0,
      ...(outcome && pathsOf[outcome]),
      ...path,
    },
  };
  const planned = cut(planCase(planning, beginning), until);
  return {
    ...planned,
    ...(shows && agency === examplesFrom && { example: shows }),
    files: hasRoster
      ? [...planned.files.filter(({ kind }) => kind !== 'information'), roster(planned)]
      : planned.files,
  };
};

/** What some outcomes need on their way. */
const pathsOf: Readonly<Partial<Record<OutcomeId, Partial<Path>>>> = {
  closed_not_corrected: { correction: 'silent' },
  closed_fee_unpaid: { fee: 'unpaid' },
  refused_third_party: { consult: 'objectsWithReason' },
  not_processed_excessive: { reasons: 'asked' },
};

/** What is under way on the day on which the demonstration is looked at. */
export const planCasesOfToday = (planning: Planning, share: number): readonly PlannedCase[] =>
  places
    .slice(0, Math.ceil(places.length * share))
    .flatMap(({ agency, every }) =>
      standings
        .filter((_, index) => index % every === 0)
        .map((standing) => planStanding(planning, agency, standing)),
    );
