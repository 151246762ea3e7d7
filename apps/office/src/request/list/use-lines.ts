import type { RequestLine } from '@gongkai/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api/api.ts';

const pageSize = 200;

/** How many lines are there already below what is in sight, at least: nobody who scrolls comes to their end. */
const ahead = 300;

/** The lines of a list, page after page as one scrolls. */
export const useLines = (agencyId: string, asked: Readonly<Record<string, string>>) => {
  const query = useInfiniteQuery(
    api.request.list.infiniteOptions({
      input: (after: string | undefined) =>
        ({ ...asked, agencyId, size: pageSize, ...(after && { after }) }) as never,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    }),
  );
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const lines = useMemo<readonly RequestLine[]>(
    () => data?.pages.flatMap(({ items }) => items) ?? [],
    [data],
  );
  return {
    query,
    lines,
    /** All are there. */
    isWhole: data !== undefined && !hasNextPage,
    isLoadingMore: isFetchingNextPage,
    /** Told which line is the last in sight. */
    see: (last: number): void => {
      if (hasNextPage && !isFetchingNextPage && last + ahead >= lines.length) void fetchNextPage();
    },
  };
};
