import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Range {
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
}

/** Rows drawn above and below what is in sight, so that none is missing while one scrolls. */
const beyond = 12;

/**
 * Which rows of a long list are in sight of the page that scrolls: only these are drawn. All rows have one height.
 *
 * @param rowHeight pixels
 */
export const useWindow = <T extends HTMLElement>(
  count: number,
  rowHeight: number,
): Range & { readonly ref: RefObject<T | null> } => {
  const ref = useRef<T>(null);
  const [range, setRange] = useState<Range>({ from: 0, to: Math.min(count, 40) });
  useLayoutEffect(() => {
    const look = (): void => {
      const top = ref.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const from = Math.max(0, Math.floor(-top / rowHeight) - beyond);
      const to = Math.min(count, Math.ceil((window.innerHeight - top) / rowHeight) + beyond);
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [count, rowHeight]);
  return { ...range, ref };
};
