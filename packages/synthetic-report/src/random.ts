/** A deterministic source of choices: the same seed gives the same report on every machine. */
export interface Random {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** An integer, both ends included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Picks with weights; weights need not add up to one. */
  readonly weighted: <T>(list: readonly (readonly [item: T, weight: number])[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
  /** An independent stream, so that a choice added in one place changes nothing elsewhere. */
  readonly fork: (name: string) => Random;
}

/** FNV-1a: spreads names and seeds over 32 bits. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

export const createRandom = (seed: number | string): Random => {
  const name = String(seed);
  let state = hash(name);
  // mulberry32: 32 bits of state are plenty for test data, and it is the same everywhere.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (list) => {
      let rest = next() * list.reduce((all, [, weight]) => all + weight, 0);
      for (const [item, weight] of list) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return pick(list)[0];
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    fork: (branch) => createRandom(`${name}/${branch}`),
  };
};
