import type { Citation } from '../citation/cite.ts';
import type { Confidence } from '../confidence.ts';
import type { InForce } from '../in-force.ts';

/**
 * Against what a remedy is sought. Outcomes that share their remedies share a subject; two subjects are
 * no outcomes: `noReply` (the period ran out) and `thirdParty` (disclosed against its objection).
 */
export const remedySubjects = [
  'disclosed',
  'partial',
  'refused',
  'registryInquiry',
  'unavailable',
  'needsCreation',
  'notProcessed',
  'abandoned',
  'other',
  'noReply',
  'thirdParty',
] as const;

export type RemedySubject = (typeof remedySubjects)[number];

/**
 * - `reconsiderationFirst` (复议前置): reconsideration, and only then a court
 * - `either`: reconsideration or a court, as the person chooses
 * - `none`: nothing that a reply would have to name
 */
export const remedyRoutes = ['reconsiderationFirst', 'either', 'none'] as const;

export type RemedyRoute = (typeof remedyRoutes)[number];

/** Which way is open against a subject, while the law stands so. */
export interface RemedyRule extends InForce {
  readonly subject: RemedySubject;
  readonly route: RemedyRoute;
  /** Named in the paragraph, as far as in force on the day of the reply. */
  readonly basis: readonly Citation[];
  readonly confidence: Confidence;
}
