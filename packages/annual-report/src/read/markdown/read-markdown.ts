import type { Place } from '../../place.ts';
import { ReadError } from '../../problem.ts';
import { readHtml } from '../html/read-html.ts';
import type { Limits } from '../options.ts';
import { defaultLimits } from '../options.ts';
import type { Line, Source, SourceCell } from '../source.ts';
import { decodeText } from '../text/decode-text.ts';
import { joinCells, jointOf } from '../text/join-cells.ts';
import { splitLines } from '../text/read-text.ts';
import { isRule, splitLine } from '../text/split-line.ts';
import { inlineText } from './inline-text.ts';
import { isDelimiterRow, splitPipes } from './pipe-table.ts';

interface Block {
  readonly lines: readonly Line[];
  /** Source lines used up. */
  readonly used: number;
}

const cellOf = (text: string, place: Place, column: number): SourceCell => ({
  text,
  place,
  column,
  columnSpan: 1,
  rowSpan: 1,
});

const lineOf = (text: string, number: number): Line => {
  const place = { kind: 'line', line: number, start: 1, end: text.length + 1 } as const;
  return { kind: 'text', cells: [cellOf(text, place, 0)], table: 0, row: 0 };
};

/**
 * A pipe table. Where every row has as many cells as the head, columns are true and it is a grid;
 * else cells have vanished in merging, and their order is all that is known.
 */
const pipeTable = (raw: readonly string[], from: number, table: number): Block => {
  const rows: { readonly cells: readonly string[]; readonly at: number }[] = [];
  let at = from;
  for (; at < raw.length && (raw[at] as string).includes('|'); at += 1)
    if (at !== from + 1) rows.push({ cells: splitPipes(raw[at] as string), at });
  const width = rows[0]?.cells.length ?? 0;
  const even = rows.every((row) => row.cells.length === width);
  const lines = rows.map((row, index): Line => {
    const text = raw[row.at] as string;
    let reach = 0;
    const cells = row.cells.map((piece, column) => {
      const start = Math.max(text.indexOf(piece, reach), reach);
      reach = start + piece.length;
      const place = { kind: 'line', line: row.at + 1, start: start + 1, end: reach + 1 } as const;
      return cellOf(inlineText(piece), place, column);
    });
    return even ? { kind: 'grid', cells, table, row: index + 1 } : { kind: 'cells', cells, table: 0, row: 0 };
  });
  return { lines, used: at - from };
};

/** HTML tables inside Markdown go through the HTML reader; their places stay the table, row and column. */
const htmlTable = (raw: readonly string[], from: number, tables: number, limits: Limits): Block => {
  let depth = 0;
  let at = from;
  for (; at < raw.length; at += 1) {
    const line = raw[at] as string;
    depth += (line.match(/<table[\s>]/gi)?.length ?? 0) - (line.match(/<\/table\s*>/gi)?.length ?? 0);
    if (depth <= 0) break;
  }
  const html = raw.slice(from, at + 1).join('\n');
  const lines = html.replace(/<[^>]*>/g, '').trim() === '' ? [] : readHtml(html, limits).lines;
  const shift = (cell: SourceCell): SourceCell =>
    cell.place.kind === 'table'
      ? { ...cell, place: { ...cell.place, table: cell.place.table + tables } }
      : cell;
  return {
    lines: lines.map((line) => ({
      ...line,
      table: line.table === 0 ? 0 : line.table + tables,
      cells: line.cells.map(shift),
    })),
    used: at + 1 - from,
  };
};

/** `key: value` lines between `---` at the very top. */
const frontMatter = (
  raw: readonly string[],
): { readonly metadata: Record<string, string>; readonly used: number } => {
  if (raw[0]?.trim() !== '---') return { metadata: {}, used: 0 };
  const end = raw.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const body = raw.slice(1, end);
  if (end < 0 || !body.every((line) => /^(?:[\w\u4e00-\u9fff.-]+:(?:\s|$)|\s|#|-\s)|^$/.test(line)))
    return { metadata: {}, used: 0 };
  const metadata: Record<string, string> = {};
  for (const line of body) {
    const match = /^([\w\u4e00-\u9fff.-]+):\s*(.*)$/.exec(line);
    if (match?.[1]) metadata[match[1]] = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
  }
  return { metadata, used: end + 1 };
};

/**
 * Markdown with GFM tables: headings and emphasis without their marks, embedded HTML tables, front matter
 * as metadata.
 *
 * @throws ReadError `file.empty`, `file.noText`, `file.hostile`
 */
export const readMarkdown = (input: Uint8Array | string, limits: Limits = defaultLimits): Source => {
  if (input.length === 0) throw new ReadError('file.empty');
  const text = typeof input === 'string' ? input : decodeText(input);
  if (text.trim() === '') throw new ReadError('file.noText');
  const raw = splitLines(text.replace(/^\ufeff/, ''));
  const { metadata, used } = frontMatter(raw);
  const joint = jointOf(raw);
  const lines: Line[] = joint === null ? [] : joinCells(raw, joint).flatMap(plainCells);
  let tables = 0;
  let cells = 0;
  for (let at = joint === null ? used : raw.length; at < raw.length; ) {
    const line = raw[at] as string;
    const block = /<table[\s>]/i.test(line)
      ? htmlTable(raw, at, tables, limits)
      : line.includes('|') && isDelimiterRow(raw[at + 1] ?? '')
        ? pipeTable(raw, at, tables + 1)
        : null;
    const found = block?.lines ?? plainLine(line, at + 1);
    for (const one of found) {
      tables = Math.max(tables, one.table);
      cells += one.cells.length;
      lines.push(one);
    }
    if (cells > limits.cells)
      throw new ReadError('file.hostile', { detail: `超过 ${limits.cells} 个单元格` });
    at += Math.max(block?.used ?? 1, 1);
  }
  return {
    format: 'markdown',
    lines,
    title: metadata.title ?? null,
    metadata,
    embedded: null,
    recognised: false,
    problems: [],
  };
};

/** Lines put together from several: marks off each cell, and off a line of text as off any other. */
const plainCells = (line: Line): readonly Line[] => {
  if (line.kind === 'cells')
    return [{ ...line, cells: line.cells.map((cell) => ({ ...cell, text: inlineText(cell.text) })) }];
  const [cell] = line.cells;
  return cell === undefined || cell.place.kind !== 'line' ? [line] : plainLine(cell.text, cell.place.line);
};

/**
 * A heading without the marks that may close it: `## 标题 ## {#id .class key=value}`, the last being Pandoc's
 * attributes. Step by step, since one pattern for all of it would try every way to share out a run of blanks.
 */
const headingText = (text: string): string =>
  text
    .trimEnd()
    .replace(/\{(?:[#.]|[\w-]+=)[^{}]*\}$/, '')
    .trimEnd()
    .replace(/#+$/, '')
    .trim();

/** Rules and code fences are no text; everything else is a line of text or, with pipes or tabs, of cells. */
const plainLine = (line: string, number: number): readonly Line[] => {
  if (
    /^\s*(?:```|~~~)/.test(line) ||
    /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/.test(line) ||
    isRule(line)
  )
    return [];
  if (/^\s*<!--.*-->\s*$/.test(line)) return [];
  const heading = /^\s{0,3}#{1,6}(.*)$/s.exec(line);
  if (heading) return [lineOf(inlineText(headingText(heading[1] ?? '')), number)];
  const split = splitLine(line, number);
  if (split.kind === 'cells')
    return [{ ...split, cells: split.cells.map((cell) => ({ ...cell, text: inlineText(cell.text) })) }];
  const quoted = line.replace(/^\s{0,3}(?:>\s?)+/, '');
  return [lineOf(inlineText(quoted), number)];
};
