import type { Citation } from '../citation/cite.ts';
import type { Confidence } from '../confidence.ts';
import type { CourtLevel } from './reconsideration-bodies.ts';
import type { RemedyPeriods } from './remedy-periods.ts';
import type { RemedyRoute, RemedySubject } from './remedy-rule.ts';
import type { BodyRole } from './replying-organ.ts';

/** A body that may be asked to reconsider. */
export interface ReconsiderationBody {
  readonly role: BodyRole;
  readonly name: string;
}

/** The remedies against one reply: the facts, and the paragraph that the reply must carry. */
export interface Remedy {
  readonly subject: RemedySubject;
  readonly route: RemedyRoute;
  /** One, or several to choose from. Empty where the route is `none`. */
  readonly bodies: readonly ReconsiderationBody[];
  readonly court: { readonly level: CourtLevel; readonly name: string; readonly basis: Citation };
  readonly periods: RemedyPeriods;
  /** Why this way: in force on the day of the reply. */
  readonly basis: readonly Citation[];
  /** Why these bodies. */
  readonly bodyBasis: Citation;
  readonly stateCouncilAfter: Citation | null;
  readonly confidence: Confidence;
  /** For the reply, in official wording; empty where the route is `none`. */
  readonly paragraph: string;
}
