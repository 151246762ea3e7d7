import type { ExpiredCase } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/api.ts';
import { ListTable } from '../../component/list-table.tsx';
import { Page } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { Status } from '../../component/status.tsx';
import { useUrlState } from '../../component/url-state.ts';
import { useMay, useSession } from '../../session/use-session.ts';
import { DestroyDrawer } from './destroy-drawer.tsx';

/** 待销毁的案卷: cases whose period is over, for the head of the working body to judge and destroy. */
export const ExpiredPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const { agency } = useSession();
  const [chosen, setChosen] = useState<readonly ExpiredCase[]>([]);
  const [isOpen, setOpen] = useState(false);
  const input = { agencyId: agency.id, page: url.page };
  const query = useQuery(api.requestArchive.due.queryOptions({ input }));
  const choose = (row: ExpiredCase, isChosen: boolean): void =>
    setChosen((before) => [...before.filter(({ id }) => id !== row.id), ...(isChosen ? [row] : [])]);
  const done = (): void => {
    setOpen(false);
    setChosen([]);
  };
  return (
    <Page
      title="待销毁的案卷"
      above={[{ label: '依申请公开', to: '/requests' }]}
      intro="保存期限届满的案卷，由公开机构负责人鉴定后销毁；需要继续保存的，在案卷中列为暂缓销毁。"
      actions={
        mayDo('request.destroy', { agencyId: agency.id }) && (
          <Button type="primary" danger disabled={chosen.length === 0} onClick={() => setOpen(true)}>
            {chosen.length === 0 ? '销毁所选的案卷' : `销毁所选的 ${chosen.length} 件`}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {({ items, total }) => (
          <ListTable<ExpiredCase>
            label="待销毁的案卷"
            rows={items}
            total={total}
            empty="没有保存期限届满的案卷。保存期限在“系统设置”中按办理结果设置。"
            columns={[
              {
                title: '选择',
                key: 'choose',
                render: (_, row) => (
                  <Checkbox
                    aria-label={`选择${row.number}`}
                    disabled={row.hold !== null}
                    checked={chosen.some(({ id }) => id === row.id)}
                    onChange={({ target }) => choose(row, target.checked)}
                  />
                ),
              },
              {
                title: '登记编号',
                key: 'number',
                render: (_, { id, number }) => <Link to={`/requests/${id}`}>{number}</Link>,
              },
              { title: '办理结果', dataIndex: 'outcomeName' },
              { title: '归档日期', dataIndex: 'endedOn' },
              { title: '保存期限届满', dataIndex: 'keepUntil' },
              {
                title: '卷内文件',
                key: 'documents',
                align: 'right',
                render: (_, { documents }) => `${documents} 件`,
              },
              {
                title: '状态',
                key: 'hold',
                render: (_, { hold }) =>
                  hold === null ? (
                    <Status tone="plain">可以销毁</Status>
                  ) : (
                    <>
                      <Status tone="warn">暂缓销毁</Status> <span className="second">{hold}</span>
                    </>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {isOpen && (
        <DestroyDrawer agencyId={agency.id} cases={chosen} onClose={() => setOpen(false)} onDone={done} />
      )}
    </Page>
  );
};
