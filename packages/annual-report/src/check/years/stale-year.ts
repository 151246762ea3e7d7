import { quoteEvidence } from '../evidence.ts';
import type { ReportRule } from '../rule.ts';

/** How far back a forgotten year is looked for. */
const reach = 5;

// Words with which a sentence rightly speaks of an earlier year.
const legitimate =
  /同比|相比|相较|较(?:上|去|20)|比(?:上|去)年|上年|去年|往年|以来|以后|之后|结转|延续|截至|截止|自20|从20|修订|修正|施行|印发|发布的|规划|挂牌|成立|组建|机构改革|整改|反馈|考核|评估|审计|决算|预算|被评为|荣获|获评|获得|入选/u;

/** `2019年，我局…`: a year as the time of all that the sentence tells. */
const opening = /(?:^|[。！？\n])\s*(20\d\d)\s*年(?:度|来)?(?:以来)?\s*[，,、]?\s*(?=\S{4})/gu;
/** Opening with an earlier year is also right where the sentence turns to the report of that year or to this year. */
const lookingBack = /今年|本年|当年|年报|年度报告|存在的|提出的|问题/u;
/** `现将…2019年度…报告如下`: what the report says it is. Having published last year's report is legitimate. */
const naming =
  /(?:现将|现就)[^。；\n]{0,40}?(20\d\d)\s*年(?:度)?[^。；\n]{0,40}?(?:报告|汇报|公布|公告|总结|通报)如下/gu;

/** `2022年我局未收取信息处理费` in section 六: the one statement there that is of the report's own year. */
const charging = /(20\d\d)\s*年(?:度)?[^。；\d]{0,14}(?:收取|收费|处理费)/gu;

export const staleYear: ReportRule = {
  id: 'years.staleYear',
  family: 'years',
  title: '正文没有留下往年的年份',
  source: '沿用上年文稿时常见的疏漏：以往年年份开头叙述本年工作。比较、文号、书名号内和计划中的年份不算。',
  severity: 'warning',
  years: [2019, null],
  *check({ report: { year }, paragraphs, text: all }) {
    if (year === null) return;
    const earlier = Array.from({ length: reach }, (_, back) => String(year - 1 - back));
    if (!earlier.some((mention) => all.includes(mention))) return;
    for (const paragraph of paragraphs) {
      const { text } = paragraph;
      const told = new Set<number>();
      if (!earlier.some((mention) => text.includes(mention))) continue;
      const patterns = paragraph.section === 'other' ? [opening, naming, charging] : [opening, naming];
      for (const pattern of patterns)
        for (const match of text.matchAll(pattern)) {
          const isNaming = pattern === naming;
          const found = Number(match[1]);
          if (found >= year || found < year - reach) continue;
          const start = match.index + match[0].indexOf(match[1] ?? '');
          const stop = text.indexOf('。', start);
          const sentence = text.slice(start, stop < 0 ? text.length : stop);
          // The sentence speaks of both years, of a later one, or of the earlier one on purpose.
          if (legitimate.test(sentence) || sentence.includes(String(year))) continue;
          if (!isNaming && lookingBack.test(sentence)) continue;
          if (/[《〔][^》〕]*$/u.test(text.slice(0, start))) continue;
          if (told.has(start)) continue;
          told.add(start);
          yield {
            message: isNaming
              ? `${year} 年度报告的正文自称是 ${found} 年度的报告，可能沿用了往年的文稿。`
              : pattern === charging
                ? `${year} 年度报告在“六、其他需要报告的事项”中报告的是 ${found} 年的收费情况，可能是往年文稿留下的年份。`
                : `${year} 年度报告的正文有一句以“${found}年”开头叙述工作，可能是往年文稿留下的年份。`,
            places: [quoteEvidence(paragraph, start, start + 4)],
            expected: String(year),
            found: String(found),
          };
        }
    }
  },
};
