import type { AgencyInTree, Applicant, RequestContent } from '@gongkai/contract';
import {
  addMonths,
  type Calendar,
  type CivilDate,
  type Clock,
  civilDate,
  inChinese,
  type RouteChoices,
} from '@gongkai/statute';
import { readAgency } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Spine } from '../../platform/spine.ts';
import { calendarOf, clockOf } from '../case-clock.ts';
import type { Case, RequestRow } from '../load-case.ts';
import { itemsBefore } from '../month-items.ts';
import { openApplicant, openContent, openTexts, type Texts } from '../seal-texts.ts';
import type { Step } from '../step.ts';
import { providedNames } from './provided-names.ts';

/** A step of the record with what was written in it. */
export type DoneStep = Step & { readonly texts: Texts };

/** All that letters (文书) of a case are filled from. */
export interface LetterRecord {
  readonly found: Case;
  readonly steps: readonly DoneStep[];
  readonly applicant: Applicant | null;
  readonly content: RequestContent | null;
  readonly agency: AgencyInTree;
  readonly calendar: Calendar;
  readonly clock: Clock;
  /** The day of the letter. */
  readonly on: CivilDate;
  /** Names of the files that go along with the reply. */
  readonly provided: readonly string[];
  /** 申请的数量和频次, counted from the register. */
  readonly volume: string | null;
  /** 信息处理费管理办法第四条: items of the same applicant in the month before this one. */
  readonly itemsBefore: number;
  readonly routeChoices?: RouteChoices;
}

const stepsOf = async (
  { cipher }: Pick<Spine, 'cipher'>,
  db: Db,
  { row, steps }: Case,
): Promise<readonly DoneStep[]> => {
  const sealed = await db
    .selectFrom('request_step')
    .select(['position', 'sealed'])
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .execute();
  const texts = new Map(sealed.map((step) => [step.position, step.sealed]));
  return steps.map((step) => ({
    ...step,
    texts: openTexts(cipher, 'step', texts.get(step.position) ?? null),
  }));
};

/** How often the same applicant, known by identity or telephone, has applied within a year. */
const volumeOf = async (db: Db, row: RequestRow, on: CivilDate): Promise<string | null> => {
  const { identity_index, phone_index } = row;
  if (identity_index === null && phone_index === null) return null;
  const from = addMonths(on, -12);
  const { count } = await db
    .selectFrom('request')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('agency_id', '=', row.agency_id)
    .where('submitted_on', '>', from)
    .where('submitted_on', '<=', on)
    .where((e) =>
      e.or([
        ...(identity_index ? [e('identity_index', '=', identity_index)] : []),
        ...(phone_index ? [e('phone_index', '=', phone_index)] : []),
      ]),
    )
    .executeTakeFirstOrThrow();
  return `自${inChinese(from)}至${inChinese(on)}，向本机关提出申请${count}件`;
};

/** Reads what the letters of a case are filled from, as it stands on the day of the letter. */
export const readLetterRecord = async (
  spine: Spine,
  db: Db,
  found: Case,
  on: string,
): Promise<LetterRecord> => {
  const { row, steps } = found;
  const day = civilDate(on);
  const calendar = await calendarOf(db, row.agency_id);
  return {
    found,
    steps: await stepsOf(spine, db, found),
    applicant: openApplicant(spine.cipher, row.applicant),
    content: openContent(spine.cipher, row.content),
    agency: await readAgency(db, row.agency_id),
    calendar,
    clock: clockOf(steps, calendar, day),
    on: day,
    provided: await providedNames(spine, db, row),
    volume: await volumeOf(db, row, day),
    itemsBefore: await itemsBefore(db, found),
  };
};

/** The last step of a kind. */
export const lastStep = <S extends Step['step']>(
  steps: readonly DoneStep[],
  name: S,
): Extract<DoneStep, { readonly step: S }> | undefined =>
  steps.findLast(({ step }) => step === name) as Extract<DoneStep, { readonly step: S }> | undefined;
