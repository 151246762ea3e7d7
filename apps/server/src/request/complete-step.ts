import type { StepInput, TakenStep } from '@gongkai/contract';
import { civilDate, itemFee, pageFee } from '@gongkai/statute';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Case } from './load-case.ts';
import { itemsBefore } from './month-items.ts';
import type { Texts } from './seal-texts.ts';
import type { StepFacts } from './step.ts';
import type { Situation } from './step-definition.ts';
import { handBefore } from './steps-allowed.ts';
import { takeNumber } from './take-number.ts';

interface Completing {
  readonly db: Db;
  readonly now: Date;
  readonly found: Case;
  readonly situation: Situation;
  /** The day it happened. */
  readonly on: string;
}

/** What is kept of a step: facts in clear, texts encrypted. */
export interface Kept<S extends TakenStep> {
  readonly facts: StepFacts[S];
  readonly texts: Texts;
}

type Complete = {
  readonly [S in TakenStep]?: (input: StepInput<S>, given: Completing) => Kept<S> | Promise<Kept<S>>;
};

const incomplete = (message: string): Refusal => new Refusal('invalid', 'STEP_INCOMPLETE', message);

const numerals = '一二三四五六七八九十';

/** 第三方（一）: the name of a third party may be a person's, so the clock and the record have an ordinal. */
const labelOf = ({ party, name }: StepInput<'consult'>, { consultations }: Situation['facts']): string => {
  const asked = consultations.filter((one) => one.party === 'third_party').length;
  if (party === 'third_party') return `第三方（${numerals[asked] ?? asked + 1}）`;
  const same = consultations.filter(({ label }) => label === name || label.startsWith(`${name}（第`)).length;
  return same === 0 ? name : `${name}（第${same + 1}次）`;
};

/** 条例第三十六条第（六）项: the same applicant's, and answered already. */
const checkEarlier = async ({ db, found: { row } }: Completing, earlierId: string): Promise<void> => {
  const earlier = await db
    .selectFrom('request')
    .select(['identity_index', 'phone_index', 'outcome'])
    .where('agency_id', '=', row.agency_id)
    .where('id', '=', earlierId)
    .where('id', '<>', row.id)
    .executeTakeFirst();
  const same = (a: Buffer | null | undefined, b: Buffer | null): boolean => !!a && !!b && a.equals(b);
  if (
    !earlier?.outcome ||
    !(same(earlier.identity_index, row.identity_index) || same(earlier.phone_index, row.phone_index))
  )
    throw incomplete('所写的不是同一申请人在本机关已经办结的申请，请从列出的以往申请中选择。');
};

/**
 * 先审查、后公开 (条例第十七条): what is given at once has been through review before, for an application that was
 * answered by providing it.
 */
const checkProvided = async ({ db, found: { row } }: Completing, earlierId: string): Promise<void> => {
  const earlier = await db
    .selectFrom('request')
    .innerJoin('request_step as step', (join) =>
      join.onRef('step.agency_id', '=', 'request.agency_id').onRef('step.request_id', '=', 'request.id'),
    )
    .select('request.id')
    .where('request.agency_id', '=', row.agency_id)
    .where('request.id', '=', earlierId)
    .where('request.id', '<>', row.id)
    .where('request.outcome', '=', 'disclosed_provided')
    .where('step.step', '=', 'review_secrecy')
    .executeTakeFirst();
  if (!earlier) throw incomplete('所写的不是本机关经保密审查、已经提供过信息的申请，请核对。');
};

/** What the measure counts is counted here; fewer may be charged for, more may not. */
const checkedBefore = async (db: Db, found: Case, given: number | null): Promise<number> => {
  const counted = await itemsBefore(db, found);
  if (given !== null && given > counted)
    throw incomplete(`同一申请人当月在这件之前只有 ${counted} 件申请，不能按已有 ${given} 件计算。`);
  return given ?? counted;
};

const markOf = ({ situation }: Completing): { readonly samePerson?: 'drafter' | 'passer' } => {
  const before = handBefore(situation);
  return before === null ? {} : { samePerson: before };
};

const replyNumber = async ({ db, found: { row }, on }: Completing): Promise<string> =>
  (await takeNumber(db, row.agency_id, 'reply', Number(on.slice(0, 4)))).number;

const complete: Complete = {
  confirm_receipt: ({ unreachable }) => ({ facts: { unreachable }, texts: {} }),
  ask_for_correction: ({ workingDays, matter }) => ({ facts: { workingDays }, texts: { matter } }),
  record_notice_received: ({ notice }) => ({ facts: { notice }, texts: {} }),
  consult: (input, { now, situation }) => ({
    facts: {
      consultationId: newId(now.getTime()),
      party: input.party,
      label: labelOf(input, situation.facts),
    },
    texts: { name: input.name, matter: input.matter },
  }),
  record_consultation_delivery: ({ consultationId }) => ({ facts: { consultationId }, texts: {} }),
  record_opinion: ({ consultationId, answer, opinion }) => ({
    facts: { consultationId, answer },
    texts: { opinion },
  }),
  close_consultation: ({ consultationId, reason }) => ({ facts: { consultationId }, texts: { reason } }),
  propose_extension: ({ workingDays, reason }) => ({ facts: { workingDays }, texts: { reason } }),
  issue_fee_notice: async ({ scheme, quantity, before: given, reason }, { db, found, on }) => {
    const before = scheme === 'item' ? await checkedBefore(db, found, given) : 0;
    const fee = scheme === 'item' ? itemFee(before, quantity, on) : pageFee(quantity, on);
    if (!fee.ok) throw incomplete(fee.reason);
    if (Number(fee.value.amount) === 0) throw incomplete('这个数量不收费，不必发出收费通知。');
    return { facts: { scheme, quantity, before, amount: fee.value.amount }, texts: { reason } };
  },
  set_delay: ({ until, reason }) => ({ facts: { until: civilDate(until) }, texts: { reason } }),
  draft_decision: async ({ outcome, earlierRequestId, withheld, reply, reasons, rightAgency }, given) => {
    if (earlierRequestId) await checkEarlier(given, earlierRequestId);
    return {
      facts: { outcome, earlierRequestId, exemptions: [...new Set(withheld.map((part) => part.exemption))] },
      texts: { reply, reasons, rightAgency, ...(withheld.length > 0 && { withheld }) },
    };
  },
  review: ({ note }, given) => ({ facts: markOf(given), texts: { note } }),
  review_secrecy: ({ conclusion, basis }, given) => ({
    facts: { conclusion, ...markOf(given) },
    texts: { basis },
  }),
  approve: ({ note }, given) => ({ facts: markOf(given), texts: { note } }),
  sign: async (_, given) => ({ facts: { documentNumber: await replyNumber(given) }, texts: {} }),
  deliver: ({ way, proof }) => ({ facts: { way }, texts: { proof } }),
  rate_service: ({ score, comment }) => ({ facts: { score }, texts: { comment } }),
  answer_on_the_spot: async ({ outcome, way, reply, proof, earlierRequestId, letter }, given) => {
    if (earlierRequestId) await checkProvided(given, earlierRequestId);
    // An answer by word of mouth is no document and takes no number.
    const documentNumber = letter && (await replyNumber(given));
    return { facts: { outcome, way, earlierRequestId, documentNumber }, texts: { reply, proof } };
  },
  send_letter: ({ template, consultationId, matter }) => ({
    facts: { template, consultationId },
    texts: { matter },
  }),
};

/**
 * What the record keeps of a step. Whatever has no row above is text that somebody wrote: it goes under
 * encryption as a whole. Throws `Refusal` STEP_INCOMPLETE.
 */
export const completeStep = async <S extends TakenStep>(
  step: S,
  input: StepInput<S>,
  given: Completing,
): Promise<Kept<S>> => {
  const make = complete[step] as
    | ((input: StepInput<S>, given: Completing) => Kept<S> | Promise<Kept<S>>)
    | undefined;
  if (make) return make(input, given);
  const { on: _, letter: __, ...texts } = input as { readonly on?: string; readonly letter?: unknown };
  return { facts: {} as StepFacts[S], texts };
};
