import type { Citation } from '../citation/cite.ts';
import type { Confidence } from '../confidence.ts';
import type { RemedySubject } from '../remedy/remedy-rule.ts';
import type { ReplyTemplateId } from './reply-templates.ts';

/** The groups （一） to （六） of table 三, section 三、本年度办理结果. */
export const outcomeGroups = [
  'disclosed',
  'partial',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
] as const;

export type OutcomeGroup = (typeof outcomeGroups)[number];

export const outcomeGroupNames: Readonly<Record<OutcomeGroup, string>> = {
  disclosed: '予以公开',
  partial: '部分公开',
  refused: '不予公开',
  unavailable: '无法提供',
  notProcessed: '不予处理',
  otherHandling: '其他处理',
};

/** A row of table 三 that counts an outcome, named as the form names it: `refused.stateSecret`. */
export type ReportRowId = string;

/** A form of the annual report; they count outcomes in different rows. */
export type ReportFormId = '2019' | '2021';

/**
 * How a request comes to this end: the agency decides and replies, the law draws it from the
 * applicant's silence, or the applicant wants it.
 */
export type OutcomeOrigin = 'decision' | 'silence' | 'applicant';

/** A way in which a request ends (办理结果). A request has exactly one. */
export interface OutcomeRow {
  /** Stable; stored with requests. */
  readonly id: string;
  readonly name: string;
  readonly group: OutcomeGroup;
  readonly basis: readonly Citation[];
  /** Where each form counts it. */
  readonly rows: Readonly<Record<ReportFormId, ReportRowId>>;
  /** How sure the row is. */
  readonly confidence: Confidence;
  /** The rows of the form of 2021 that an agency may choose instead; empty where the law is settled. */
  readonly otherRows: readonly ReportRowId[];
  readonly template: ReplyTemplateId;
  readonly origin: OutcomeOrigin;
  /** Whether the law wants the reply to give reasons (说明理由). */
  readonly reasonsRequired: boolean;
  /** What else the reply must say, or the file must hold, each in a few words. */
  readonly mustState: readonly string[];
  /** Under which rule the reply names remedies; `null` = none are due. */
  readonly remedy: RemedySubject | null;
}
