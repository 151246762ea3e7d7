import { type Post, type PostState, postStates, roles } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.ts';
import { FilterField } from '../component/filter-field.tsx';
import { AgencyFilter } from '../component/list-filters.tsx';
import { ListTable, pageSize } from '../component/list-table.tsx';
import { Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showMoment } from '../component/show-time.ts';
import { useUrlState } from '../component/url-state.ts';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay } from '../session/use-session.ts';
import { PostStatus } from './person-state.tsx';
import { EndPost, RefusePost } from './post-drawers.tsx';

/** 授权: 安全管理员 decides on the posts that 系统管理员 proposed. */
export const AuthorisationPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const confirm = useConfirm();
  const [refused, setRefused] = useState<Post>();
  const [ended, setEnded] = useState<Post>();
  const state = (url.get('state') ?? 'proposed') as PostState | 'all';
  const agencyId = url.get('agency');
  const posts = useQuery(
    api.post.list.queryOptions({
      input: {
        page: url.page,
        size: pageSize,
        ...(state !== 'all' && { state }),
        ...(agencyId && { agencyId }),
      },
    }),
  );
  const authorise = (post: Post): void =>
    confirm({
      title: '授权任岗？',
      consequence: `${post.personName}将担任${post.agencyName}的${roles[post.role]}，立即可以办理相应业务。由${post.proposedByName ?? '系统'}于 ${showMoment(post.proposedAt)} 提出。`,
      verb: '授权任岗',
      done: '任岗已授权',
      act: (context) => api.post.authorise.call({ id: post.id }, { context }),
    });
  return (
    <Page
      title="授权"
      intro="系统管理员提出的任岗经您授权后生效。请核对任岗文件后再授权；提出人和授权人不能是同一人。"
    >
      <div className="filters">
        <FilterField label="状态">
          <Select
            value={state}
            onChange={(value) => url.set({ state: value })}
            options={[
              ...Object.entries(postStates).map(([value, label]) => ({ value, label })),
              { value: 'all', label: '全部' },
            ]}
          />
        </FilterField>
        <AgencyFilter />
      </div>
      <QueryView query={posts}>
        {({ items, total }) => (
          <ListTable<Post>
            label="任岗"
            rows={items}
            total={total}
            empty={
              state === 'proposed' && !agencyId
                ? '没有等待授权的任岗。系统管理员提出后，会出现在这里。'
                : '没有符合条件的任岗。'
            }
            columns={[
              {
                title: '姓名',
                key: 'name',
                render: (_, { personId, personName }) => <Link to={`/people/${personId}`}>{personName}</Link>,
              },
              { title: '单位', dataIndex: 'agencyName' },
              { title: '职责', key: 'role', render: (_, { role }) => roles[role] },
              { title: '职务', dataIndex: 'title', render: (title) => title ?? '' },
              { title: '状态', key: 'state', render: (_, post) => <PostStatus state={post.state} /> },
              { title: '提出人', dataIndex: 'proposedByName', render: (name) => name ?? '系统' },
              { title: '提出时间', key: 'at', render: (_, { proposedAt }) => showMoment(proposedAt) },
              {
                title: '操作',
                key: 'acts',
                render: (_, post) => (
                  <div className="row-actions">
                    {mayDo('post.authorise', { agencyId: post.agencyId, state: post.state }) && (
                      <>
                        <Button type="link" onClick={() => authorise(post)}>
                          授权
                        </Button>
                        <Button type="link" danger onClick={() => setRefused(post)}>
                          不予授权
                        </Button>
                      </>
                    )}
                    {mayDo('post.end', { agencyId: post.agencyId, state: post.state }) && (
                      <Button type="link" danger onClick={() => setEnded(post)}>
                        结束任岗
                      </Button>
                    )}
                  </div>
                ),
              },
            ]}
          />
        )}
      </QueryView>
      {refused && <RefusePost post={refused} onClose={() => setRefused(undefined)} />}
      {ended && <EndPost post={ended} onClose={() => setEnded(undefined)} />}
    </Page>
  );
};
