import { useSearchParams } from 'react-router';

/** Filters and the page of a list live in the address: they can be bookmarked, sent, and gone back to. */
export const useUrlState = (): {
  readonly get: (name: string) => string | undefined;
  /** Sets what is given, removes what is undefined or empty; a changed filter goes back to the first page. */
  readonly set: (change: Readonly<Record<string, string | undefined>>) => void;
  readonly page: number;
} => {
  const [params, setParams] = useSearchParams();
  return {
    get: (name) => params.get(name) || undefined,
    set: (change) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (!('page' in change)) next.delete('page');
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }),
    page: Math.max(1, Math.trunc(Number(params.get('page') ?? 1)) || 1),
  };
};
