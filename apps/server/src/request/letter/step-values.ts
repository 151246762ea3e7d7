import type { StepInput, TakenStep } from '@gongkai/contract';
import { type SlotValues, sayWithheld } from '@gongkai/reply-document';
import { civilDate, feeSchemeNames, getExemption, itemFee, pageFee } from '@gongkai/statute';
import { clockOf } from '../case-clock.ts';
import type { Step } from '../step.ts';
import { withoutBlank } from './case-values.ts';
import { type DoneStep, type LetterRecord, lastStep } from './letter-record.ts';

type Given<S extends TakenStep> = Partial<StepInput<S>>;
/** By slot. Null: the step knows nothing of it, nor must the case say it; blank: the step's form will say it. */
type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>;

const lines = (text: string | undefined): readonly string[] =>
  text?.split('\n').filter((line) => line.trim() !== '') ?? [];

/** 条例第三十三条第二款: until when, once the applicant has been told on the day of the letter. */
const extendedDue = ({ found: { steps }, calendar, on }: LetterRecord): string | null => {
  if (steps.at(-1)?.step === 'notify_extension') return clockOf(steps, calendar, on).due;
  const told: Step = {
    step: 'notify_extension',
    position: steps.length + 1,
    on,
    personId: null,
    facts: {},
  };
  return clockOf([...steps, told], calendar, on).due;
};

const feeOf = (record: LetterRecord, { scheme, quantity, before }: Given<'issue_fee_notice'>): Values => {
  if (!scheme || !quantity) return { feeScheme: '', feeLines: [], feeAmount: '' };
  const fee =
    scheme === 'item'
      ? itemFee(before ?? record.itemsBefore, quantity, record.on)
      : pageFee(quantity, record.on);
  if (!fee.ok) return { feeScheme: feeSchemeNames[scheme], feeLines: [], feeAmount: '' };
  return {
    feeScheme: feeSchemeNames[scheme],
    feeLines: fee.value.lines.map(({ text }) => text),
    feeAmount: fee.value.amount,
  };
};

const decisionOf = (record: LetterRecord, given: Given<'draft_decision'>): Values => {
  const { outcome, reply, reasons, withheld = [], rightAgency } = given;
  const isTold = outcome === 'disclosed_public_already' || outcome === 'disclosed_access_told';
  return {
    reasons: reasons ?? '',
    accessHow: isTold ? (reply ?? '') : null,
    // Files that go along name themselves; without any, what the officer wrote.
    provided: record.provided.length > 0 ? record.provided : lines(reply ?? ''),
    enclosures: record.provided.length > 0 ? record.provided : null,
    publicInterest: outcome === 'disclosed_public_interest' ? (reasons ?? '') : null,
    withheldParts: withheld.map(({ what, exemption, reason }) =>
      sayWithheld({ part: what, basis: [getExemption(exemption).basis], reason }),
    ),
    responsibleAgency: rightAgency
      ? `${rightAgency.name}${rightAgency.contact ? `（${rightAgency.contact}）` : ''}`
      : '',
  };
};

/** The consultation that a letter is about: the one it names, else the only one or the last. */
const consultationOf = ({ steps }: LetterRecord, id: string | null | undefined) => {
  const consulted = steps.filter(
    (step): step is Extract<DoneStep, { readonly step: 'consult' }> => step.step === 'consult',
  );
  return id ? consulted.find(({ facts }) => facts.consultationId === id) : consulted.at(-1);
};

const sentOf = (record: LetterRecord, given: Given<'send_letter'>): Values => {
  const { template, matter, consultationId } = given;
  const consulted = consultationOf(record, consultationId);
  const party = String(consulted?.texts.name ?? '');
  switch (template) {
    case 'third_party_notice': {
      const id = consulted?.facts.consultationId;
      const opinion = record.steps.findLast(
        (step) => step.step === 'record_opinion' && step.facts.consultationId === id,
      );
      // In its own words; whether its reasons are sound is the agency's judgement.
      const answer =
        opinion?.step === 'record_opinion' &&
        (opinion.facts.answer === 'consents' ? '同意公开' : '不同意公开');
      const drafted = lastStep(record.steps, 'draft_decision');
      return {
        addressee: party,
        disclosedToo: matter,
        thirdPartyAnswer: answer ? `${answer}：${String(opinion?.texts.opinion ?? '')}` : null,
        publicInterest: typeof drafted?.texts.reasons === 'string' ? drafted.texts.reasons : null,
      };
    }
    case 'assistance_letter':
      return { addressee: consultationId ? party : null, assistance: matter };
    case 'transfer_letter':
      return { addressee: null, reasons: matter };
    default:
      return {};
  }
};

/** What is given with each step that makes a letter says for the letter's slots; null takes away what the case says. */
const valuesOf: {
  readonly [S in TakenStep]?: (record: LetterRecord, given: Given<S>) => Values;
} = {
  ask_for_correction: (_, { workingDays, matter }) => ({
    correctionItems: lines(matter),
    correctionDays: workingDays ? String(workingDays) : '',
  }),
  consult: (_, { name, matter }) => ({ addressee: name, consultedInformation: matter }),
  notify_extension: (record) => ({
    extendedDue: extendedDue(record),
    reasons: lastStep(record.steps, 'propose_extension')?.texts.reason as string | undefined,
  }),
  issue_fee_notice: feeOf,
  ask_for_reasons: (_, { matter }) => ({ reasonsMatter: matter }),
  set_delay: (_, { until, reason }) => ({ delayedDue: until && civilDate(until), reasons: reason }),
  draft_decision: decisionOf,
  answer_on_the_spot: (record, { outcome, reply }) => decisionOf(record, { outcome, reply } as never),
  send_letter: sentOf,
};

/**
 * What the step that is being taken says for the slots of its letter; `ofStep`: the slots that its form fills, if not
 * yet; `notOfCase`: those that the case must not fill.
 */
export const valuesOfStep = (
  record: LetterRecord,
  step: TakenStep,
  given: Readonly<Record<string, unknown>>,
): {
  readonly values: SlotValues;
  readonly ofStep: readonly string[];
  readonly notOfCase: readonly string[];
} => {
  const values = (valuesOf[step] as ((record: LetterRecord, given: unknown) => Values) | undefined)?.(
    record,
    given,
  );
  const slots = Object.keys(values ?? {});
  return {
    values: withoutBlank(values ?? {}),
    ofStep: slots.filter((slot) => values?.[slot] !== null),
    notOfCase: slots,
  };
};
