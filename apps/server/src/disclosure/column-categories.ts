import { article20, article21 } from '@gongkai/statute';

/** The statutory categories that a column may hold, by their stored ids: the items of 条例第二十条, entries of 第二十一条. */
const names: ReadonlyMap<string, string> = new Map(
  [...article20, ...article21].map(({ id, name }) => [id, name]),
);

/** What a category is called; null where there is none of this id. */
export const categoryName = (id: string | null): string | null =>
  id === null ? null : (names.get(id) ?? null);

export const isCategory = (id: string): boolean => names.has(id);
