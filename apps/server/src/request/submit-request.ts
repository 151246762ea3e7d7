import type { IntakeChannel, RegisterRequest, SubmitRequest } from '@gongkai/contract';
import { type Calendar, type CivilDate, checkIdentity, inChinese, isCivilDate } from '@gongkai/statute';
import { actAs, type Caller, permit, readAgencyCalendar, workRow } from '../agency/index.ts';
import { act, type Work } from '../platform/act.ts';
import { newId } from '../platform/database/new-id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { clockOf, todayOf } from './case-clock.ts';
import { readFacts } from './facts.ts';
import { attachFiles, placeFiles } from './file/keep-files.ts';
import type { NewCaseFile } from './file/receive-case-file.ts';
import { searchRow } from './list/search-row.ts';
import { waitingOf } from './list/waiting-of.ts';
import { mailApplicant } from './mail-applicant.ts';
import { matterIndex, personIndexes } from './person-indexes.ts';
import { queryCode } from './query-code.ts';
import { readClockPolicy } from './request-settings.ts';
import { sealTexts } from './seal-texts.ts';
import type { Step } from './step.ts';
import { takeNumber } from './take-number.ts';
import { workOf } from './work-of.ts';
import { stepRow } from './write-step.ts';

/** What whoever submitted keeps: with both the application can be followed. */
export interface Receipt {
  readonly id: string;
  readonly number: string;
  readonly queryCode: string;
}

type Made = Omit<Receipt, 'queryCode'>;

const checkedIdentity = (
  { applicant: { identity } }: Pick<SubmitRequest, 'applicant'>,
  today: string,
): SubmitRequest['applicant']['identity'] => {
  if (identity === null) return null;
  const checked = checkIdentity(identity.kind, identity.number, today);
  if (!checked.ok)
    throw new Refusal('invalid', 'IDENTITY_WRONG', checked.reason, 'applicant.identity.number');
  return { kind: identity.kind, number: checked.value };
};

/** The calendar of an agency that is there: applications are made to no other (条例第二十七条). */
const calendarOfOpen = async ({ db }: Work, agencyId: string): Promise<Calendar> => {
  const agency = await readAgencyCalendar(db, agencyId);
  if (!agency?.isOpen)
    throw new Refusal(
      'not_found',
      'AGENCY_NOT_OPEN',
      '这个单位不存在或已撤销，请选择在用的单位。',
      'agencyId',
    );
  return agency.calendar;
};

/** How it came: by which channel, on which day, entered by whom, with which files. */
interface Coming {
  readonly channel: IntakeChannel;
  readonly on: CivilDate;
  readonly personId: string | null;
  readonly files?: readonly NewCaseFile[];
}

/** All that can be known of an application before it has its number. */
const prepare = async (
  { cipher }: Spine,
  work: Work,
  { agencyId, content, form, way, ...request }: SubmitRequest,
  { channel, on, personId }: Coming,
) => {
  const { db, now } = work;
  const calendar = await calendarOfOpen(work, agencyId);
  const today = todayOf(now);
  const applicant = { ...request.applicant, identity: checkedIdentity(request, today) };
  const policy = await readClockPolicy(db);
  const submitted = { channel, ...(Object.keys(policy).length > 0 && { policy }) };
  const step: Step = { step: 'submit', position: 1, on, personId, facts: submitted };
  const facts = readFacts([step]);
  const clock = clockOf([step], calendar, today);
  const row = {
    agency_id: agencyId,
    id: newId(now.getTime()),
    year: Number(today.slice(0, 4)),
    state: facts.state,
    channel,
    applicant_kind: applicant.kind,
    form,
    way,
    applicant: sealTexts(cipher, 'applicant', applicant),
    content: sealTexts(cipher, 'content', content),
    ...personIndexes(cipher, applicant),
    matter_index: matterIndex(cipher, content),
    submitted_on: on,
    received_on: clock.received,
    due_on: clock.due,
    outcome: null,
    officer_id: null,
    drafted_by: null,
    waiting: waitingOf(facts, clock),
    created_at: now,
  };
  return { row, step, facts, clock };
};

const addRequest = async (
  spine: Spine,
  work: Work,
  request: SubmitRequest,
  coming: Coming,
): Promise<Made> => {
  const { db, now, record } = work;
  const { agencyId, applicant, content } = request;
  const { row: prepared, step, facts, clock } = await prepare(spine, work, request, coming);
  const files = await placeFiles(spine, work, coming.files ?? []);
  // From here to the end whoever applies to the same agency waits: nothing but writing, in few statements.
  const { serial, number } = await takeNumber(db, agencyId, 'registration', prepared.year);
  const row = { ...prepared, serial, number };
  await db
    .with('application', (insert) => insert.insertInto('request').values(row))
    .with('first_step', (insert) =>
      insert.insertInto('request_step').values(stepRow(spine, now, row, step, {})),
    )
    .with('to_do', (insert) =>
      insert.insertInto('work_item').values(workOf(row, facts, clock).map((one) => workRow(now, one))),
    )
    .insertInto('request_search')
    .values(searchRow(spine.cipher, row, applicant.name, content))
    .execute();
  await attachFiles(work, row, files, 'applicant');
  await mailApplicant(spine, work, row, step, clock);
  record({
    kind: 'request_submitted',
    agencyId,
    subject: { kind: 'request', id: row.id },
    article: '第二十九条',
    data: { number, channel: coming.channel, on: coming.on },
  });
  return { id: row.id, number };
};

const receiptOf = ({ cipher }: Spine, { id, number }: Made): Receipt => ({
  id,
  number,
  queryCode: queryCode(cipher, id),
});

/** Who submits online: a visitor, whose form carries the key that makes a second sending the same. */
export interface Submitter {
  readonly requestId: string | null;
  readonly once?: string | undefined;
  readonly asked?: string | undefined;
}

/**
 * Submits an application online (条例第二十九条). It waits for confirmation: what comes by internet is received on the
 * day both sides confirm (第三十一条第（三）项). Sent twice, it is received once and answered alike. Throws `Refusal`
 * AGENCY_NOT_OPEN, IDENTITY_WRONG.
 *
 * @param files what was received for that agency (`receiveApplicantFiles`): there with the application, or neither is
 */
export const submitRequest = async (
  spine: Spine,
  submitter: Submitter,
  request: SubmitRequest,
  files: readonly NewCaseFile[] = [],
): Promise<Receipt> =>
  receiptOf(
    spine,
    await act(
      {
        db: spine.db,
        actor: { kind: 'applicant', id: null, postId: null },
        now: spine.now,
        ...submitter,
      },
      (work) =>
        addRequest(spine, work, request, {
          channel: 'internet',
          on: todayOf(work.now),
          personId: null,
          files,
        }),
    ),
  );

/**
 * Registers an application that came by counter, letter, fax or another agency (条例第二十九条、第三十一条), under the day
 * it arrived. Throws `Refusal` as `submitRequest`, and STEP_DATE_WRONG.
 */
export const registerRequest = async (
  spine: Spine,
  caller: Caller,
  { channel, on, ...request }: RegisterRequest,
): Promise<Receipt> =>
  receiptOf(
    spine,
    await actAs(spine, caller, async (work) => {
      await permit(work.db, caller, 'request.register', request.agencyId);
      const today = todayOf(work.now);
      if (!isCivilDate(on) || on > today)
        throw new Refusal(
          'invalid',
          'STEP_DATE_WRONG',
          `到达的日期不能晚于今天（${inChinese(today)}）。`,
          'on',
        );
      const personId = caller.actor.kind === 'person' ? caller.actor.id : null;
      return addRequest(spine, work, request, { channel, on, personId });
    }),
  );
