import { editDistance } from './edit-distance.ts';
import type { Instance } from './find-instances.ts';
import { markLength } from './fold-text.ts';
import type { Label } from './labels.ts';
import { labels } from './labels.ts';
import type { Token } from './token.ts';

/** What an unknown piece of text turned out to be: a damaged label, or a piece of a folded one. */
export interface Recovered {
  readonly label: Label;
  readonly whole: boolean;
  /** The label itself or its first piece. */
  readonly head: boolean;
}

const order: ReadonlyMap<Label, number> = new Map(labels.map((label, at) => [label, at]));

/** Wrong characters allowed in a label of this length. */
const tolerance = (length: number): number => (length < 4 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3);

/**
 * Compares the unknown words of an instance with the labels that are still missing between the known
 * ones on either side. A label is given only if no other one is nearly as like.
 */
export const recoverLabels = (
  tokens: readonly Token[],
  instance: Instance,
): ReadonlyMap<number, Recovered> => {
  const out = new Map<number, Recovered>();
  const known = new Set(instance.labels.values());
  const repeats = instance.part !== 'requests';
  const missing = labels.filter(
    (label) =>
      label.part === instance.part &&
      label.role !== 'corner' &&
      (!known.has(label) || (repeats && label.role === 'column')),
  );
  const positions = [...instance.labels.keys()];
  let behind = 0;
  for (let at = instance.from; at < instance.to; at++) {
    while (behind < positions.length && (positions[behind] as number) <= at) behind += 1;
    const token = tokens[at] as Token;
    if (token.kind !== 'words' || instance.labels.has(at) || token.match.labels.length > 0) continue;
    if (token.key.length < 2 || token.key.length > 48) continue;
    const before = instance.labels.get(positions[behind - 1] ?? -1);
    const after = instance.labels.get(positions[behind] ?? -1);
    const low = before === undefined ? -1 : (order.get(before) as number);
    const high = after === undefined ? labels.length : (order.get(after) as number);
    const inOrder = low < high;
    const window = missing.filter((label) => {
      const place = order.get(label) as number;
      return !inOrder || repeats || (place > low && place < high);
    });
    const found = wholeLabel(token.key, window, inOrder && !repeats) ?? piece(token.key, window);
    if (found) out.set(at, found);
  }
  return dropTwins(out);
};

/**
 * 上年处理决定数量 differs from 本年处理决定数量 in one character, and is no damaged form of it. A text whose own
 * year is lost (上结转政府信息公开申请数量) may be of any.
 */
const ofAnotherYear = (key: string, label: Label): boolean => {
  const year = yearIn(key);
  return year !== null && year !== (yearIn(label.texts[0] as string) ?? 0);
};

/** 0 for 本年, 1 for the year before, 2 for the one before that; null where no year is named. */
const yearIn = (text: string): number | null =>
  /^本年/u.test(text) ? 0 : /^(?:上|去|上一)年/u.test(text) ? 1 : /^前年/u.test(text) ? 2 : null;

const wholeLabel = (key: string, window: readonly Label[], bounded: boolean): Recovered | null => {
  const bare = key.slice(markLength(key));
  let best: Label | null = null;
  let sure = false;
  let least = Number.POSITIVE_INFINITY;
  let second = Number.POSITIVE_INFINITY;
  for (const label of window) {
    let distance = Number.POSITIVE_INFINITY;
    let within = false;
    for (const text of label.texts) {
      const limit = tolerance(text.length);
      for (const one of bare === key ? [key] : [key, bare]) {
        const steps = editDistance(one, text, limit + 1);
        if (steps > limit + 1 || steps >= distance) continue;
        distance = steps > limit ? limit + 1.5 : steps;
        within = steps <= limit;
      }
    }
    if (distance < least) {
      second = least;
      least = distance;
      best = label;
      sure = within;
    } else if (distance < second) second = distance;
  }
  // Labels of another year are rivals all the same: 本年结转 is too near to 上年结转 to be 本年新收.
  if (best === null || !sure || ofAnotherYear(bare, best)) return null;
  if (second - least < (bounded ? 1 : 1.5)) return null;
  return { label: best, whole: true, head: true };
};

const piece = (key: string, window: readonly Label[]): Recovered | null => {
  const bare = key.slice(markLength(key));
  if (bare.length < 2) return null;
  const holders = window.filter((label) => label.texts.some((text) => text.includes(bare)));
  const only = holders[0];
  if (only === undefined || holders.length > 1) return null;
  if (only.role === 'column' && bare.length < 3) return null;
  return { label: only, whole: false, head: only.texts.some((text) => text.startsWith(bare)) };
};

/** Two damaged labels can't both be the same row: neither is certain then, but as pieces of it they may be. */
const dropTwins = (found: ReadonlyMap<number, Recovered>): ReadonlyMap<number, Recovered> => {
  const count = new Map<Label, number>();
  for (const { label, whole } of found.values())
    if (whole && label.role === 'row') count.set(label, (count.get(label) ?? 0) + 1);
  const out = new Map<number, Recovered>();
  for (const [at, one] of found) {
    const twin = one.whole && (count.get(one.label) ?? 0) > 1;
    out.set(at, twin ? { ...one, whole: false } : one);
  }
  return out;
};
