import type { RequestLine } from '@gongkai/contract';
import { useRef, useState } from 'react';

export interface Chosen {
  readonly lines: readonly RequestLine[];
  readonly count: number;
  readonly most: number;
  readonly has: (id: string) => boolean;
  /** With the shift key: all from the one chosen before. */
  readonly toggle: (index: number, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly keep: (ids: readonly string[]) => void;
}

/** Which lines of a list are chosen to do something with. */
export const useChosen = (lines: readonly RequestLine[], most: number): Chosen => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef(0);
  const chosen = lines.filter(({ id }) => ids.has(id));
  const set = (wanted: Iterable<string>): void => setIds(new Set([...wanted].slice(0, most)));
  return {
    lines: chosen,
    count: chosen.length,
    most,
    has: (id) => ids.has(id),
    toggle: (index, isRange) => {
      const line = lines[index];
      if (!line) return;
      const adds = !ids.has(line.id);
      const [low = 0, high = 0] = isRange ? [last.current, index].toSorted((a, b) => a - b) : [index, index];
      const touched = lines.slice(low, high + 1).map(({ id }) => id);
      last.current = index;
      set(adds ? [...ids, ...touched] : [...ids].filter((id) => !touched.includes(id)));
    },
    toggleAll: () => set(chosen.length > 0 ? [] : lines.map(({ id }) => id)),
    keep: (left) => set(left),
  };
};
