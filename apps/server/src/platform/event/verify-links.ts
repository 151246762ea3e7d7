import type { EventRecord } from './canonical-event.ts';
import { isChainAlgorithm, linkHash } from './link-hash.ts';

/** A link with its event as they were read, in the order of positions; the event is null where it is gone. */
export interface ChainLink {
  readonly position: number;
  readonly eventId: number;
  readonly algorithm: string;
  readonly hash: Buffer;
  readonly event: EventRecord | null;
}

/** A place of the chain: what is to follow rests on its hash. */
export interface ChainPlace {
  readonly position: number;
  readonly hash: Buffer;
}

export type ChainFaultKind =
  | 'event_changed'
  | 'event_missing'
  | 'link_missing'
  | 'link_changed'
  | 'event_unlinked'
  | 'head_differs'
  | 'pruned_without_record'
  | 'noted_head_differs'
  | 'unreadable';

/** The first thing that is wrong, in words for the auditor. */
export interface BrokenLink {
  readonly fault: ChainFaultKind;
  readonly message: string;
  readonly position: number | null;
  readonly eventId: number | null;
  readonly kind: string | null;
  readonly at: string | null;
}

export const broken = (
  fault: ChainFaultKind,
  message: string,
  position: number | null = null,
  event: EventRecord | null = null,
  eventId: number | null = event?.id ?? null,
): BrokenLink => ({
  fault,
  message,
  position,
  eventId,
  kind: event?.kind ?? null,
  at: event?.at ?? null,
});

export interface LinksVerified {
  readonly end: ChainPlace;
  readonly links: number;
  readonly broken: BrokenLink | null;
  /** What the last record of retention says of the beginning of the chain; null where none was read. */
  readonly lastPruned: ChainPlace | null;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const recompute = (previous: Uint8Array, link: ChainLink): Buffer | null =>
  link.event && isChainAlgorithm(link.algorithm) ? linkHash(link.algorithm, previous, link.event) : null;

/**
 * Says of a link whose hash isn't what it should be whether the event or the link was changed: the link after it
 * (or the head) was made from the right hash.
 */
const explainHash = (
  link: ChainLink,
  recomputed: Buffer,
  next: ChainLink | undefined,
  head: ChainPlace | undefined,
): BrokenLink => {
  const nextFrom = (hash: Buffer): boolean =>
    next
      ? next.position === link.position + 1 && same(recompute(hash, next) ?? Buffer.alloc(0), next.hash)
      : head !== undefined && head.position === link.position && same(head.hash, hash);
  if (nextFrom(recomputed) && !nextFrom(link.hash))
    return broken('link_changed', '这一环的校验值被改动过；事件内容完好。', link.position, link.event);
  return broken(
    'event_changed',
    nextFrom(link.hash)
      ? '这一事件的内容与上链时不一致，被改动过。'
      : '这一事件的内容，或它与前一环的衔接，与上链时不一致，被改动过。',
    link.position,
    link.event,
  );
};

const prunedIn = (event: EventRecord): ChainPlace | null => {
  if (event.kind !== 'events_pruned') return null;
  const { position, hash } = event.data as { readonly position?: unknown; readonly hash?: unknown };
  return typeof position === 'number' && typeof hash === 'string'
    ? { position, hash: Buffer.from(hash, 'hex') }
    : null;
};

/**
 * Recomputes every link after `start`. Ends at the first that is wrong. Bounded memory: it holds two links.
 *
 * @param head the end that the chain should have, where it is known
 * @param noted places noted earlier, which the chain must pass through
 */
export const verifyLinks = async (
  links: AsyncIterable<ChainLink>,
  start: ChainPlace,
  options: { readonly head?: ChainPlace; readonly noted?: ChainPlace } = {},
): Promise<LinksVerified> => {
  const { head, noted } = options;
  let place = start;
  let count = 0;
  let lastPruned: ChainPlace | null = null;
  let link: ChainLink | undefined;
  const iterator = links[Symbol.asyncIterator]();
  const next = async (): Promise<ChainLink | undefined> => {
    const step = await iterator.next();
    return step.done ? undefined : step.value;
  };
  const result = (fault: BrokenLink | null): LinksVerified => ({
    end: place,
    links: count,
    broken: fault,
    lastPruned,
  });
  const notNoted = (): boolean =>
    noted !== undefined && noted.position === place.position && !same(noted.hash, place.hash);
  const notedFault = (): BrokenLink =>
    broken(
      'noted_head_differs',
      `第 ${place.position} 环的校验值与此前记下的不同：这以前的日志被整体改写过。`,
      place.position,
    );
  try {
    if (notNoted()) return result(notedFault());
    link = await next();
    while (link) {
      const position = place.position + 1;
      if (link.position !== position)
        return result(
          link.position > position
            ? broken(
                'link_missing',
                `校验链缺少第 ${position} 环（接下来是第 ${link.position} 环）。`,
                position,
              )
            : broken('link_changed', `第 ${link.position} 环出现在不该出现的地方。`, link.position),
        );
      if (!link.event)
        return result(
          broken(
            'event_missing',
            `第 ${position} 环对应的事件（编号 ${link.eventId}）被删除了。`,
            position,
            null,
            link.eventId,
          ),
        );
      const following = await next();
      const recomputed = recompute(place.hash, link);
      if (!recomputed)
        return result(
          broken('link_changed', `这一环的算法“${link.algorithm}”无法识别。`, position, link.event),
        );
      if (!same(recomputed, link.hash)) return result(explainHash(link, recomputed, following, head));
      lastPruned = prunedIn(link.event) ?? lastPruned;
      place = { position, hash: link.hash };
      count += 1;
      if (notNoted()) return result(notedFault());
      link = following;
    }
    return result(null);
  } finally {
    await iterator.return?.();
  }
};

/** Whether the chain ends as it should. */
export const checkEnd = (end: ChainPlace, head: ChainPlace): BrokenLink | null => {
  if (end.position === head.position && same(end.hash, head.hash)) return null;
  return broken(
    'head_differs',
    end.position < head.position
      ? `校验链到第 ${end.position} 环为止，而末端记录是第 ${head.position} 环：末尾的日志被删除了。`
      : `校验链的末端（第 ${end.position} 环）与末端记录（第 ${head.position} 环）不符。`,
    end.position,
  );
};

/** Whether the chain reaches as far as was noted earlier. */
export const checkNoted = (end: ChainPlace, noted: ChainPlace | undefined): BrokenLink | null =>
  noted && noted.position > end.position
    ? broken(
        'noted_head_differs',
        `此前记下的末端是第 ${noted.position} 环，现在只到第 ${end.position} 环：末尾的日志被删除了。`,
        end.position,
      )
    : null;

/** Whether what is missing at the beginning was taken away by retention, which leaves a record of it. */
export const checkBeginning = (start: ChainPlace, lastPruned: ChainPlace | null): BrokenLink | null => {
  if (start.position === 0) return null;
  if (lastPruned && lastPruned.position === start.position && same(lastPruned.hash, start.hash)) return null;
  return broken(
    'pruned_without_record',
    `第 ${start.position} 环及以前的日志不在了，却没有按保存期限清理的记录。`,
    start.position,
  );
};
