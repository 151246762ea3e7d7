import { diff, type Edit } from './diff.ts';

/** A stretch of two texts: common to both, or what one has where the other has something else (perhaps nothing). */
export type TextPiece =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly left: string; readonly right: string };

/** A number or a Latin word changes as a whole; Chinese changes by the character. */
const tokens = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*%?|[A-Za-z]+|[\s\S]/gu) ?? [];

/** What two texts have in common and where they differ, in reading order. */
export const compareText = (left: string, right: string): readonly TextPiece[] => {
  const [a, b] = [tokens(left), tokens(right)];
  return withoutCrumbs(diff(a, b), a).map((edit) => {
    const text = a.slice(...edit.left).join('');
    return edit.kind === 'same'
      ? { kind: 'same', text }
      : { kind: 'changed', left: text, right: b.slice(...edit.right).join('') };
  });
};

/** A single common character between two changes (的, a comma) says nothing and makes the rest hard to read. */
const withoutCrumbs = (edits: readonly Edit[], left: readonly string[]): readonly Edit[] => {
  const isCrumb = (index: number): boolean => {
    const edit = edits[index]!;
    return (
      edit.kind === 'same' &&
      index > 0 &&
      index < edits.length - 1 &&
      left.slice(...edit.left).join('').length === 1
    );
  };
  const kept: Edit[] = [];
  edits.forEach((edit, index) => {
    const last = kept.at(-1);
    if (last?.kind === 'changed' && (edit.kind === 'changed' || isCrumb(index))) {
      kept[kept.length - 1] = {
        kind: 'changed',
        left: [last.left[0], edit.left[1]],
        right: [last.right[0], edit.right[1]],
      };
    } else kept.push(edit);
  });
  return kept;
};
