import { compare } from '../../../decimal.ts';
import type { Report } from '../../../report.ts';
import type { Share } from '../claim.ts';
import { claimEvidence } from '../compare-with-table.ts';
import { figuresOf } from '../figures.ts';
import { agrees, percentOf, show } from '../percent.ts';
import type { NarrativeRule } from './narrative-rule.ts';

/** Everything that the text may have divided by, the likeliest first. */
const wholesOf = (report: Report, { whole, others, part }: Share): readonly string[] => {
  const stated = [...(whole ? [whole] : []), ...others].filter(
    ({ period, unit, bound }) => period === 'this' && bound === 'exact' && unit === part.unit,
  );
  const values = stated.map(({ value }) => value);
  if (part.quantity === null) return values;
  const figures = figuresOf(report);
  const total = (...rows: readonly string[]) =>
    figures.total(
      '',
      rows.map((row) => `requests.${row}.total`),
    )?.value;
  const table = [total('received'), total('concluded'), total('received', 'carriedIn')];
  const review = /^(reconsideration|litigation)/.test(part.quantity);
  return [...values, ...(review ? [] : table.filter((value) => value !== undefined))];
};

export const shares: NarrativeRule = {
  id: 'narrative.shares',
  family: 'narrative',
  title: '正文的占比与数字相符',
  source: '占比由正文自己的两个数字算得，允许末位四舍五入或截去。',
  severity: 'error',
  *check(report, claims) {
    for (const claim of claims) {
      if (claim.kind !== 'share' || claim.bound !== 'exact' || claim.part.bound !== 'exact') continue;
      const wholes = wholesOf(report, claim).filter((value) => compare(value, claim.part.value) >= 0);
      const [first] = wholes;
      if (first === undefined) continue;
      const computed = percentOf(claim.part.value, first);
      if (computed === null) continue;
      const fits = wholes.some((whole) => {
        const percent = percentOf(claim.part.value, whole);
        return percent !== null && agrees(claim.percent, percent);
      });
      if (fits) continue;
      const certain = claim.whole !== null && claim.part.quantity !== null && claim.whole.quantity !== null;
      yield {
        message: `正文写 ${claim.part.value}${claim.part.unit}占 ${claim.percent}%，以 ${first}${claim.part.unit}为总数应为 ${show(computed, claim.percent)}。`,
        severity: certain ? 'error' : 'warning',
        places: [claimEvidence(claim), claimEvidence(claim.part)],
        expected: show(computed, claim.percent),
        found: `${claim.percent}%`,
      };
    }
  },
};
