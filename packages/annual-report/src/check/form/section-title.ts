import type { Evidence, ReportRule } from '../rule.ts';
import { isTitleOf, officialTitle } from './section-titles.ts';

const numeralOf = (title: string): string | null =>
  /^[\s#*（(]*([一二三四五六七八九十])/u.exec(title)?.[1] ?? null;

export const sectionTitle: ReportRule = {
  id: 'form.sectionTitle',
  family: 'form',
  title: '各部分的标题与格式一致',
  source: '国办公开办函〔2019〕60号、〔2021〕30号所附格式规定了六个部分的标题和序号。',
  severity: 'notice',
  years: [2019, null],
  *check({ report }) {
    const unnumbered: Evidence[] = [];
    for (const { id, title, place } of report.sections) {
      const official = officialTitle(id);
      const named = isTitleOf(id, title);
      const numeral = numeralOf(title);
      if (named && numeral === official[0]) continue;
      // Numerals lost in conversion are usually lost in all headings: one finding for all of them.
      if (named && numeral === null) {
        unnumbered.push({ what: official, value: title.trim(), place });
        continue;
      }
      const fault = named ? '序号不同' : '用语不同';
      yield {
        message: `标题“${title.trim()}”与格式规定的“${official}”${fault}。`,
        places: [{ what: official, value: title.trim(), place }],
        expected: official,
        found: title.trim(),
      };
    }
    const [first] = unnumbered;
    if (!first) return;
    yield {
      message: `以下标题缺少序号：${unnumbered.map(({ what }) => `“${what}”`).join('')}。`,
      places: unnumbered,
      expected: first.what,
      found: first.value,
    };
  },
};
