import { applicantKinds } from './rules/applicant-kinds.ts';
import { changes } from './rules/changes.ts';
import { charges } from './rules/charges.ts';
import { decisions } from './rules/decisions.ts';
import { documents } from './rules/documents.ts';
import { litigations } from './rules/litigations.ts';
import type { NarrativeRule } from './rules/narrative-rule.ts';
import { parts } from './rules/parts.ts';
import { processingFee } from './rules/processing-fee.ts';
import { procurement } from './rules/procurement.ts';
import { reconsiderations } from './rules/reconsiderations.ts';
import { requestOutcomes } from './rules/request-outcomes.ts';
import { requestsCarriedIn } from './rules/requests-carried-in.ts';
import { requestsCarriedOut } from './rules/requests-carried-out.ts';
import { requestsConcluded } from './rules/requests-concluded.ts';
import { requestsReceived } from './rules/requests-received.ts';
import { sameQuantity } from './rules/same-quantity.ts';
import { shares } from './rules/shares.ts';

/** Every rule about the narrative, in the order in which a report speaks of the things. */
export const narrativeRules: readonly NarrativeRule[] = [
  requestsReceived,
  requestsCarriedIn,
  requestsConcluded,
  requestsCarriedOut,
  requestOutcomes,
  applicantKinds,
  reconsiderations,
  litigations,
  documents,
  decisions,
  charges,
  procurement,
  processingFee,
  shares,
  changes,
  parts,
  sameQuantity,
];
