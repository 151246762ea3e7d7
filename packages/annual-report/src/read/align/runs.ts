import type { Figure } from './figure.ts';
import type { Label } from './labels.ts';
import type { Recovered } from './recover-labels.ts';
import type { Token } from './token.ts';

/** A piece of a table in reading order: a label, unknown words, or a run of figures and blanks. */
export type Element =
  | Named
  | { readonly type: 'unknown'; readonly key: string; readonly line: number; readonly endLine: number }
  | Run;

export interface Named {
  readonly type: 'label';
  readonly label: Label;
  /** False for a piece of a folded label; its first piece is its `head`. */
  readonly whole: boolean;
  readonly head: boolean;
  readonly line: number;
  readonly endLine: number;
}

export interface Run {
  readonly type: 'run';
  readonly tokens: readonly Token[];
  readonly line: number;
  readonly endLine: number;
  /** Whether its line holds more than this one figure: then the line is a row. */
  readonly rowLike: boolean;
  /** Whether figures of one row are spread over lines of one and more: then only a sum tells that it is whole. */
  readonly flowing: boolean;
}

/** What kinds of token each line has: lines with several pieces are rows, lines with one are cells. */
const rowLikeLines = (tokens: readonly Token[], from: number, to: number): Rows => {
  const figures = new Map<number, number>();
  const words = new Set<number>();
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'figure' || token.kind === 'blank')
      figures.set(token.line, (figures.get(token.line) ?? 0) + 1);
    else if (token.kind === 'words') words.add(token.line);
  }
  const flowing = flowingLines(tokens, from, to, figures, words);
  const rows = [...figures.keys()].filter(
    (line) => ((figures.get(line) ?? 0) > 1 || words.has(line)) && !flowing.has(line),
  );
  return { rows: new Set(rows), flowing };
};

interface Rows {
  readonly rows: ReadonlySet<number>;
  readonly flowing: ReadonlySet<number>;
}

/** More figures than this on a line are a row, or most of one. */
const mostTogether = 3;

/**
 * Text drawn out of a page in the order in which it was set: one figure a line, but now and then two or
 * three that stood close together. Such lines are no rows; their figures go on with the lines around them.
 */
const flowingLines = (
  tokens: readonly Token[],
  from: number,
  to: number,
  figures: ReadonlyMap<number, number>,
  words: ReadonlySet<number>,
): ReadonlySet<number> => {
  const bare = [...figures].filter(([line]) => !words.has(line));
  const several = bare.filter(([, count]) => count > 1);
  if (several.length < 3 || several.length * 2 > bare.length) return new Set();
  if (several.some(([, count]) => count > mostTogether)) return new Set();
  const lines = new Set(several.map(([line]) => line));
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (lines.has(token.line) && (token.lineKind !== 'text' || token.across !== null)) return new Set();
  }
  return lines;
};

/**
 * Cuts a range of tokens into labels and runs. A run ends at the next words, at the end of a row, and,
 * where blank cells are visible one by one, at an empty line.
 */
export const elementsOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  labels: ReadonlyMap<number, Label>,
  recovered: ReadonlyMap<number, Recovered>,
): readonly Element[] => {
  const { rows, flowing } = rowLikeLines(tokens, from, to);
  const pages = pageNumbers(tokens, from, to, rows);
  const gapsEndRows = hasFlattenedRows(tokens, from, to, rows);
  const elements: Element[] = [];
  let run: Token[] = [];
  const endRun = (): void => {
    const first = run.find((token) => token.kind !== 'gap');
    if (first !== undefined) {
      while ((run.at(-1) as Token).kind === 'gap') run.pop();
      const { line } = first;
      const flows = run.some((token) => flowing.has(token.line));
      elements.push({
        type: 'run',
        tokens: run,
        line,
        endLine: line,
        rowLike: rows.has(line),
        flowing: flows,
      });
    }
    run = [];
  };
  for (let at = from; at < to; at++) {
    const token = inFigurePlace(tokens[at] as Token, run, elements, labels.has(at) || recovered.has(at));
    if (pages.has(at)) continue;
    if (token.kind === 'words') {
      endRun();
      const label = labels.get(at);
      const other = recovered.get(at);
      const { line, endLine, key } = token;
      if (label) elements.push({ type: 'label', label, whole: true, head: true, line, endLine });
      else if (other) elements.push({ type: 'label', ...other, line, endLine });
      else if (key !== '') elements.push({ type: 'unknown', key, line, endLine });
      continue;
    }
    if (token.kind === 'prose') {
      endRun();
      elements.push({ type: 'unknown', key: token.text, line: token.line, endLine: token.endLine });
      continue;
    }
    if (token.kind === 'gap') {
      if (gapsEndRows) endRun();
      else if (run.length > 0 || elements.at(-1)?.type === 'label') run.push(token);
      continue;
    }
    const last = run.findLast((one) => one.kind !== 'gap');
    if (last && last.line !== token.line && (rows.has(last.line) || rows.has(token.line))) endRun();
    run.push(token);
  }
  endRun();
  return elements;
};

const damaged: Figure = { kind: 'damaged' };
const hasDigit = /[\d０-９零〇○]/u;

/** Words behind a row's label, in a true table or with digits in them (约5, 减57), stand in a figure's place. */
const inFigurePlace = (
  token: Token,
  run: readonly Token[],
  elements: readonly Element[],
  isLabel: boolean,
): Token => {
  if (token.kind !== 'words' || isLabel || token.match.labels.length > 0) return token;
  const before = run.at(-1);
  const label = elements.at(-1);
  const behindLabel =
    before === undefined
      ? label?.type === 'label' && label.label.role === 'row' && label.endLine === token.line
      : before.line === token.line && label?.endLine === token.line;
  if (!behindLabel || (token.lineKind !== 'grid' && !hasDigit.test(token.text))) return token;
  return { ...token, kind: 'figure', figure: damaged };
};

/** Cells one a line with their blanks visible: then an empty line parts the rows. */
const hasFlattenedRows = (
  tokens: readonly Token[],
  from: number,
  to: number,
  rows: ReadonlySet<number>,
): boolean => {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'blank' && !rows.has(token.line)) return true;
  }
  return false;
};

/** A small number alone between empty lines, where no other figure stands so: a page number inside the table. */
const pageNumbers = (
  tokens: readonly Token[],
  from: number,
  to: number,
  rows: ReadonlySet<number>,
): ReadonlySet<number> => {
  const alone = new Set<number>();
  let others = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'figure') continue;
    const lonely =
      !rows.has(token.line) &&
      token.lineKind === 'text' &&
      tokens[at - 1]?.kind === 'gap' &&
      tokens[at + 1]?.kind === 'gap';
    if (lonely) alone.add(at);
    else others += 1;
  }
  if (alone.size * 6 > others) return new Set();
  return new Set([...alone].filter((at) => /^\d{1,3}$/.test((tokens[at] as Token).text)));
};
