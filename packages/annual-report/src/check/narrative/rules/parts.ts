import { compare, sum } from '../../../decimal.ts';
import type { Report } from '../../../report.ts';
import type { Severity } from '../../rule.ts';
import type { Claim, Parts } from '../claim.ts';
import { claimEvidence, counts } from '../compare-with-table.ts';
import { figuresOf } from '../figures.ts';
import type { NarrativeRule } from './narrative-rule.ts';

/**
 * 收到5件，其中予以公开…: the results may include what was carried over, so that the whole may be the new
 * ones and those together.
 */
const wholesOf = (report: Report, claims: readonly Claim[], { whole }: Parts): readonly string[] => {
  if (whole.quantity !== 'received') return [whole.value];
  const table = figuresOf(report).total('', ['requests.carriedIn.total'])?.value;
  const stated = counts(claims).filter(
    ({ quantity, period }) => quantity === 'carriedIn' && period === 'this',
  );
  const carried = [...(table === undefined ? [] : [table]), ...stated.map(({ value }) => value)];
  return [whole.value, ...carried.map((value) => sum([whole.value, value]))];
};

const severityOf = ({ complete, disjoint, parts, whole }: Parts): Severity => {
  if (!disjoint) return complete ? 'warning' : 'notice';
  return complete && [whole, ...parts].every(({ certain }) => certain) ? 'error' : 'warning';
};

export const parts: NarrativeRule = {
  id: 'narrative.parts',
  family: 'narrative',
  title: '正文的分项与总数相符',
  source: '同一句中的“其中”“包括”“分别”各项是总数的组成部分：列全的应当等于总数，没有列全的不应超过总数。',
  severity: 'error',
  *check(report, claims) {
    for (const list of claims) {
      if (list.kind !== 'parts') continue;
      // 主动公开1200条，其中网站800条、微信500条: one item is often published in several ways, hence a notice.
      const overlap = list.whole.quantity === null || list.whole.quantity === 'proactive';
      // One that equals the whole shows that they do: 发布100条，其中网站100条、微信60条.
      const equal = list.parts.some(({ value }) => compare(value, list.whole.value) === 0);
      if (!list.disjoint && !list.complete && equal) continue;
      const total = sum(list.parts.map(({ value }) => value));
      const wholes = wholesOf(report, claims, list);
      const fits = list.complete
        ? wholes.some((whole) => compare(total, whole) === 0)
        : wholes.some((whole) => compare(total, whole) <= 0);
      if (fits) continue;
      const figures = list.parts.map(({ value }) => value).join('+');
      const { whole } = list;
      yield {
        message: `正文写总数 ${whole.value}${whole.unit}，所列各项之和为 ${figures}=${total}，${list.complete ? '不等于总数' : `超过总数${overlap ? '；如各项有重复，应当说明' : ''}`}。`,
        severity: severityOf(list),
        places: [whole, ...list.parts].map(claimEvidence),
        expected: whole.value,
        found: total,
      };
    }
  },
};
