import { foldText } from './fold-text.ts';
import { findLabel, longestLabel, mayBeginLabel } from './label-index.ts';
import type { Token } from './token.ts';

/** Pieces of a label printed one under the other: up to four, or any number of single characters (vertical text). */
const mostPieces = 4;

/**
 * Joins labels that are split over several lines or cells (商业 / 企业) into one token, which stands
 * where its first piece stood. The longest label wins: 其他 / 结果 is 其他结果.
 */
export const joinLabels = (tokens: readonly Token[]): readonly Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at] as Token;
    const joined = first.kind === 'words' && first.lineKind !== 'grid' ? joinFrom(tokens, at) : null;
    out.push(joined?.token ?? first);
    at = joined?.end ?? at + 1;
  }
  return out;
};

const joinFrom = (tokens: readonly Token[], at: number): { token: Token; end: number } | null => {
  const first = tokens[at] as Token;
  if (!mayBeginLabel(first.key) && first.key !== '') return null;
  let text = first.text;
  let pieces = 1;
  let best: { token: Token; end: number } | null = null;
  for (let next = at + 1; next < tokens.length; next++) {
    const token = tokens[next] as Token;
    if (token.kind === 'gap') continue;
    if (token.kind !== 'words' || token.lineKind === 'grid' || isNextColumn(tokens[next - 1] as Token, token))
      break;
    pieces += 1;
    text = `${text}\n${token.text}`;
    if (pieces > mostPieces && token.key.length > 1) break;
    const key = foldText(text);
    if (key.length > longestLabel) break;
    const match = findLabel(key);
    if (match.labels.length > 0)
      best = { token: { ...first, text, key, match, endLine: token.endLine }, end: next + 1 };
    if (!mayBeginLabel(key)) break;
  }
  return best;
};

/** On a page words with room between are heads side by side (纠正 结果); single characters may be one word set wide. */
const isNextColumn = (before: Token, token: Token): boolean =>
  token.place.kind === 'page' && token.line === before.line && token.key.length > 1 && before.key.length > 1;
