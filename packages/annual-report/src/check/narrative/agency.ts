import type { Report } from '../../report.ts';

/** What the grammar must know of the body that reports, to tell 本机关 from 全市 and from its departments. */
export interface Reporter {
  readonly year: number | null;
  readonly agency: string | null;
  /** A government or the like: 全市 is its own figure, 市本级 a part of it. */
  readonly government: boolean;
  /** 司法局: it decides other people's 行政复议, so that a count of them is not one of complaints against it. */
  readonly reviewsOthers: boolean;
  /** Governments do so as well, besides being complained of. */
  readonly decidesReviews: boolean;
  /** Ways in which the text may name it, longest first. */
  readonly names: readonly string[];
}

const level = new Set('省市区县州旗盟镇乡');
/** 市政府办, 市政府信息: the name goes on, it is somebody or something else. */
const goesOn = new Set('办信网门公部各');
/** 街道办理, 政府办结: 办 is the verb. */
const isWork = new Set('理结公事案件复好');
/** 各街道, 该分局: not the one that reports. */
const others = new Set('各其该派下两个');

/** A name without what it begins with: 某街道办事处 of a government, 某分局 of an office. */
const lastPart = (agency: string): string | null => {
  const part = /(?:人民政府|局|委员会|厅)(.{2,}(?:街道|街道办事处|分局|支队|大队|管理委员会|管委会))$/.exec(
    agency,
  );
  return part?.[1] ?? null;
};

/** What a body may call itself if its name ends so. */
const itself: readonly string[] = ['分局', '街道', '街道办事处', '管理委员会', '管委会'];

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/人民政府办公[室厅]/, '政府办'],
  [/人民政府/, '政府'],
  [/管理委员会/, '管委会'],
  [/(?:经济技术|经济)开发区/, '经开区'],
  [/(?:高新技术产业|高新技术)(?:产业)?开发区/, '高新区'],
  [/街道办事处/, '街道办'],
  [/街道办事处/, '街道'],
];

const namesOf = (agency: string): readonly string[] => {
  const names = new Set([agency]);
  const last = lastPart(agency);
  if (last !== null) names.add(last);
  // These words mean the body itself where it is one.
  for (const own of itself) if (agency.endsWith(own)) names.add(own);
  for (let index = 0; index < agency.length; index++) {
    if (!level.has(agency[index] as string)) continue;
    for (const name of [agency.slice(index), agency.slice(index + 1)])
      if (name.length >= 3 && !/^(?:人民)?政府$|^管委会$|^办公室$/.test(name)) names.add(name);
  }
  // 某镇 for 某镇人民政府, 街道 for 某街道办事处.
  const place = agency.replace(/(?:人民政府|办事处)$/, '');
  if (place !== agency) {
    const from = [...place].slice(0, -1).findLastIndex((char) => level.has(char)) + 1;
    names.add(place).add(place.slice(from));
    if (place.endsWith('街道')) names.add('街道');
  }
  for (const [long, short] of shortForms) {
    for (const name of [...names]) if (long.test(name)) names.add(name.replace(long, short));
  }
  return [...names].sort((left, right) => right.length - left.length);
};

export const reporterOf = (report: Report): Reporter => {
  const agency = report.agency?.replace(/\s/g, '') ?? null;
  const government =
    agency !== null && /(?:政府|管委会|管理委员会|街道|街道办事处|镇|乡|开发区|新区)$/.test(agency);
  return {
    year: report.year,
    agency,
    government,
    reviewsOthers: /司法/.test(agency ?? ''),
    decidesReviews: government || /司法|政府办公/.test(agency ?? ''),
    names: agency === null ? [] : namesOf(agency),
  };
};

/** Stands in the folded text for every character of the reporter's own name. */
export const ownMark = '\u0001';

/** Puts `ownMark` over the reporter's name, so that 信访局 is no word of petitions. */
export const markOwnName = (text: string, reporter: Reporter): string => {
  let marked = text;
  for (const name of reporter.names) {
    let at = marked.indexOf(name);
    for (; at >= 0; at = marked.indexOf(name, at + name.length)) {
      const before = marked[at - 1];
      const another =
        before !== undefined && (others.has(before) || (level.has(before) && !level.has(name[0] as string)));
      const next = marked[at + name.length] ?? '';
      if (another || goesOn.has(next) || (name.endsWith('办') && isWork.has(next))) continue;
      // 我街道, 本管委会, 全分局.
      const whose = before === '我' || before === '本' || (before === '全' && itself.includes(name));
      const from = whose ? at - 1 : at;
      const to = at + name.length;
      marked = marked.slice(0, from) + ownMark.repeat(to - from) + marked.slice(to);
    }
  }
  return marked;
};

const body =
  /(?:局|委|委员会|办|办公室|中心|街道|办事处|镇|乡|厅|院|支队|大队|总队|公司|集团|学校|大学|医院|所|处|政府|管委会|园区|开发区|新区|部门|单位|科室|股室|县|区|市)$/;

/**
 * Text before the verb that the grammar does not know: the reporter under a short name (区城管局 for
 * 区城市管理局), another body, or neither (`unknown`).
 */
export const subjectKind = (text: string, reporter: Reporter): 'own' | 'part' | 'unknown' => {
  if (!body.test(text)) return 'unknown';
  if (reporter.agency === null || text.length < 3) return 'part';
  let at = -1;
  for (const char of text) {
    at = reporter.agency.indexOf(char, at + 1);
    if (at < 0) return 'part';
  }
  return at === reporter.agency.length - 1 ? 'own' : 'part';
};
