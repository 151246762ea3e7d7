import type { Bound, Change, Claim, Count, Share } from './claim.ts';
import type { Frame } from './frame.ts';
import type { NumberToken } from './tokenise.ts';

export interface Figure {
  readonly number: NumberToken & { readonly value: string };
  readonly bound: Bound;
  readonly frame: Frame;
}

interface Around {
  readonly count: Count | null;
  readonly before: Count | null;
  readonly aside: boolean;
  readonly whole: Count | null;
  readonly among: boolean;
}

/** Words that would tie a percentage to something else than the count before it. */
const names = (frame: Frame): boolean =>
  frame.gap ||
  frame.subject !== null ||
  frame.acts.length > 0 ||
  frame.heads.length > 0 ||
  frame.has.has('foreign');

/**
 * A number that is no count of its own: a percentage, an increase. Returns what it claims, null where it
 * claims nothing certain, or `count` where it is a count after all.
 */
export const figureClaim = (
  { number, bound, frame }: Figure,
  around: Around,
  claims: readonly Claim[],
  said: Pick<Count, 'quote' | 'place'>,
): Share | Change | 'count' | null => {
  const percent = number.unit === '%';
  // 由上年的8件增加到10件: not by how many, and said before.
  if (frame.has.has('reached')) return null;
  if (number.unit === '个百分点' || number.unit === '‰') return null;
  if (percent && frame.has.has('share')) {
    // 占全市总量的10%: of a figure that is not here.
    if (frame.has.has('scope')) return null;
    if (frame.gap || frame.subject !== null || frame.has.has('foreign') || frame.has.has('rate')) return null;
    // 予以公开的占50%: of a figure that is not printed.
    if (around.aside || frame.heads.some(({ is }) => is !== 'request' && is !== 'bare')) return null;
    if (around.count === null || around.count.period !== 'this' || frame.has.has('respectively')) return null;
    const others = claims.filter((claim): claim is Count => claim.kind === 'count' && claim !== around.count);
    // 占…总数 may be any total; without those words it is the whole that 其中 belongs to.
    const whole = around.among && !frame.has.has('whole') ? around.whole : null;
    return { kind: 'share', part: around.count, whole, others, percent: number.value, bound, ...said };
  }
  const direction = frame.words.find((word) => word.is === 'direction')?.value;
  if (direction === undefined) {
    if (percent) return null;
    // 较上年新增申请5件 is an increase, too.
    return frame.has.has('compare') && frame.acts.length > 0 ? null : 'count';
  }
  if (names(frame) || frame.has.has('respectively') || frame.has.has('rate')) return null;
  const now = around.count;
  if (now === null || around.among || now.period !== 'this') return null;
  const sign = direction === 'up' ? 1 : -1;
  const stated = { value: number.value, bound };
  const previous = claims.at(-1);
  if (percent && previous?.kind === 'change' && previous.now === now && previous.percent === null)
    return previous.direction === sign ? { ...previous, percent: stated, ...said } : null;
  const before =
    around.before ??
    claims.findLast(
      (claim): claim is Count =>
        claim.kind === 'count' &&
        claim.period === 'last' &&
        claim.quantity !== null &&
        claim.quantity === now.quantity &&
        claim.unit === now.unit &&
        claim.scope === now.scope,
    ) ??
    null;
  return {
    kind: 'change',
    now,
    before,
    delta: percent ? null : stated,
    percent: percent ? stated : null,
    direction: sign,
    ...said,
  };
};
