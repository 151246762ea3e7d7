import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';

const titles: Readonly<Record<number, string>> = {
  0: '连接不上服务器',
  403: '没有权限',
  404: '没有找到',
  503: '服务暂时不可用',
};

/** What couldn't be shown, why, and what to do. */
export const ProblemView = ({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}): ReactNode => {
  const { status, message } = problemOf(error);
  return (
    <Alert
      type={status === 403 || status === 404 ? 'warning' : 'error'}
      showIcon
      title={titles[status] ?? '没有成功'}
      description={status === 0 ? '没有读到内容。请检查网络后重试。' : message}
      action={onRetry && <Button onClick={onRetry}>重新读取</Button>}
    />
  );
};
