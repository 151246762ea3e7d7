/** A run of the edit script from left to right; indexes count from 0, ends are exclusive. */
export interface Edit {
  readonly kind: 'same' | 'changed';
  readonly left: readonly [start: number, end: number];
  readonly right: readonly [start: number, end: number];
}

/** More than this many differences are one big difference: the search is quadratic in them. */
const mostDifferences = 600;

/**
 * The shortest edit script between two lists (E. W. Myers, An O(ND) Difference Algorithm, 1986), as
 * alternating runs. Time grows with length times differences; past the bound, what lies between the
 * common beginning and end is given as one change.
 */
export const diff = (left: readonly string[], right: readonly string[]): readonly Edit[] => {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end++;
  const matches = snakes(left.slice(start, left.length - end), right.slice(start, right.length - end));
  const shifted = matches.map(([l, r, length]): Match => [l + start, r + start, length]);
  return toEdits(
    [[0, 0, start], ...shifted, [left.length - end, right.length - end, end]],
    left.length,
    right.length,
  );
};

type Match = readonly [left: number, right: number, length: number];

/** The matching runs of the shortest script; none where it is too long. */
const snakes = (left: readonly string[], right: readonly string[]): readonly Match[] => {
  const most = Math.min(left.length + right.length, mostDifferences);
  const origin = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(origin - d - 1, origin + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[origin + k - 1]! < reach[origin + k + 1]!);
      let x = down ? reach[origin + k + 1]! : reach[origin + k - 1]! + 1;
      while (x < left.length && x - k < right.length && left[x] === right[x - k]) x++;
      reach[origin + k] = x;
      if (x >= left.length && x - k >= right.length) return walkBack(trace, left.length, right.length);
    }
  }
  return [];
};

const walkBack = (trace: readonly Int32Array[], width: number, height: number): readonly Match[] => {
  const matches: Match[] = [];
  let [x, y] = [width, height];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d]!;
    const at = (k: number): number => reach[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(before);
    const fromY = d === 0 ? 0 : fromX - before;
    const startX = d === 0 ? 0 : down ? fromX : fromX + 1;
    if (x > startX) matches.push([startX, startX - k, x - startX]);
    [x, y] = [fromX, fromY];
  }
  return matches.reverse();
};

const toEdits = (matches: readonly Match[], width: number, height: number): readonly Edit[] => {
  const edits: Edit[] = [];
  let [x, y] = [0, 0];
  for (const [l, r, length] of [...matches, [width, height, 0] as const]) {
    if (l > x || r > y) edits.push({ kind: 'changed', left: [x, l], right: [y, r] });
    const last = edits.at(-1);
    // The common beginning may run straight into the first match.
    if (length > 0 && last?.kind === 'same') {
      edits[edits.length - 1] = {
        kind: 'same',
        left: [last.left[0], l + length],
        right: [last.right[0], r + length],
      };
    } else if (length > 0) {
      edits.push({ kind: 'same', left: [l, l + length], right: [r, r + length] });
    }
    [x, y] = [l + length, r + length];
  }
  return edits;
};
