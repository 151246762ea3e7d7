import type { Paragraph } from '../report.ts';
import { compareText, type TextPiece } from './compare-text.ts';
import { diff } from './diff.ts';

/** One line of the side-by-side view. */
export type ParagraphComparison =
  | { readonly kind: 'same'; readonly left: Paragraph; readonly right: Paragraph }
  | {
      readonly kind: 'changed';
      readonly left: Paragraph;
      readonly right: Paragraph;
      readonly pieces: readonly TextPiece[];
    }
  | { readonly kind: 'onlyLeft'; readonly left: Paragraph }
  | { readonly kind: 'onlyRight'; readonly right: Paragraph };

const squeeze = (text: string): string => text.replaceAll(/\s/gu, '');

/** Puts the paragraphs of two texts beside each other, in order: equal ones first, then similar ones between them. */
export const compareParagraphs = (
  left: readonly Paragraph[],
  right: readonly Paragraph[],
): readonly ParagraphComparison[] => {
  const keys = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => squeeze(text));
  return diff(keys(left), keys(right)).flatMap((edit): readonly ParagraphComparison[] => {
    const [ours, theirs] = [left.slice(...edit.left), right.slice(...edit.right)];
    return edit.kind === 'same'
      ? ours.map((paragraph, index) => ({ kind: 'same', left: paragraph, right: theirs[index]! }))
      : pairSimilar(ours, theirs);
  });
};

/** Above this many pairs, paragraphs are paired by order instead of by likeness. */
const mostPairs = 4000;

/** Paragraphs with less in common than this are different paragraphs, not versions of one. */
const leastLikeness = 0.35;

/** The order-preserving pairing with the greatest likeness in all. */
const pairSimilar = (
  left: readonly Paragraph[],
  right: readonly Paragraph[],
): readonly ParagraphComparison[] => {
  const alike = likenessOf(left, right);
  const best = left.map(() => new Float64Array(right.length + 1));
  best.push(new Float64Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const paired = alike(i, j) + best[i + 1]![j + 1]!;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, alike(i, j) > 0 ? paired : 0);
    }
  }
  const rows: ParagraphComparison[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [ours, theirs] = [left[i]!, right[j]!];
    if (alike(i, j) > 0 && best[i]![j] === alike(i, j) + best[i + 1]![j + 1]!) {
      rows.push({ kind: 'changed', left: ours, right: theirs, pieces: compareText(ours.text, theirs.text) });
      i++;
      j++;
    } else if (best[i]![j] === best[i + 1]![j]!) {
      rows.push({ kind: 'onlyLeft', left: ours });
      i++;
    } else {
      rows.push({ kind: 'onlyRight', right: theirs });
      j++;
    }
  }
  return [
    ...rows,
    ...left.slice(i).map((paragraph) => ({ kind: 'onlyLeft', left: paragraph }) as const),
    ...right.slice(j).map((paragraph) => ({ kind: 'onlyRight', right: paragraph }) as const),
  ];
};

/** Twice the pairs of neighbouring characters in common, over all of them (Dice); 0 where too little is. */
const likenessOf = (
  left: readonly Paragraph[],
  right: readonly Paragraph[],
): ((i: number, j: number) => number) => {
  if (left.length * right.length > mostPairs) return (i, j) => (i === j ? 1 : 0);
  const [ours, theirs] = [left.map(bigrams), right.map(bigrams)];
  const known = left.map(() => new Array<number | undefined>(right.length));
  return (i, j) => {
    const before = known[i]![j];
    if (before !== undefined) return before;
    const [a, b] = [ours[i]!, theirs[j]!];
    let common = 0;
    for (const bigram of a) if (b.has(bigram)) common++;
    const share = a.size + b.size === 0 ? 1 : (2 * common) / (a.size + b.size);
    const likeness = share < leastLikeness ? 0 : share;
    known[i]![j] = likeness;
    return likeness;
  };
};

const bigrams = ({ text }: Paragraph): ReadonlySet<string> => {
  const squeezed = squeeze(text);
  return new Set(
    Array.from({ length: Math.max(0, squeezed.length - 1) }, (_, at) => squeezed.slice(at, at + 2)),
  );
};
