/** 1 for equal texts, 0 for texts without anything in common: 1 − edit distance ÷ length of the longer one. */
export const editSimilarity = (left: string, right: string): number => {
  if (left === right) return 1;
  const longest = Math.max(left.length, right.length);
  if (longest === 0 || longest > 64 || Math.abs(left.length - right.length) > longest / 2) return 0;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const cost = left[i] === right[j] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + cost, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[right.length] ?? longest) / longest;
};
