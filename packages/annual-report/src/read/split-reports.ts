import { findTableStarts } from './align/find-table-starts.ts';
import { titleAt } from './outline/find-title.ts';
import { outlineLines } from './outline/outline-line.ts';
import { squeeze } from './outline/squeeze.ts';
import type { Source } from './source.ts';

/**
 * - `one`: a single report.
 * - `repeated`: one report printed more than once with the same figures; the first printing is read.
 * - `split`: several reports, one after another, each a source of its own.
 * - `mixed`: several reports whose borders cannot be told; their figures must not be read together.
 */
export type Split =
  | { readonly kind: 'one'; readonly source: Source }
  | { readonly kind: 'repeated'; readonly source: Source }
  | { readonly kind: 'split'; readonly sources: readonly Source[] }
  | { readonly kind: 'mixed'; readonly count: number };

/** Rows that the request table prints exactly once. */
const onceOnly = [
  '本年新收政府信息公开申请',
  '结转下年度继续办理',
  '信访举报投诉类申请',
  '要求提供公开出版物',
];
const cheapTell = /[新转访版]/;

/** How often each of those rows stands, and whether two of them stand in one line (tables side by side). */
const countAnchors = (source: Source): { readonly most: number; readonly beside: boolean } => {
  const counts = onceOnly.map(() => 0);
  let beside = false;
  for (const line of source.lines) {
    const seen = onceOnly.map(() => 0);
    for (const cell of line.cells) {
      if (cell.text.length < 7 || cell.text.length > 200 || !cheapTell.test(cell.text)) continue;
      const text = squeeze(cell.text);
      for (const [index, anchor] of onceOnly.entries()) {
        // In running text the words go on: 本年新收政府信息公开申请12件.
        if (line.cells.length === 1 && text.length > 40) {
          const times = text.split(anchor).length - 1;
          if (times > 1) seen[index] = (seen[index] ?? 0) + times;
        } else if (text.includes(anchor)) seen[index] = (seen[index] ?? 0) + text.split(anchor).length - 1;
      }
    }
    for (const [index, times] of seen.entries()) {
      counts[index] = (counts[index] ?? 0) + times;
      if (times > 1) beside = true;
    }
  }
  // Two of the four must agree: one row broken over a page or quoted in the text is no second table.
  const sorted = counts.toSorted((left, right) => right - left);
  return { most: sorted[1] ?? 0, beside };
};

interface TitleLine {
  /** Index of its first line in the source. */
  readonly index: number;
  readonly key: string;
}

/** Lines that are the title of a report with agency and year; the agency may stand a line above. */
const titleLines = (source: Source): readonly TitleLine[] => {
  const lines = outlineLines(source, null);
  const found: TitleLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const title = titleAt(lines, at, lines.length);
    if (title?.at == null || title.agency === null || title.year === null) continue;
    const index = lines[title.at]?.index ?? 0;
    if (found.at(-1)?.index !== index) found.push({ index, key: `${title.agency} ${title.year}` });
  }
  return found;
};

/** Cheap enough for every file: lines that say 某年…报告 in a few words. */
const countTitles = (source: Source): number => {
  const seen = new Set<string>();
  for (const line of source.lines) {
    const text = line.cells.length === 1 ? (line.cells[0]?.text ?? '') : '';
    if (text.length < 6 || text.length > 60 || !/20\d{2}|二[〇○]/.test(text)) continue;
    if (/公\s*开/.test(text)) seen.add(squeeze(text).replace(/^[#*]+/, ''));
  }
  return seen.size;
};

const slice = (source: Source, from: number, to: number): Source => ({
  ...source,
  lines: source.lines.slice(from, to),
  // The document's own title and statements are about the collection.
  title: null,
  metadata: {},
  embedded: null,
});

/** The figures of a stretch of lines, to tell whether two printings are the same. */
const figures = (source: Source, from: number, to: number): string =>
  source.lines
    .slice(from, to)
    .flatMap((line) => line.cells.map((cell) => squeeze(cell.text)))
    .filter((text) => text.length <= 24 && /^[+\-\d.,/\\—无]/.test(text))
    .join(' ');

/** Where each printing of table 三 begins, the one table that nothing in a narrative looks like. */
const requestStarts = (source: Source): readonly number[] =>
  findTableStarts(source)
    .filter((start) => start.table === 'requests')
    .map((start) => start.line);

/**
 * Tells whether a source holds several reports, and parts them where each has its own title between the
 * tables of the one before and its own. Tables of two reports are never read as one.
 */
export const splitReports = (source: Source): Split => {
  const { most, beside } = countAnchors(source);
  if (most <= 1 && countTitles(source) <= 1) return { kind: 'one', source };
  if (beside) return { kind: 'mixed', count: most };
  const titles = titleLines(source);
  // Rows without labels repeat no label: two agencies or years in titles, and two tables, tell as much.
  if (most <= 1 && new Set(titles.map(({ key }) => key)).size <= 1) return { kind: 'one', source };
  const starts = requestStarts(source);
  if (starts.length <= 1) return { kind: 'one', source };
  const borders: number[] = [0];
  const keys: (string | null)[] = [];
  for (const [order, start] of starts.entries()) {
    const above = starts[order - 1] ?? -1;
    const between = titles.filter(({ index }) => index > above && index < start);
    const fresh = between.filter((title) => title.key !== keys.at(-1));
    const title = (fresh.length > 0 ? fresh : between)[0];
    keys.push(title?.key ?? null);
    if (order > 0) borders.push(title?.index ?? -1);
  }
  const ends = [...borders.slice(1), source.lines.length];
  if (borders.every((border) => border >= 0)) {
    const parts = borders.map((from, order) => ({ from, to: ends[order] ?? 0, key: keys[order] ?? null }));
    const distinct = parts.filter((part, order) => {
      const mine = figures(source, starts[order] ?? 0, part.to);
      return !parts.some(
        (other, earlier) =>
          earlier < order &&
          other.key === part.key &&
          figures(source, starts[earlier] ?? 0, other.to) === mine,
      );
    });
    const sources = distinct.map((part) => slice(source, part.from, part.to));
    const [only] = sources;
    if (sources.length === 1 && only) {
      const { title, metadata, embedded } = source;
      return { kind: 'repeated', source: { ...only, title, metadata, embedded } };
    }
    return { kind: 'split', sources };
  }
  return { kind: 'mixed', count: starts.length };
};
