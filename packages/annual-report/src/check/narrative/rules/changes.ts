import { compare, multiply, subtract } from '../../../decimal.ts';
import type { Change } from '../claim.ts';
import { claimEvidence } from '../compare-with-table.ts';
import { agrees, percentOf, show } from '../percent.ts';
import type { NarrativeRule } from './narrative-rule.ts';

interface Wrong {
  readonly message: string;
  readonly expected: string;
  readonly found: string;
}

const verb = ({ direction }: Change): string => (direction === 1 ? '增加' : '减少');

/** Last year's figure: as stated, or this year's less the increase. */
const wrongIn = (change: Change): Wrong | null => {
  const { now, before, delta, percent, direction } = change;
  const signed = (value: string): string => multiply(value, String(direction));
  if (before !== null && delta?.bound === 'exact') {
    const real = subtract(now.value, before.value);
    if (compare(real, signed(delta.value)) !== 0)
      return {
        message: `正文写由 ${before.value}${before.unit}到 ${now.value}${now.unit}，${verb(change)} ${delta.value}${now.unit}；两数之差为 ${real}。`,
        expected: signed(real),
        found: delta.value,
      };
  }
  if (percent === null || percent.bound !== 'exact') return null;
  const last = before?.value ?? (delta?.bound === 'exact' ? subtract(now.value, signed(delta.value)) : null);
  if (last === null || compare(last, '0') <= 0) return null;
  const computed = percentOf(signed(subtract(now.value, last)), last);
  if (computed === null || agrees(percent.value, computed)) return null;
  return {
    message: `正文写本年 ${now.value}${now.unit}、${verb(change)} ${percent.value}%；以上年 ${last}${now.unit}计算应为 ${show(computed, percent.value)}。`,
    expected: show(computed, percent.value),
    found: `${percent.value}%`,
  };
};

export const changes: NarrativeRule = {
  id: 'narrative.changes',
  family: 'narrative',
  title: '正文的增减与数字相符',
  source: '增减数和增减幅度由正文自己的数字算得：幅度以上年数为基数，允许末位四舍五入或截去。',
  severity: 'error',
  *check(_, claims) {
    for (const claim of claims) {
      if (claim.kind !== 'change' || claim.now.bound !== 'exact') continue;
      if (claim.before !== null && claim.before.bound !== 'exact') continue;
      const wrong = wrongIn(claim);
      if (wrong === null) continue;
      const certain = claim.now.quantity !== null && claim.now.certain;
      yield {
        ...wrong,
        severity: certain ? 'error' : 'warning',
        places: [claim, claim.now, ...(claim.before ? [claim.before] : [])].map(claimEvidence),
      };
    }
  },
};
