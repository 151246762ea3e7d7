import { BellOutlined } from '@ant-design/icons';
import type { Notification } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Badge, Button, Drawer, Pagination } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { problemOf } from '../api/problem.ts';
import { queryClient } from '../api/query-client.ts';
import { insideOffice } from '../component/link-to.tsx';
import { Nothing } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showMoment } from '../component/show-time.ts';

const size = 20;

const List = ({ onClose }: { readonly onClose: () => void }) => {
  const [page, setPage] = useState(1);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const list = useQuery(api.notification.list.queryOptions({ input: { page, size } }));
  const markRead = async (ids?: string[]): Promise<void> => {
    try {
      await api.notification.markRead.call(ids ? { ids } : {});
      await queryClient.invalidateQueries({ queryKey: api.notification.key() });
    } catch (error) {
      void message.error(problemOf(error).message);
    }
  };
  const open = async ({ id, isRead, link }: Notification): Promise<void> => {
    if (!isRead) await markRead([id]);
    const inside = insideOffice(link);
    if (inside === null) return;
    onClose();
    await navigate(inside);
  };
  return (
    <QueryView query={list}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Nothing>还没有通知。与您有关的事情发生时，会在这里告诉您。</Nothing>
        ) : (
          <>
            <p>
              <Button disabled={items.every(({ isRead }) => isRead)} onClick={() => void markRead()}>
                全部标为已读
              </Button>
            </p>
            <ul className="notifications">
              {items.map((item) => (
                <li key={item.id} className={item.isRead ? 'read' : 'unread'}>
                  <time dateTime={item.at}>{showMoment(item.at)}</time>
                  {!item.isRead && <span className="new">未读</span>}
                  <p>{item.text}</p>
                  {(insideOffice(item.link) !== null || !item.isRead) && (
                    <Button type="link" onClick={() => void open(item)}>
                      {insideOffice(item.link) === null ? '标为已读' : '查看'}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {total > size && (
              <Pagination
                current={page}
                pageSize={size}
                total={total}
                showSizeChanger={false}
                onChange={setPage}
              />
            )}
          </>
        )
      }
    </QueryView>
  );
};

/** The bell with the number of what is unread, and the list at the side. */
export const Notifications = () => {
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(
    api.notification.unread.queryOptions({ context: { isBackground: true }, refetchInterval: 60_000 }),
  );
  const count = data?.count ?? 0;
  return (
    <>
      <Badge count={count} size="small" overflowCount={99} offset={[-4, 6]}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden />}
          aria-label={count > 0 ? `通知，${count} 条未读` : '通知'}
          onClick={() => setOpen(true)}
        />
      </Badge>
      {isOpen && (
        <Drawer open title="通知" size={420} onClose={() => setOpen(false)}>
          <List onClose={() => setOpen(false)} />
        </Drawer>
      )}
    </>
  );
};
