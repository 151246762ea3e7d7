import type { RequestOrder, SavedView } from '@gongkai/contract';

/** What the filter of a list has in the address besides `open`, which stands there as `scope`. */
export const filterNames = [
  'state',
  'due',
  'waiting',
  'mine',
  'officerId',
  'channel',
  'applicantKind',
  'outcome',
  'from',
  'to',
  'q',
] as const;

export type Scope = 'open' | 'all' | 'ended';

export interface UrlFilter {
  readonly scope: Scope;
  readonly order: RequestOrder;
  /** By name, as in the address. */
  readonly conditions: Readonly<Record<string, string>>;
}

type Get = (name: string) => string | undefined;

/** The filter in the address; without any, what is open, the first due first: what must I do today. */
export const readFilter = (get: Get): UrlFilter => {
  const scope = get('scope') === 'all' || get('scope') === 'ended' ? (get('scope') as Scope) : 'open';
  const order = get('order') ?? (scope === 'open' ? 'due' : 'newest');
  return {
    scope,
    order: order === 'newest' ? 'newest' : 'due',
    conditions: Object.fromEntries(
      filterNames.flatMap((name) => {
        const value = get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
};

/** What the API is asked with. */
export const askedOf = ({ scope, order, conditions }: UrlFilter): Record<string, string> => ({
  ...conditions,
  ...(scope === 'all' ? {} : { open: scope === 'open' ? 'true' : 'false' }),
  order,
});

/** A filter as a change of the address: what isn't in it is taken out. */
export const urlOf = ({ scope, order, conditions }: UrlFilter): Record<string, string | undefined> => ({
  ...Object.fromEntries(filterNames.map((name) => [name, conditions[name]])),
  scope: scope === 'open' ? undefined : scope,
  order: order === (scope === 'open' ? 'due' : 'newest') ? undefined : order,
});

/** A saved view as the filter that it keeps. */
export const filterOfView = ({ filter, order }: Pick<SavedView, 'filter' | 'order'>): UrlFilter => {
  const { open, ...rest } = filter;
  return {
    scope: open === undefined ? 'all' : open ? 'open' : 'ended',
    order,
    conditions: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
  };
};

/** What a view keeps of a filter. */
export const viewOf = ({ scope, order, conditions }: UrlFilter): Pick<SavedView, 'filter' | 'order'> => ({
  filter: { ...conditions, ...(scope !== 'all' && { open: scope === 'open' }) } as SavedView['filter'],
  order,
});

export const isSameFilter = (one: UrlFilter, other: UrlFilter): boolean =>
  one.scope === other.scope &&
  one.order === other.order &&
  filterNames.every((name) => one.conditions[name] === other.conditions[name]);
