import { compare } from '../../../decimal.ts';
import { claimEvidence, clauseOf, counts } from '../compare-with-table.ts';
import type { NarrativeRule } from './narrative-rule.ts';

/** The tables have no cell for the fee: only the text's own statements can contradict one another. */
export const processingFee: NarrativeRule = {
  id: 'narrative.processingFee',
  family: 'narrative',
  title: '信息处理费的说法前后一致',
  source:
    '国办公开办函〔2021〕30号所附格式：“其他需要报告的事项”报告收取信息处理费的情况；一份报告里的说法应当一致。',
  severity: 'error',
  *check(_, claims) {
    const said = counts(claims).filter(
      ({ quantity, period, scope, bound, certain }) =>
        quantity === 'processingFee' &&
        period === 'this' &&
        scope !== 'part' &&
        scope !== 'wide' &&
        bound === 'exact' &&
        certain,
    );
    const [first, ...rest] = said;
    const other = first && rest.find(({ value }) => compare(value, first.value) !== 0);
    if (!first || !other) return;
    const words = [first, other].map((claim) => `“${clauseOf(claim)}”`);
    yield {
      message: `关于信息处理费，一处写${words[0]}，另一处写${words[1]}，前后不一致。`,
      places: [claimEvidence(first), claimEvidence(other)],
      expected: first.value,
      found: other.value,
    };
  },
};
