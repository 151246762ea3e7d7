import {
  type LetterDocument,
  type LetterInput,
  type LetterTemplateId,
  letterInputSchema,
  type TakenStep,
} from '@gongkai/contract';
import { requirementsOf } from '@gongkai/reply-document';
import { findRemedy } from '@gongkai/statute';
import { readAgency } from '../../agency/index.ts';
import type { Work } from '../../platform/act.ts';
import { newId } from '../../platform/database/new-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import type { Case } from '../load-case.ts';
import type { Step } from '../step.ts';
import { takeNumber } from '../take-number.ts';
import { returnedLetter, withReturned } from './letter-draft.ts';
import { letterOfStep } from './letter-of-step.ts';
import { readLetterRecord } from './letter-record.ts';
import { makeLetter } from './make-letter.ts';
import { organOf } from './organ-of.ts';
import { templateFor } from './own-templates.ts';
import { letterRowsOf, openSealedLetter, sealLetter } from './stored-letter.ts';

type Given = Readonly<Record<string, unknown>>;

const refuseMissing = (missing: readonly { readonly slot: string; readonly message: string }[]): void => {
  if (missing.length === 0) return;
  throw new Refusal(
    'invalid',
    'LETTER_INCOMPLETE',
    `文书还缺${missing.length}项内容：${missing.map(({ message }) => message.replace(/。$/, '')).join('；')}。`,
    missing.map(({ slot, message }) => ({ field: `letter.values.${slot}`, message })),
  );
};

const refuseProblems = (problems: readonly string[]): void => {
  if (problems.length === 0) return;
  throw new Refusal(
    'invalid',
    'LETTER_EDIT_WRONG',
    `修改后的文书还不能用：${problems.join('')}`,
    problems.map((message) => ({ field: 'letter.edited', message })),
  );
};

/** Replies wait for their number until they are signed; an answer on the spot has it from its step. */
const numberOf = async ({ db }: Work, { row }: Case, step: Step): Promise<string | null> => {
  if (step.step === 'draft_decision') return null;
  if (step.step === 'answer_on_the_spot' && step.facts.documentNumber) return step.facts.documentNumber;
  return (await takeNumber(db, row.agency_id, 'letter', Number(step.on.slice(0, 4)))).number;
};

const consultationOf = ({ facts }: Step): string | null =>
  (facts as { readonly consultationId?: string | null }).consultationId ?? null;

const issue = async (
  spine: Spine,
  work: Work,
  found: Case,
  step: Step,
  given: Given,
  input: LetterInput,
): Promise<void> => {
  const { db, now } = work;
  const { row } = found;
  const kind = letterOfStep(step.step as TakenStep, given);
  if (kind === null) return;
  const template = await templateFor(db, row.agency_id, kind, step.on);
  if (template === null)
    throw new Refusal(
      'invalid',
      'LETTER_INCOMPLETE',
      '这一天还没有这种文书的模板，请核对日期，或者不由系统制作文书。',
    );
  const returned = await returnedLetter({ db, cipher: spine.cipher }, row, kind);
  const letter = withReturned(input, returned);
  const record = await readLetterRecord(spine, db, found, step.on);
  // First whether it can be made at all: a number that is taken stands in the way of everybody else's.
  const tried = await makeLetter(
    db,
    record,
    template,
    { step: step.step as TakenStep, given, number: null },
    letter,
  );
  refuseMissing(tried.missing);
  refuseProblems(tried.problems);
  const number = await numberOf(work, found, step);
  const document: LetterDocument = { ...tried.document!, number };
  await db
    .insertInto('request_letter')
    .values({
      agency_id: row.agency_id,
      request_id: row.id,
      id: newId(now.getTime()),
      position: step.position,
      template: kind,
      consultation_id: consultationOf(step),
      state: step.step === 'draft_decision' ? 'draft' : 'issued',
      number,
      dated_on: step.on,
      title: document.title,
      document: sealLetter(spine.cipher, {
        document,
        values: letter.values,
        isEdited: letter.edited !== null,
      }),
      created_at: now,
    })
    .execute();
};

const setState = async (work: Work, { row }: Case, state: 'issued' | 'superseded'): Promise<void> => {
  await work.db
    .updateTable('request_letter')
    .set({ state })
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('state', '=', 'draft')
    .execute();
};

/** What went out and holds no longer. */
const takeBack = async (work: Work, { row }: Case, template: LetterTemplateId): Promise<void> => {
  await work.db
    .updateTable('request_letter')
    .set({ state: 'superseded' })
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('template', '=', template)
    .where('state', '=', 'issued')
    .execute();
};

/** The law of the day on which the reply is signed says what its remedies are. */
const remediesOn = (
  document: LetterDocument,
  date: string,
  organ: ReturnType<typeof organOf>,
): LetterDocument => {
  const subject = requirementsOf(document.kind).remedySubject;
  const found = subject === null ? null : findRemedy({ subject, date, organ });
  const text = found?.ok ? found.value.paragraph : '';
  if (text === '') return { ...document, date };
  const body = document.body.map((paragraph) =>
    paragraph.role === 'remedy' ? { ...paragraph, text } : paragraph,
  );
  return { ...document, date, body };
};

/** A reply gets number and date when it is signed (编号签发): those of the step. */
const sign = async (
  { cipher }: Spine,
  { db }: Work,
  { row }: Case,
  { on, facts: { documentNumber } }: Extract<Step, { readonly step: 'sign' }>,
): Promise<void> => {
  const draft = (await letterRowsOf(db, row)).findLast(({ state }) => state === 'draft');
  const kept = draft && openSealedLetter(cipher, draft);
  if (!kept) return;
  const organ = organOf(await readAgency(db, row.agency_id));
  const document = { ...remediesOn(kept.document, on, organ), number: documentNumber };
  await db
    .updateTable('request_letter')
    .set({ number: documentNumber, dated_on: on, document: sealLetter(cipher, { ...kept, document }) })
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('id', '=', draft.id)
    .execute();
};

/**
 * What a step does to the letters of its case, within the step's act and after its row is written: makes the letter
 * that goes with it (`given.letter`), numbers and dates the reply when it is signed, issues it when it is delivered,
 * and sets aside what came back or came to nothing. Throws `Refusal` LETTER_INCOMPLETE with every missing slot as a
 * field, LETTER_EDIT_WRONG: then the step isn't taken either.
 *
 * @param found the case with this step as its last
 * @param given what was given with the step, parsed
 */
export const issueLetter = async (
  spine: Spine,
  work: Work,
  found: Case,
  step: Step,
  given: Given,
): Promise<void> => {
  switch (step.step) {
    case 'sign':
      return sign(spine, work, found, step);
    case 'deliver':
      return setState(work, found, 'issued');
    case 'send_back':
    case 'withdraw':
      return setState(work, found, 'superseded');
    case 'waive_fee':
      return takeBack(work, found, 'fee_notice');
    default: {
      const letter = letterInputSchema.nullable().parse(given.letter ?? null);
      if (letter !== null) await issue(spine, work, found, step, given, letter);
    }
  }
};
