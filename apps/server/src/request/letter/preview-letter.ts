import {
  type LetterInput,
  type LetterPreview,
  stepInputs,
  type TakenStep,
  takenSteps,
} from '@gongkai/contract';
import { type Template, writeHtml } from '@gongkai/reply-document';
import { replyTemplates } from '@gongkai/statute';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { loadCase } from '../load-case.ts';
import { actionOf } from '../steps-allowed.ts';
import { blankNumber } from '../take-number.ts';
import { returnedLetter, withReturned } from './letter-draft.ts';
import { letterOfStep } from './letter-of-step.ts';
import { readLetterRecord } from './letter-record.ts';
import { makeLetter } from './make-letter.ts';
import { templateFor } from './own-templates.ts';

/** What of a form is filled in so far and sound; the rest is as if it weren't there. */
const soundOf = (step: TakenStep, taken: Readonly<Record<string, unknown>>) => {
  const shape = stepInputs[step].shape as Readonly<
    Record<string, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>
  >;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      if (name === 'letter') return [];
      const { success, data } = schema.safeParse(taken[name]);
      return success && data !== undefined ? [[name, data]] : [];
    }),
  );
};

const seriesOf = (step: TakenStep) =>
  step === 'draft_decision' || step === 'answer_on_the_spot' ? 'reply' : 'letter';

/**
 * The letter that a step will make, while its form is being filled in: which slots it has and what fills them, what
 * is missing, how it will print. Null where the step makes no letter (yet). Changes nothing. Throws
 * `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND.
 */
export const previewLetter = async (
  spine: Spine,
  caller: Caller,
  {
    id,
    taken: { step: name, ...taken },
    letter: input,
  }: {
    readonly id: string;
    readonly taken: { readonly step: string } & Readonly<Record<string, unknown>>;
    readonly letter: LetterInput;
  },
): Promise<LetterPreview | null> => {
  const { db, cipher } = spine;
  const found = await loadCase(db, id);
  const { row, facts } = found;
  const step = takenSteps.find((one) => one === name);
  await permitReading(
    spine,
    caller,
    (step && actionOf(step, facts.state)) ?? 'request.handle',
    row.agency_id,
  );
  if (step === undefined) return null;
  const given = soundOf(step, taken);
  const kind = letterOfStep(step, given);
  if (kind === null) return null;
  const today = todayOf(spine.now());
  const on = typeof given.on === 'string' && given.on <= today ? given.on : today;
  const template: Template | null = await templateFor(db, row.agency_id, kind, on);
  if (template === null) return null;
  const returned = await returnedLetter({ db, cipher }, row, kind);
  const record = await readLetterRecord(spine, db, found, on);
  const letter = withReturned(input, returned);
  const made = await makeLetter(db, record, template, { step, given, number: null }, letter);
  return {
    template: kind,
    templateName: replyTemplates.find((one) => one.id === kind)!.name,
    slots: made.slots,
    generated: made.generated,
    document: made.document,
    html:
      made.document &&
      writeHtml({
        ...made.document,
        number: blankNumber(record.agency, seriesOf(step), Number(on.slice(0, 4))),
      }),
    missing: made.missing.map(({ slot, label, message, hint }) => ({ slot, label, message, hint })),
    problems: [...made.problems],
    earlier: returned?.isEdited ? returned.document : null,
  };
};
