import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 800px)');

const follow = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** Whether the screen is as narrow as a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => narrow.matches);
