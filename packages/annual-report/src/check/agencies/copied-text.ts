import type { PlacedReport } from '../facts.ts';
import type { AgenciesRule } from '../rule.ts';
import { indexText, leastText, percent, repetitionIn, type TextIndex } from '../text/repeated-text.ts';

/** Agencies of one region share policy sentences; from here on it is more than that. */
const notable = 0.5;
const grave = 0.85;
const mostPassages = 20;

/** Only one shingle in eight is used to find the pairs worth comparing in full. */
const isSample = (hash: number): boolean => (hash & 7) === 0;

interface Text {
  readonly report: PlacedReport;
  readonly index: TextIndex;
}

/** Pairs that share enough sampled shingles, found by one walk over an inverted index instead of every pair's texts. */
const candidates = (texts: readonly Text[]): readonly (readonly [number, number])[] => {
  const holders = new Map<number, number[]>();
  const sizes = texts.map(() => 0);
  texts.forEach(({ index }, at) => {
    for (const hash of index.all) {
      if (!isSample(hash)) continue;
      sizes[at] = (sizes[at] ?? 0) + 1;
      const list = holders.get(hash);
      if (list) list.push(at);
      else holders.set(hash, [at]);
    }
  });
  const shared = new Map<number, number>();
  for (const list of holders.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const key = (list[i] ?? 0) * texts.length + (list[j] ?? 0);
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  return [...shared].flatMap(([key, count]) => {
    const [i, j] = [Math.floor(key / texts.length), key % texts.length];
    const smaller = Math.min(sizes[i] ?? 0, sizes[j] ?? 0);
    return count >= smaller * notable * 0.7 ? [[i, j] as const] : [];
  });
};

export const copiedText: AgenciesRule = {
  id: 'agencies.copiedText',
  family: 'agencies',
  title: '不同机关的文字不互相照搬',
  source: '条例第五十条：报告应当反映本机关的工作；比较时不计数字和年份，不计编制说明和第六部分。',
  severity: 'notice',
  *checkAgencies({ parent, children }) {
    const texts = [parent, ...children].map((report): Text => ({ report, index: indexText(report.facts) }));
    for (const [i, j] of candidates(texts)) {
      const one = texts[i];
      const other = texts[j];
      if (!one || !other || one.report.facts.agency.name === other.report.facts.agency.name) continue;
      const [copy, source] = one.index.all.size <= other.index.all.size ? [one, other] : [other, one];
      const { share, passages, length } = repetitionIn(copy.index, source.index);
      if (length < leastText || share < notable) continue;
      const [a, b] = [copy, source].map(({ report }) => report.facts.report.agency ?? '未写明机关');
      yield {
        message: `${a}的报告文字有 ${percent(share)} 与${b}的报告相同${passages.length > 0 ? `，其中 ${passages.length} 段几乎整段相同` : ''}。`,
        places: passages.slice(0, mostPassages).map(({ section, text, place }) => ({
          what: `与${b}相同的段落`,
          value: null,
          quote: { section, text, mark: [0, text.length] },
          place,
          report: copy.report.index,
        })),
        found: percent(share),
        ...(share >= grave ? { severity: 'warning' as const } : {}),
      };
    }
  },
};
