import { findTableStarts } from './align/find-table-starts.ts';
import { isAgencyName } from './outline/agency-name.ts';
import { type OutlineLine, outlineLines } from './outline/outline-line.ts';
import { parseTitle, type TitleParts } from './outline/parse-title.ts';
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

interface TitleLine extends TitleParts {
  /** Position of its first line in the outline's lines; the agency may stand one line above. */
  readonly at: number;
  readonly key: string;
}

const titleLines = (
  lines: readonly OutlineLine[],
  inTable: (index: number) => boolean,
): readonly TitleLine[] => {
  const found: TitleLine[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.single || line.text.length > 70 || inTable(line.index) || !/公\s*开/.test(line.text)) continue;
    const text = squeeze(line.text);
    const above = lines[at - 1];
    const named = above?.single && isAgencyName(squeeze(above.text).replace(/^[#*]+|[*]+$/g, ''));
    const parts = parseTitle(text);
    if (!parts || parts.year === null || !/报告|年报/.test(text.slice(-12))) continue;
    const withAgency = parts.agency === null && named;
    const key = `${withAgency ? squeeze(above?.text ?? '').replace(/[#*]/g, '') : (parts.agency ?? '')} ${parts.year}`;
    found.push({ ...parts, at: withAgency ? at - 1 : at, key });
  }
  return found;
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

/**
 * Tells whether a source holds several reports, and parts them where each has its own title between the
 * tables of the one before and its own. Tables of two reports are never read as one.
 */
export const splitReports = (source: Source): Split => {
  const { most, beside } = countAnchors(source);
  if (most <= 1) return { kind: 'one', source };
  if (beside) return { kind: 'mixed', count: most };
  const starts = findTableStarts(source)
    .filter((start) => start.table === 'requests')
    .map((start) => start.line);
  if (starts.length <= 1) return { kind: 'one', source };
  const lines = outlineLines(source, null);
  const titles = titleLines(lines, (index) => source.lines[index]?.kind === 'cells');
  const borders: number[] = [0];
  const keys: (string | null)[] = [];
  for (const [order, start] of starts.entries()) {
    const above = starts[order - 1] ?? -1;
    const between = titles.filter((title) => {
      const index = lines[title.at]?.index ?? 0;
      return index > above && index < start;
    });
    const fresh = between.filter((title) => title.key !== keys.at(-1));
    const title = (fresh.length > 0 ? fresh : between)[0];
    keys.push(title?.key ?? null);
    if (order > 0) borders.push(title ? (lines[title.at]?.index ?? 0) : -1);
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
