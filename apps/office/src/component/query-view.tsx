import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.tsx';

/** What a query brought; its outline while it is under way, its problem when it failed. */
export const QueryView = <T,>({
  query,
  rows = 6,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}): ReactNode => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemView error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label="正在读取">
      <Skeleton active={false} title={false} paragraph={{ rows }} />
    </div>
  );
};
