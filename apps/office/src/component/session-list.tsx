import type { OwnSession } from '@gongkai/contract';
import type { ReactNode } from 'react';
import { ListTable } from './list-table.tsx';
import { showMoment } from './show-time.ts';
import { Status } from './status.tsx';

/** Where somebody is signed in. */
export const SessionList = ({
  sessions,
  actsOf,
}: {
  readonly sessions: readonly OwnSession[];
  readonly actsOf?: (session: OwnSession) => ReactNode;
}) => (
  <ListTable<OwnSession>
    label="登录"
    rows={sessions}
    empty="现在没有登录。"
    columns={[
      {
        title: '浏览器',
        key: 'browser',
        render: (_, { browser, isCurrent }) => (
          <>
            {browser ?? '未知'}
            {isCurrent && (
              <>
                {' '}
                <Status tone="accent">本次登录</Status>
              </>
            )}
          </>
        ),
      },
      { title: '登录时间', key: 'created', render: (_, { createdAt }) => showMoment(createdAt) },
      { title: '最近操作', key: 'seen', render: (_, { seenAt }) => showMoment(seenAt) },
      { title: '最迟结束', key: 'ends', render: (_, { endsAt }) => showMoment(endsAt) },
      ...(actsOf
        ? [{ title: '操作', key: 'acts', render: (_: unknown, one: OwnSession) => actsOf(one) }]
        : []),
    ]}
  />
);
