import { type Agency, describeAgency, isGovernment } from '../agency-kind.ts';
import { quoteEvidence } from '../evidence.ts';
import type { Evidence, ReportRule } from '../rule.ts';
import { isSameAgency } from '../same-agency.ts';

const organ = '([\\p{Script=Han}]{2,24}?(?:人民政府办公室|人民政府|管理委员会|委员会|办事处|分局|局|厅))';

/** Places in the text where a report names its own organ, each with the word that must be there at all. */
const selfNaming: readonly (readonly [cue: string, RegExp])[] = [
  [
    '报告由',
    new RegExp(`(?:本报告|本年度报告|报告)由${organ}(?:办公室|办公厅)?(?:根据|依据|依照|按照|编制)`, 'gu'),
  ],
  ['现将', new RegExp(`现将${organ}(?=20\\d\\d年|年度|政府信息公开|政务公开)`, 'gu')],
  ['联系', new RegExp(`(?:疑问|咨询|问题)[，,]?\\s*请(?:直接)?与${organ}(?:\\S{0,12})联系`, 'gu')],
];

/** `2023年，市生态环境局坚持…` at the head of the overview: a department telling of itself. */
const telling =
  /^(?:20\d\d年(?:度|来)?(?:以来)?[，,]?)?([\p{Script=Han}]{2,16}?(?:委员会|局|厅))(?=坚持|认真|严格|始终|高度重视|按照|积极|深入|全面|切实|紧紧|扎实|以习近平)/gu;
const opened = ['', telling] as const;
const opensOverview = 2;

const generic = /[省市县区州旗乡镇人民政府办公室厅委员会局分处管理]/gu;

/** The place's name without its level, and the level: 海东|市. */
const split = (place: string): readonly [string, string] => [place.slice(0, -1), place.slice(-1)];

const placesConflict = (own: Agency, other: Agency): boolean =>
  other.places.some((place) => {
    const [stem, level] = split(place);
    return !own.name.includes(stem) && own.places.some((mine) => mine.endsWith(level));
  });

const haveLetterInCommon = (one: string, other: string): boolean => {
  const letters = one.replace(generic, '');
  return [...other.replace(generic, '')].some((letter) => letters.includes(letter));
};

/** A department of some other place, with no character in common: nobody's superior writes his report for him. */
const isStranger = (own: Agency, other: Agency): boolean =>
  other.kind === 'department' &&
  own.places.length > 0 &&
  other.places.length > 0 &&
  !haveLetterInCommon(own.name, other.name);

/** Bodies of which not one telling character is common: 生态环境局, 城市管理局. Old and short names still share some. */
const bodiesConflict = (own: Agency, other: Agency): boolean => {
  // A government's report is compiled by whichever of its organs runs disclosure: 行政审批局, 大数据局.
  if (isGovernment(own.kind)) return false;
  const [mine, theirs] = [own.name, other.body].map((name) => name.replace(generic, ''));
  return mine !== '' && theirs !== '' && !haveLetterInCommon(own.name, other.body);
};

export const otherAgencyName: ReportRule = {
  id: 'years.otherAgencyName',
  family: 'years',
  title: '正文自称的机关就是报告的机关',
  source: '沿用其他机关文稿时常见的疏漏：编制说明、联系方式处留下了别的机关名称。',
  severity: 'warning',
  *check({ agency, paragraphs }) {
    if (agency.name === '' || agency.kind === 'unknown') return;
    const opening = paragraphs.filter(({ section }) => section === 'overview').slice(0, opensOverview);
    // A government's overview may well begin with what one of its departments does.
    const tells = agency.kind === 'department' || agency.kind === 'branch' ? new Set(opening) : new Set();
    const strangers: { readonly name: string; readonly places: Evidence[] }[] = [];
    for (const paragraph of paragraphs)
      for (const [cue, pattern] of tells.has(paragraph) ? [...selfNaming, opened] : selfNaming) {
        if (!paragraph.text.includes(cue)) continue;
        for (const match of paragraph.text.matchAll(pattern)) {
          const name = match[1] ?? '';
          if (/^(?:我|本|该)/u.test(name)) continue;
          const other = describeAgency(name);
          if (!placesConflict(agency, other) && !bodiesConflict(agency, other) && !isStranger(agency, other))
            continue;
          const start = match.index + match[0].indexOf(name);
          const place = quoteEvidence(paragraph, start, start + name.length);
          const known = strangers.find((one) => isSameAgency(one.name, name));
          if (known) known.places.push(place);
          else strangers.push({ name, places: [place] });
        }
      }
    for (const { name, places } of strangers)
      yield {
        message: `报告的机关是${agency.name}，正文却写的是“${name}”${places.length > 1 ? `（共 ${places.length} 处）` : ''}，可能沿用了其他机关的文稿。`,
        places,
        expected: agency.name,
        found: name,
      };
  },
};
