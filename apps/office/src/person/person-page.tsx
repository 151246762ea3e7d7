import { type Person, type Post, roles } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/api.ts';
import { ListTable } from '../component/list-table.tsx';
import { Facts, Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { sayMoment, showDate, showMoment } from '../component/show-time.ts';
import { useMay } from '../session/use-session.ts';
import { ChangePerson } from './change-person.tsx';
import { PersonStatus, PostStatus } from './person-state.tsx';
import { EndPost, ProposePost } from './post-drawers.tsx';
import { SecurityActs } from './security-acts.tsx';

const Posts = ({ person, onEnd }: { readonly person: Person; readonly onEnd: (post: Post) => void }) => {
  const mayDo = useMay();
  return (
    <ListTable<Post>
      label="职责"
      rows={person.posts}
      empty="还没有职责。系统管理员提出任岗、安全管理员授权后，才能办理业务。"
      columns={[
        { title: '职责', key: 'role', render: (_, { role }) => roles[role] },
        { title: '单位', dataIndex: 'agencyName' },
        { title: '职务', dataIndex: 'title', render: (title) => title ?? '' },
        { title: '状态', key: 'state', render: (_, { state }) => <PostStatus state={state} /> },
        {
          title: '提出',
          key: 'proposed',
          render: (_, { proposedAt, proposedByName }) => `${showDate(proposedAt)} ${proposedByName ?? ''}`,
        },
        {
          title: '授权',
          key: 'authorised',
          render: (_, { authorisedAt, authorisedByName }) =>
            authorisedAt ? `${showDate(authorisedAt)} ${authorisedByName ?? ''}` : '',
        },
        { title: '结束', key: 'ended', render: (_, { endedAt }) => (endedAt ? showDate(endedAt) : '') },
        {
          title: '操作',
          hidden: !mayDo('post.end'),
          key: 'acts',
          render: (_, post) =>
            mayDo('post.end', { agencyId: post.agencyId, state: post.state }) && (
              <div className="row-actions">
                <Button type="link" danger onClick={() => onEnd(post)}>
                  结束任岗
                </Button>
              </div>
            ),
        },
      ]}
    />
  );
};

/** One person: account, posts, and what each administrator may do. */
export const PersonPage = () => {
  const { id = '' } = useParams();
  const mayDo = useMay();
  const navigate = useNavigate();
  const [task, setTask] = useState<'change' | 'propose' | Post>();
  const query = useQuery(api.person.show.queryOptions({ input: { id } }));
  const person = query.data;
  const above = [{ label: '人员与职责', to: '/people' }];
  if (!person)
    return (
      <Page title="人员" above={above}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  const subject = { agencyId: person.agencyId, state: person.state };
  const close = (): void => setTask(undefined);
  return (
    <Page
      title={person.name}
      above={above}
      actions={
        <>
          {mayDo('person.hand_over', subject) && (
            <Button onClick={() => void navigate(`/people/${id}/hand-over`)}>办理离岗交接</Button>
          )}
          <SecurityActs person={person} />
          {mayDo('person.change', subject) && <Button onClick={() => setTask('change')}>修改</Button>}
        </>
      }
    >
      <Facts
        facts={[
          ['状态', <PersonStatus key="state" state={person.state} />],
          ...(person.lockedUntil
            ? [['锁定到', `${sayMoment(person.lockedUntil)}，到时自动解除`] as const]
            : []),
          ...(person.leftOn ? [['离岗日期', person.leftOn] as const] : []),
          ['用户名', person.username],
          [
            '所在单位',
            <Link key="agency" to={`/agencies/${person.agencyId}`}>
              {person.agencyName}
            </Link>,
          ],
          ['电话', person.phone],
          ['电子邮箱', person.email],
          ['动态口令', person.hasSecondFactor ? '已绑定' : '未绑定'],
          ['账号建立', showMoment(person.createdAt)],
          ['最近修改密码', showMoment(person.passwordChangedAt)],
        ]}
      />
      <Section
        title="职责"
        actions={
          mayDo('post.propose') &&
          person.state !== 'left' && <Button onClick={() => setTask('propose')}>提出任岗</Button>
        }
      >
        <Posts person={person} onEnd={setTask} />
      </Section>
      {task === 'change' && <ChangePerson person={person} onClose={close} />}
      {task === 'propose' && <ProposePost person={person} onClose={close} />}
      {typeof task === 'object' && <EndPost post={task} onClose={close} />}
    </Page>
  );
};
