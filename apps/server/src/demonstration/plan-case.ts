import type { Applicant, SubmitRequest } from '@gongkai/contract';
import type { Calendar, CivilDate, OutcomeId } from '@gongkai/statute';
import { demonstrationAgencies, demonstrationGovernment, demonstrationOffice } from './agencies.ts';
import { chooseChannel, chooseMatter, choosePath, chooseWay } from './choose-path.ts';
import type { Applicants } from './invent-applicants.ts';
import type { Path } from './path.ts';
import { planFiles } from './plan-files.ts';
import type { PlannedCase } from './planned-case.ts';
import type { Random } from './random.ts';
import { tellCase } from './tell-case.ts';
import { dateOf, inHours, type Moment } from './working-hours.ts';

const agencies = new Map(
  [demonstrationGovernment, demonstrationOffice, ...demonstrationAgencies].map((one) => [one.key, one]),
);

/** What makes a case before it is told. */
export interface Beginning {
  readonly agency: string;
  readonly start: Moment;
  readonly outcome: OutcomeId;
  readonly applicant: Applicant;
  readonly matter?: { readonly title: string | null; readonly description: string };
  /** What is settled of the path already. */
  readonly path?: Partial<Path>;
  readonly repeats?: PlannedCase;
}

export interface Planning {
  readonly calendar: Calendar;
  readonly random: Random;
  readonly applicants: Applicants;
  readonly today: CivilDate;
}

const formOf = (way: Path['way'], random: Random): SubmitRequest['form'] =>
  way === 'electronic'
    ? 'electronic'
    : random.weighted([['paper', 12] as const, ['disc', 1] as const, ['inspection', 1] as const]);

/** Plans one case from its beginning; the hour of its start is moved to where its channel can have it. */
export const planCase = ({ calendar, random, today }: Planning, given: Beginning): PlannedCase => {
  const { agency, outcome, applicant, repeats = null } = given;
  const channel = given.path?.channel ?? chooseChannel(random);
  const way = given.path?.way ?? chooseWay(random, channel);
  const year = Number(given.start.day.slice(0, 4));
  const { name: agencyName, shortName } = agencies.get(agency)!;
  const matter = given.matter ?? chooseMatter(random, { agency, shortName, outcome, year });
  const chosen = choosePath(random, { outcome, matter: matter.title ?? matter.description, channel, way });
  const bringsProof = applicant.identity === null && channel === 'internet' && random.chance(0.5);
  const path: Path = { ...chosen, bringsProof, ...given.path, outcome, channel, way };
  // Online at any hour; everything else comes when the office is open.
  const start = channel === 'internet' ? given.start : inHours(calendar, given.start);
  const planned: PlannedCase = {
    agency,
    at: dateOf(start),
    channel,
    on: start.day,
    request: {
      applicant,
      content: { documentNumber: null, ...matter },
      form: formOf(way, random),
      way,
    },
    bySecond: random.chance(0.4),
    acts: tellCase(path, calendar, random, start),
    files: [],
    repeats,
  };
  return { ...planned, files: planFiles(planned, { agencyName, path, today }) };
};

/** The minute of a day at which people apply: mostly while offices are open. */
export const minuteOf = (random: Random): number =>
  random.chance(0.75) ? random.from(9 * 60, 17 * 60) : random.from(7 * 60, 23 * 60);
