import type { SectionId } from '../../report.ts';
import { bareTitle } from './bare-title.ts';
import { editSimilarity } from './edit-similarity.ts';
import { type HeadingNumeral, headingNumeral } from './heading-numeral.ts';
import { bareWording, type SectionWording, sectionWordings } from './heading-wordings.ts';
import type { OutlineLine } from './outline-line.ts';
import { offsetOf, squeeze } from './squeeze.ts';

/** A line that may be the heading of a statutory section. */
export interface HeadingCandidate {
  /** Position in the outline's lines. */
  readonly at: number;
  readonly section: SectionId;
  readonly numeral: HeadingNumeral;
  /** 0 to 1: how much it reads like the section's name. */
  readonly likeness: number;
  /** As printed. */
  readonly title: string;
  /** What stands behind the heading in the same line; empty as a rule. */
  readonly rest: string;
  /** Lines it takes: 2 where it is broken over two. */
  readonly height: 1 | 2;
}

/** 复议、诉讼 with everything before them is about as long as a heading gets. */
const longestHeading = 44;
const sentence = /[，,；;。！？](?=.)/;
const anyGate = new RegExp(sectionWordings.map((wording) => wording.gate.source).join('|'));
const exact: ReadonlyMap<string, SectionId> = new Map(
  sectionWordings.flatMap(({ id, wordings }) => wordings.map((words) => [words, id] as const)),
);

/** Characters that every heading has one of; spares the squeezing of figures, labels and prose. */
const headingCharacter = /[情况概述总体事项问题诉讼复议改进公开]/;
const numbered = /^[\s#*>【第（([]*[一二三四五六七八九十、.，]/;
const longestShort = 90;

/** What a heading in nobody's wording still has: the words for both halves of section 五. */
const looseProblems = /(?:问题|不足|困难).*(?:改进|措施|打算|下一步|安排|努力)/;
const looseImprovement = /(?:改进|下一步|今后).*(?:措施|打算|安排|计划|情况)$/;

const likenessOf = (bare: string, { id, wordings }: SectionWording): number => {
  let best = 0;
  for (const words of wordings) {
    const like = editSimilarity(bare, words);
    if (like > best) best = like;
  }
  if (id === 'problems' && bare.length <= 24) {
    if (looseProblems.test(bare)) best = Math.max(best, 0.75);
    else if (looseImprovement.test(bare)) best = Math.max(best, 0.6);
  }
  return best;
};

interface Likeness {
  readonly section: SectionId;
  readonly likeness: number;
}

/** The section that words are most like; null where they are like none. */
const recognise = (words: string): Likeness | null => {
  if (!anyGate.test(words) && !words.includes('其它')) return null;
  const bare = bareWording(words);
  const known =
    exact.get(bare) ?? exact.get(bare.replace(/^(?:本机关|我局|本局|全市|全区|全县|20\d\d年度?)/, ''));
  if (known) return { section: known, likeness: 1 };
  if (bare.length < 4) return null;
  let best: Likeness | null = null;
  for (const wording of sectionWordings) {
    if (!wording.gate.test(bare) || wording.not?.test(bare)) continue;
    const likeness = likenessOf(bare, wording);
    if (likeness >= 0.6 && likeness > (best?.likeness ?? 0)) best = { section: wording.id, likeness };
  }
  return best;
};

const runIn = (
  line: OutlineLine,
  at: number,
  dense: string,
  numeral: HeadingNumeral,
): HeadingCandidate | null => {
  if (numeral.level === 'none' || numeral.level === 'arabic' || line.inTable) return null;
  const words = dense.slice(numeral.length);
  for (const [index, { id, runIn }] of sectionWordings.entries()) {
    const match = runIn.exec(words);
    if (!match) continue;
    const behind = words.slice(match[0].length);
    const marked = /^[：:。]/.test(behind);
    // 一、总体情况2021年… is a heading; 总体情况良好 is none.
    if (!marked && (numeral.value !== index + 1 || /^[的是良较]/.test(behind))) return null;
    const end = offsetOf(line.text, numeral.length + match[0].length);
    const rest = line.text
      .slice(end)
      .replace(/^[\s：:。]+/, '')
      .trim();
    const title = bareTitle(line.text.slice(0, end));
    return { at, section: id, numeral, likeness: 0.9, title, rest, height: 1 };
  }
  return null;
};

const headingOf = (lines: readonly OutlineLine[], at: number): HeadingCandidate | null => {
  const line = lines[at] as OutlineLine;
  if (!line.single || !headingCharacter.test(line.text)) return null;
  if (line.text.length > longestShort && !numbered.test(line.text)) return null;
  const dense = squeeze(line.text.length > 200 ? line.text.slice(0, 200) : line.text).replace(
    /^[#*>【]+|[*】]+$/g,
    '',
  );
  if (dense.length < 2) return null;
  const numeral = headingNumeral(dense);
  const words = dense.slice(numeral.length);
  if (words.length > longestHeading || sentence.test(words)) return runIn(line, at, dense, numeral);
  const found = recognise(words);
  const title = bareTitle(line.text);
  if (found?.likeness === 1) return { at, ...found, numeral, title, rest: '', height: 1 };
  const broken = joined(lines, at, words, numeral, found?.likeness ?? 0);
  if (broken) return broken;
  const running = runIn(line, at, dense, numeral);
  if (running && running.likeness > (found?.likeness ?? 0)) return running;
  return found ? { at, ...found, numeral, title, rest: '', height: 1 } : null;
};

/** A heading broken over two lines: together they read better than the first alone. */
const joined = (
  lines: readonly OutlineLine[],
  at: number,
  words: string,
  numeral: HeadingNumeral,
  alone: number,
): HeadingCandidate | null => {
  const first = lines[at] as OutlineLine;
  const next = lines[at + 1];
  if (!next?.single || next.inTable || next.text.length > 40 || numeral.level === 'none' || words.length < 4)
    return null;
  const more = squeeze(next.text);
  if (more.length > 20 || headingNumeral(more).level !== 'none') return null;
  const found = recognise(words + more);
  if (!found || found.likeness < 0.85 || found.likeness < alone + 0.1) return null;
  return { at, ...found, numeral, title: bareTitle(first.text) + next.text.trim(), rest: '', height: 2 };
};

/** Every line that may be a statutory heading. */
export const findHeadings = (lines: readonly OutlineLine[]): readonly HeadingCandidate[] => {
  const found: HeadingCandidate[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const heading = headingOf(lines, at);
    if (heading) found.push(heading);
  }
  return found;
};
