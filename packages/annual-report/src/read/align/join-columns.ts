import { foldText } from './fold-text.ts';
import { findLabel, longestLabel, mayBeginLabel } from './label-index.ts';
import type { Token } from './token.ts';

/** A label folds into at most this many lines. */
const mostLines = 5;
/** Lines of other columns that may stand between two lines of a label: each column is centred for itself. */
const mostSkipped = 2;

/**
 * Joins labels that are folded inside their column of laid-out text: the pieces stand under each other,
 * with other columns' pieces between them in reading order. The joined label stands where its first
 * piece stood; its other pieces are gone.
 */
export const joinColumns = (tokens: readonly Token[]): readonly Token[] => {
  const laidOut = tokens.some((token) => token.kind === 'words' && token.across !== null);
  if (!laidOut) return tokens;
  const out: Token[] = [];
  const gone = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    if (gone.has(at)) continue;
    const token = tokens[at] as Token;
    const joined = token.kind === 'words' && token.across !== null ? joinDown(tokens, at, gone) : null;
    out.push(joined ?? token);
  }
  return out;
};

const joinDown = (tokens: readonly Token[], at: number, gone: Set<number>): Token | null => {
  const first = tokens[at] as Token;
  if (!mayBeginLabel(first.key)) return null;
  let { text } = first;
  let last = at;
  let best: Token | null = null;
  const taken: number[] = [];
  let sure = 0;
  for (let line = 1; line < mostLines; line++) {
    const below = findBelow(tokens, last, first);
    if (below < 0) break;
    const next = tokens[below] as Token;
    text = `${text}\n${next.text}`;
    const key = foldText(text);
    if (key.length > longestLabel || !mayBeginLabel(key)) break;
    taken.push(below);
    last = below;
    const match = findLabel(key);
    if (match.labels.length === 0) continue;
    best = { ...first, text, key, match, endLine: next.endLine };
    sure = taken.length;
  }
  for (const one of taken.slice(0, sure)) gone.add(one);
  return best;
};

/**
 * The words below that begin (nearly) where `above` begins, or stand centred under it: on the next line of text,
 * or, on a page, on the first one of the lines close below that has anything under it.
 */
const findBelow = (tokens: readonly Token[], from: number, above: Token): number => {
  const line = (tokens[from] as Token).endLine;
  const [left, right] = above.across as readonly [number, number];
  const points = above.place.kind === 'page';
  let next = -1;
  for (let at = from + 1; at < tokens.length && at < from + 40; at++) {
    const token = tokens[at] as Token;
    if (token.line === line || token.kind === 'gap') continue;
    if (next < 0) next = token.line;
    if (token.line !== next) {
      if (!points || token.line > line + mostSkipped + 1) return -1;
      next = token.line;
    }
    if (token.across === null) continue;
    const [start, end] = token.across;
    const near = Math.abs(start - left) <= (points ? 4 : 1);
    const centred = Math.abs(start + end - left - right) <= (points ? 8 : 2);
    if (token.kind === 'words' && (near || centred)) return at;
    // Whatever else stands under it ends the column's stretch of words.
    if (points && start < right && end > left) return -1;
  }
  return -1;
};
