import { outcomes, type RemedySubject, type ReplyTemplateId } from '@gongkai/statute';
import type { SlotId } from '../slot/slots.ts';
import { outcomeRequirements } from './outcome-requirements.ts';
import { procedureRequirements } from './procedure-requirements.ts';

/** What a kind of document must hold, whoever words it. */
export interface RequirementRow {
  /** In a paragraph without a condition. */
  readonly always: readonly SlotId[];
  /** In some paragraph: printed where the fact is given. */
  readonly somewhere?: readonly SlotId[];
  /** Words that say what the law wants said. */
  readonly phrases?: readonly string[];
  /** Without a document number (文号) only where this says so. */
  readonly numberOptional?: boolean;
  /** Remedies of documents that are no outcome's reply. */
  readonly remedySubject?: RemedySubject;
}

export interface Requirements extends Required<Omit<RequirementRow, 'remedySubject'>> {
  /** Under which subject `findRemedy` is asked; `null` = the document names no remedies. */
  readonly remedySubject: RemedySubject | null;
}

const rows: Readonly<Record<ReplyTemplateId, RequirementRow>> = {
  ...procedureRequirements,
  ...outcomeRequirements,
};

const remedyOf = (kind: ReplyTemplateId, row: RequirementRow): RemedySubject | null =>
  row.remedySubject ?? outcomes.find(({ template }) => template === kind)?.remedy ?? null;

/** What a kind of document must hold; the remedies paragraph exactly where the law names remedies. */
export const requirementsOf = (kind: ReplyTemplateId): Requirements => {
  const row = rows[kind];
  const remedySubject = remedyOf(kind, row);
  return {
    always: remedySubject === null ? row.always : [...row.always, 'remedy'],
    somewhere: row.somewhere ?? [],
    phrases: row.phrases ?? [],
    numberOptional: row.numberOptional ?? false,
    remedySubject,
  };
};
