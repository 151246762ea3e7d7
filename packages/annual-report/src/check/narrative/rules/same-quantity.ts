import { compare, subtract } from '../../../decimal.ts';
import type { Report } from '../../../report.ts';
import type { Claim, Count } from '../claim.ts';
import { bears, claimEvidence, clauseOf, counts } from '../compare-with-table.ts';
import { figuresOf } from '../figures.ts';
import { readingsOf } from '../table.ts';
import type { NarrativeRule } from './narrative-rule.ts';

const scopeKey = ({ scope }: Count): string => (scope === 'unstated' ? 'own' : scope);

/** Claims that say the same thing of the same body in the same words: 答复 and 办结 are not one. */
const keyOf = (claim: Count): string =>
  [
    claim.quantity,
    scopeKey(claim),
    claim.includesCarriedIn,
    claim.quantity === 'concluded' ? claim.acts.join() : '',
  ].join(' ');

const inTable = (report: Report, claim: Count): boolean => {
  for (const { value } of readingsOf(report, claim)) if (bears(claim, value)) return true;
  return false;
};

/** 新收10件 … 受理12件: 2 carried over make both right. */
const differByCarriedOver = (report: Report, claims: readonly Claim[], one: Count, other: Count): boolean => {
  if (one.quantity !== 'received') return false;
  const gap = subtract(one.value, other.value).replace('-', '');
  const table = figuresOf(report).total('', ['requests.carriedIn.total'])?.value;
  return (
    gap === table ||
    counts(claims).some(({ quantity, value }) => quantity === 'carriedIn' && compare(value, gap) === 0)
  );
};

const usable = (claim: Count): boolean =>
  claim.quantity !== null &&
  claim.quantity !== 'processingFee' &&
  claim.period === 'this' &&
  claim.scope !== 'part' &&
  claim.bound === 'exact' &&
  !claim.ofAll;

export const sameQuantity: NarrativeRule = {
  id: 'narrative.sameQuantity',
  family: 'narrative',
  title: '同一数字在正文各处一致',
  source: '正文前后对同一事项的数字应当相同。',
  severity: 'warning',
  *check(report, claims) {
    const first = new Map<string, Count>();
    const reported = new Set<string>();
    for (const claim of counts(claims)) {
      if (!usable(claim)) continue;
      const key = keyOf(claim);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, claim);
        continue;
      }
      if (compare(earlier.value, claim.value) === 0 || reported.has(key)) continue;
      if (inTable(report, earlier) && inTable(report, claim)) continue;
      if (differByCarriedOver(report, claims, earlier, claim)) continue;
      reported.add(key);
      const words = [earlier, claim].map((claim) => `“${clauseOf(claim)}”`);
      yield {
        message: `同一事项，正文一处写${words[0]}，另一处写${words[1]}，前后不一致。`,
        severity: earlier.certain && claim.certain ? 'warning' : 'notice',
        places: [claimEvidence(earlier), claimEvidence(claim)],
        expected: earlier.value,
        found: claim.value,
      };
    }
  },
};
