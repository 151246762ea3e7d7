import type {
  LetterDocument,
  LetterInput,
  LetterPreview,
  LetterTemplateId,
  TakenStep,
} from '@gongkai/contract';
import {
  checkEdited,
  fillTemplate,
  type Missing,
  type SlotValues,
  slots,
  slotsToFill,
  slotValuesSchema,
  type Template,
} from '@gongkai/reply-document';
import { formatDocumentNumber, replyTemplates } from '@gongkai/statute';
import type { Db } from '../../platform/database/open-database.ts';
import { Refusal } from '../../platform/refusal.ts';
import { valuesOfCase } from './case-values.ts';
import { earlierReply } from './earlier-reply.ts';
import type { LetterRecord } from './letter-record.ts';
import { organOf } from './organ-of.ts';
import { valuesOfStep } from './step-values.ts';

/** Dates, sums and numbers are the record's: a letter never says other ones. */
const fixed: ReadonlySet<string> = new Set([
  'documentNumber',
  'addressee',
  'date',
  'addressAs',
  'receivedOn',
  'requestNumber',
  'queryCode',
  'replyDue',
  'correctedOn',
  'extendedNoticeOn',
  'extensionDays',
  'extendedDue',
  'delayedDue',
  'correctionDays',
  'correctionDue',
  'correctionServedOn',
  'feeScheme',
  'feeLines',
  'feeAmount',
  'feeServedOn',
  'paymentDue',
  'consultedOn',
  'withdrawnOn',
  'earlierReplyOn',
  'earlierReplyNumber',
]);

type Values = Readonly<Record<string, unknown>>;

/** What the letter is about: a step with what is given with it. */
export interface LetterOf {
  readonly step: TakenStep;
  readonly given: Values;
  /** Null: there is none yet. */
  readonly number: string | null;
  readonly extra?: SlotValues;
}

/** A letter made from its record, or what it lacks. */
export interface MadeLetter {
  readonly slots: LetterPreview['slots'];
  /** As the template makes it; null where something is missing. */
  readonly generated: LetterDocument | null;
  /** As it goes out: with the officer's edits. */
  readonly document: LetterDocument | null;
  readonly missing: readonly Missing[];
  /** What edits took away that must stay. */
  readonly problems: readonly string[];
}

/** Stands in for a number that is only taken when the letter goes out. */
const pending = formatDocumentNumber({ code: '待编', year: 2019, serial: 1 });

/** Without what is blank. */
const withoutBlanks = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([slot, value]): [string, unknown] => [
        slot,
        Array.isArray(value) ? value.filter((entry: string) => entry.trim() !== '') : value,
      ])
      .filter(([, value]) => (typeof value === 'string' ? value.trim() !== '' : (value as []).length > 0)),
  );

/** A list where a text belongs, or the other way round. Throws `Refusal` LETTER_EDIT_WRONG. */
const refuseMistyped = (values: LetterInput['values']): void => {
  const wrong = slots.find(
    ({ id }) => Object.hasOwn(values, id) && !slotValuesSchema.safeParse({ [id]: values[id] }).success,
  );
  if (wrong)
    throw new Refusal(
      'invalid',
      'LETTER_EDIT_WRONG',
      `文书的“${wrong.label}”${wrong.type === 'list' ? '应当逐条填写' : '应当是一段文字'}，请按接口说明填写。`,
      `letter.values.${wrong.id}`,
    );
};

/** Only title, body and enclosures are the officer's to word; the frame comes from the record each time. */
const withEdits = (
  generated: LetterDocument,
  { title, body, enclosures }: LetterDocument,
): LetterDocument => ({
  ...generated,
  title,
  body,
  enclosures,
});

const isFor = (template: LetterTemplateId, to: string): boolean =>
  replyTemplates.find(({ id }) => id === template)?.to === to;

/**
 * Makes the letter of a step: what the case and the step say goes into the slots by itself, what only the officer
 * knows is `letter.values`; these may reword what the record says, but for dates, sums and numbers. Throws `Refusal`
 * LETTER_EDIT_WRONG where a value is of the wrong kind.
 */
export const makeLetter = async (
  db: Db,
  record: LetterRecord,
  template: Template,
  { step, given: input, number, extra = {} }: LetterOf,
  letter: Pick<LetterInput, 'values' | 'edited'>,
): Promise<MadeLetter> => {
  refuseMistyped(letter.values);
  const { values: fromStep, ofStep, notOfCase } = valuesOfStep(record, step, input);
  const earlier = await earlierReply(db, record.found, input.earlierRequestId);
  const fromCase: Values = Object.fromEntries(
    Object.entries({ ...valuesOfCase(record), ...earlier }).filter(
      ([slot]) => !notOfCase.includes(slot) && (slot !== 'addressee' || isFor(template.kind, 'applicant')),
    ),
  );
  const known: Values = {
    ...fromCase,
    ...fromStep,
    ...extra,
    date: record.on,
    ...(number !== null && { documentNumber: number }),
  };
  const own = withoutBlanks(
    Object.fromEntries(Object.entries(letter.values).filter(([slot]) => !(fixed.has(slot) && slot in known))),
  );
  // What was emptied on purpose is empty, even where the case had something.
  const emptied = Object.keys(letter.values).filter((slot) => !(slot in own) && !fixed.has(slot));
  const values: Values = {
    ...Object.fromEntries(Object.entries(known).filter(([slot]) => !emptied.includes(slot))),
    ...own,
  };

  const filled = fillTemplate(template, {
    values: { documentNumber: pending, ...values } as SlotValues,
    organ: organOf(record.agency),
    ...(record.routeChoices && { routeChoices: record.routeChoices }),
  });
  const generated = filled.ok
    ? ({ ...filled.document, number: number === null ? null : filled.document.number } as LetterDocument)
    : null;
  const edited = generated && letter.edited ? withEdits(generated, letter.edited) : null;
  const sourceOf = (slot: string): LetterPreview['slots'][number]['source'] => {
    if (slot in letter.values) return 'given';
    if (ofStep.includes(slot)) return 'step';
    return slot in known ? 'case' : 'given';
  };
  return {
    slots: slotsToFill(template)
      .filter(
        ({ slot: { id }, need }) =>
          id !== 'documentNumber' &&
          id !== 'basis' &&
          // What only the record can say, and does not, is nobody's to write.
          (need === 'needed' || id in known || !fixed.has(id)),
      )
      .map(({ slot, need }) => ({
        id: slot.id,
        label: slot.label,
        type: slot.type,
        hint: slot.hint,
        article: slot.article,
        required: need === 'needed',
        options: [...(slot.options ?? [])],
        isKnown: slot.id in known,
        canChange: !(fixed.has(slot.id) && slot.id in known),
        value: (values[slot.id] as string | string[] | undefined) ?? null,
        source: sourceOf(slot.id),
      })),
    generated,
    document: edited ?? generated,
    missing: filled.ok ? [] : filled.missing,
    problems: generated && edited ? checkEdited(generated as never, edited as never) : [],
  };
};
