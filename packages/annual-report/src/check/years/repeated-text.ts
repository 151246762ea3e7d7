import type { YearsRule } from '../rule.ts';
import { indexText, leastText, percent, repetitionIn } from '../text/repeated-text.ts';

/** From here on a report is rather copied than written. */
const notable = 0.4;
const grave = 0.7;
const mostPassages = 20;

export const repeatedText: YearsRule = {
  id: 'years.repeatedText',
  family: 'years',
  title: '文字不照搬上年报告',
  source:
    '条例第五十条要求报告当年的工作、问题和改进；照搬上年文字，报告就失去意义（比较时不计数字和年份）。',
  severity: 'notice',
  *checkYears({ reports, pairs }) {
    const indexes = new Map(reports.map(({ facts }) => [facts, indexText(facts)]));
    for (const { year, before, after } of pairs) {
      const own = indexes.get(after.facts);
      const other = indexes.get(before.facts);
      if (!own || !other) continue;
      const { share, passages, length } = repetitionIn(own, other);
      if (length < leastText || share < notable) continue;
      yield {
        message: `${year} 年度报告的文字有 ${percent(share)} 与 ${year - 1} 年度报告相同${passages.length > 0 ? `，其中 ${passages.length} 段几乎整段相同` : ''}。`,
        places: passages.slice(0, mostPassages).map(({ section, text, place }) => ({
          what: '与上年相同的段落',
          value: null,
          quote: { section, text, mark: [0, text.length] },
          place,
          report: after.index,
        })),
        expected: null,
        found: percent(share),
        ...(share >= grave ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
