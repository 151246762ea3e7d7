import type { Claim } from '../claim.ts';
import { compareWithTable, counts } from '../compare-with-table.ts';
import { type NarrativeRule, sameFigures } from './narrative-rule.ts';

export const requestsCarriedOut: NarrativeRule = {
  id: 'narrative.requestsCarriedOut',
  family: 'narrative',
  title: '正文的结转下年度数与表三一致',
  source: sameFigures,
  severity: 'error',
  *check(report, claims) {
    const carriedOut = counts(claims).filter(({ quantity }) => quantity === 'carriedOut');
    const stated = carriedOut.filter(({ ofAll }) => !ofAll);
    yield* compareWithTable(report, stated, () => true);
    // 结转下年1件 … 均已办结: those that were due.
    if (stated.some(({ value, period }) => value !== '0' && period === 'this')) return;
    const [done, answered] = [true, false].map((ended): readonly Claim[] =>
      carriedOut.filter(({ ofAll, acts }) => ofAll && acts.includes('conclude') === ended),
    );
    yield* compareWithTable(report, done ?? [], () => true);
    // 均在法定期限内答复 may leave out what was not yet due.
    for (const draft of compareWithTable(report, answered ?? [], () => true))
      yield { ...draft, severity: 'notice' };
  },
};
