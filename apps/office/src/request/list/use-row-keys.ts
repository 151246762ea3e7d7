import { useEffect, useRef } from 'react';

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null);

const rowOf = (target: EventTarget | null): number | null => {
  const row = target instanceof HTMLElement ? target.closest('tr, li')?.querySelector('[data-row]') : null;
  return row instanceof HTMLElement ? Number(row.dataset.row) : null;
};

/**
 * The list by keyboard: j and k, or the arrows once one is in it, go from line to line; Enter opens (the focus is on
 * its link); x chooses. Rows that aren't drawn yet are scrolled to first.
 */
export const useRowKeys = ({
  count,
  rowHeight,
  list,
  onChoose,
}: {
  readonly count: number;
  readonly rowHeight: number;
  readonly list: { readonly current: HTMLElement | null };
  readonly onChoose: ((index: number) => void) | undefined;
}): void => {
  const wanted = useRef<number>(undefined);
  const focus = (): void => {
    const link = list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!link) return;
    link.focus({ preventScroll: true });
    wanted.current = undefined;
  };
  // Drawn after it was scrolled to.
  useEffect(focus);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const at = rowOf(event.target);
      if (event.key === 'x' && at !== null && onChoose) {
        event.preventDefault();
        onChoose(at);
        return;
      }
      const by = steps[event.key];
      if (by === undefined || count === 0) return;
      if (isTyping(event.target) && at === null) return;
      if (event.key.startsWith('Arrow') && at === null) return;
      event.preventDefault();
      const next = Math.min(count - 1, Math.max(0, (at ?? -1) + by));
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const [above, below] = [120, 80];
      const place = top + next * rowHeight;
      if (place < above) window.scrollBy(0, place - above);
      else if (place + rowHeight > window.innerHeight - below)
        window.scrollBy(0, place + rowHeight - window.innerHeight + below);
      wanted.current = next;
      focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
};
