import type { Applicant } from '@gongkai/contract';
import {
  addDays,
  addWorkingDays,
  type Calendar,
  type CivilDate,
  civilDateInShanghai,
  daysBetween,
  isWorkingDay,
} from '@gongkai/statute';
import { demonstrationAgencies, demonstrationGovernment, demonstrationOffice } from './agencies.ts';
import { chooseOutcome } from './choose-path.ts';
import { type Applicants, inventApplicants } from './invent-applicants.ts';
import { minuteOf, type Planning, planCase } from './plan-case.ts';
import { planCasesOfToday } from './plan-cases-of-today.ts';
import type { PlannedCase } from './planned-case.ts';
import { openRandom, type Random } from './random.ts';
import { dateOf } from './working-hours.ts';

const seed = 2019_05_15;

/** How many applications agencies get, beside each other; those not named get three. */
const weights: Readonly<Record<string, number>> = {
  ...{
    gov: 8,
    office: 10,
    ziran: 10,
    zhujian: 10,
    jiaoyu: 6,
    shijian: 6,
    minzheng: 5,
    huanjing: 5,
    qingshi: 5,
  },
  ...{ chengguan: 5, caizheng: 4, renshe: 4, weijian: 4, nongye: 4, baiyun: 4, donghu: 4, liuxi: 4 },
};
const agencies = [demonstrationGovernment, demonstrationOffice, ...demonstrationAgencies];

const chooseApplicant = ({ people, organisations }: Applicants, random: Random): Applicant =>
  random.chance(0.8)
    ? // Some apply again and again.
      people[random.chance(0.25) ? random.below(20) : random.below(people.length)]!
    : random.pick(organisations);

/** The same applicant's application that was answered by then, to be repeated. */
const answeredBefore = (
  planned: readonly PlannedCase[],
  by: Date,
  random: Random,
): PlannedCase | undefined => {
  const answered = planned.filter(
    ({ acts, request, repeats }) =>
      repeats === null &&
      request.applicant.identity !== null &&
      acts.some(({ step, at }) => step === 'deliver' && at < by),
  );
  return answered.length === 0 ? undefined : random.pick(answered.slice(-80));
};

/** What came day by day from the first of January two years ago on. */
const planEverydayCases = (planning: Planning, count: number): readonly PlannedCase[] => {
  const { calendar, random, applicants, today } = planning;
  const first = `${Number(today.slice(0, 4)) - 2}-01-01` as CivilDate;
  const days = daysBetween(first, today) + 1;
  const starts = Array.from({ length: count }, () => {
    // More each year, and fewer on days off.
    const day = addDays(first, Math.floor(days * (random.below(10_000) / 10_000) ** 0.85));
    return isWorkingDay(calendar, day).working || random.chance(0.2)
      ? day
      : addWorkingDays(calendar, day, 1).date;
  })
    .filter((day) => day <= today)
    .toSorted();
  const planned: PlannedCase[] = [];
  for (const [serial, day] of starts.entries()) {
    const start = { day, minute: minuteOf(random) };
    const outcome = chooseOutcome(random, serial);
    const repeats =
      outcome === 'not_processed_duplicate' ? answeredBefore(planned, dateOf(start), random) : undefined;
    planned.push(
      planCase(planning, {
        start,
        outcome: outcome === 'not_processed_duplicate' && !repeats ? 'disclosed_provided' : outcome,
        agency:
          repeats?.agency ?? random.weighted(agencies.map(({ key }) => [key, weights[key] ?? 3] as const)),
        applicant: repeats?.request.applicant ?? chooseApplicant(applicants, random),
        ...(repeats && { repeats, matter: repeats.request.content }),
      }),
    );
  }
  return planned;
};

/** 条例第四十四条: several people ask an agency for the same disclosable information. */
const crowds = [
  {
    agency: 'zhujian',
    outcome: 'disclosed_provided',
    people: 13,
    daysAgo: 75,
    title: '湖滨社区老旧小区改造方案',
    asks: '湖滨社区老旧小区改造的实施方案、改造清单、资金筹措方案和施工单位信息',
  },
  {
    agency: 'ziran',
    outcome: 'disclosed_provided',
    people: 9,
    daysAgo: 420,
    title: null,
    asks: '石桥村集体土地征收的批复文件、征收补偿安置方案和勘测定界图',
  },
  {
    agency: 'jiaoyu',
    outcome: 'disclosed_public_already',
    people: 7,
    daysAgo: 150,
    title: '城东片区小学学区划分方案',
    asks: '城东片区小学学区划分方案及其论证、听证材料',
  },
] as const;
const openings = ['申请公开', '本人申请获取', '请依法公开', '要求公开', ''];

const planCrowds = (planning: Planning, share: number): readonly PlannedCase[] =>
  crowds.flatMap(({ agency, outcome, people, daysAgo, title, asks }, crowd) =>
    Array.from({ length: Math.ceil(people * share) }, (_, index) =>
      planCase(planning, {
        agency,
        outcome,
        start: {
          day: addDays(planning.today, -daysAgo + Math.floor(index * 1.7)),
          minute: minuteOf(planning.random),
        },
        applicant: planning.applicants.people[100 + crowd * 20 + index]!,
        matter: { title, description: `${openings[index % openings.length]}${asks}。` },
      }),
    ),
  );

/** One who applies far more often than is reasonable (条例第三十五条、第四十二条). */
const planFlood = (planning: Planning, share: number): readonly PlannedCase[] => {
  const { calendar, today, applicants, random } = planning;
  // Within one calendar month, which is what the fee counts.
  const month = addDays(`${today.slice(0, 7)}-01` as CivilDate, -85).slice(0, 7);
  return Array.from({ length: Math.ceil(16 * share) }, (_, index) =>
    planCase(planning, {
      agency: 'shijian',
      outcome:
        index < 9
          ? 'disclosed_provided'
          : index % 3 === 0
            ? 'not_processed_complaint'
            : 'not_processed_excessive',
      start: {
        day: addWorkingDays(calendar, `${month}-01` as CivilDate, 1 + index).date,
        minute: minuteOf(random),
      },
      applicant: applicants.people[3]!,
      path: { channel: 'internet', way: 'electronic', isOnTheSpot: false },
    }),
  );
};

/** How many come day by day; with crowds, a flood and what is under way today there are some 70 more. */
const everydayCases = 570;

/**
 * Every application of 云山区 up to `now` in the order in which they came, the same for the same day. `share`: how much
 * of them; what stands somewhere today is there at one agency at least.
 */
export const planCases = (calendar: Calendar, now: Date, share = 1): readonly PlannedCase[] => {
  const today = civilDateInShanghai(now.getTime());
  const planning: Planning = {
    calendar,
    random: openRandom(seed),
    applicants: inventApplicants(seed),
    today,
  };
  return [
    ...planEverydayCases(planning, Math.round(everydayCases * share)),
    ...planCrowds(planning, share),
    ...planFlood(planning, share),
    ...planCasesOfToday(planning, share),
  ]
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
};
