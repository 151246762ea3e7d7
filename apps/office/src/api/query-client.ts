import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.ts';

/** Only what may pass by itself is tried again: no answer, or a database that comes back. */
const mayPass = (error: unknown): boolean => {
  const { status } = problemOf(error);
  return status === 0 || status === 503;
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && mayPass(error),
      retryDelay: (count) => 800 * 2 ** count,
    },
  },
});

/** After an act everything on screen is asked for again: cheap here, and never stale. */
export const refreshAll = (): Promise<void> => queryClient.invalidateQueries();
