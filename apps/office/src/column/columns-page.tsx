import { type Column, columnBlocks } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { FilterField } from '../component/filter-field.tsx';
import { ClosedFilter } from '../component/list-filters.tsx';
import { ListTable } from '../component/list-table.tsx';
import { Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showNumber } from '../component/show-time.ts';
import { Status } from '../component/status.tsx';
import { type Branch, treeOf } from '../component/tree-of.ts';
import { useUrlState } from '../component/url-state.ts';
import { useConfirm } from '../component/use-confirm.tsx';
import { useMay, useSession } from '../session/use-session.ts';
import { ColumnDrawer } from './column-drawer.tsx';

/** 栏目: the statutory column 政府信息公开 of an agency, block by block (国办公开办函〔2019〕61号). */
export const ColumnsPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const confirm = useConfirm();
  const { agency } = useSession();
  const [task, setTask] = useState<'create' | Column>();
  const agencyId = url.get('agency') ?? agency.id;
  const closed = url.get('closed');
  const columns = useQuery(
    api.column.list.queryOptions({ input: { agencyId, ...(closed && { closed: 'true' }) } }),
  );
  const close = (column: Column): void =>
    confirm({
      title: `停用栏目“${column.name}”？`,
      consequence: '门户上不再显示这个栏目，其中已公开的信息仍可检索和访问。',
      verb: '停用栏目',
      danger: true,
      done: '栏目已停用',
      act: (context) => api.column.close.call({ id: column.id }, { context }),
    });
  const acts = (column: Column) => {
    const subject = { agencyId: column.agencyId, state: column.closedOn ? 'closed' : 'open' };
    return (
      <div className="row-actions">
        {mayDo('column.change', subject) && (
          <Button type="link" onClick={() => setTask(column)}>
            修改
          </Button>
        )}
        {mayDo('column.close', subject) && (
          <Button type="link" danger onClick={() => close(column)}>
            停用
          </Button>
        )}
      </div>
    );
  };
  return (
    <Page
      title="栏目"
      intro="门户“政府信息公开”专栏由四个法定板块组成（国办公开办函〔2019〕61号），栏目在各板块之下设置。"
      actions={
        mayDo('column.create', { agencyId }) && (
          <Button type="primary" onClick={() => setTask('create')}>
            新增栏目
          </Button>
        )
      }
    >
      <div className="filters">
        <FilterField label="单位">
          <AgencySelect value={agencyId} onChange={(value) => url.set({ agency: value })} />
        </FilterField>
        <ClosedFilter label="已停用的栏目" />
      </div>
      <QueryView query={columns}>
        {(list) =>
          Object.entries(columnBlocks).map(([block, name]) => (
            <Section key={block} title={name}>
              <ListTable<Branch<Column>>
                label={name}
                rows={treeOf(list.filter((column) => column.block === block))}
                empty="这个板块还没有栏目。"
                expandable={{ defaultExpandAllRows: true, indentSize: 20 }}
                columns={[
                  {
                    title: '栏目',
                    key: 'name',
                    render: (_, { name: title, description }) => (
                      <>
                        {title}
                        {description && <span className="second">　{description}</span>}
                      </>
                    ),
                  },
                  { title: '法定类别', dataIndex: 'categoryName', render: (category) => category ?? '' },
                  {
                    title: '更新要求',
                    key: 'update',
                    render: (_, { updateDays }) =>
                      updateDays ? `至少每 ${updateDays} 天` : <span className="none">不要求</span>,
                  },
                  {
                    title: '条数',
                    key: 'count',
                    align: 'right',
                    render: (_, { itemCount }) =>
                      itemCount === 0 ? <span className="second">0</span> : showNumber(itemCount),
                  },
                  {
                    title: '最近更新',
                    dataIndex: 'latestOn',
                    render: (date) => date ?? <span className="none">还没有内容</span>,
                  },
                  {
                    title: '状态',
                    key: 'state',
                    render: (_, { closedOn }) =>
                      closedOn ? (
                        <Status tone="plain">已停用 · {closedOn}</Status>
                      ) : (
                        <Status tone="good">使用中</Status>
                      ),
                  },
                  {
                    title: '操作',
                    key: 'acts',
                    hidden: !mayDo('column.change', { agencyId, state: 'open' }),
                    render: (_, column) => acts(column),
                  },
                ]}
              />
            </Section>
          ))
        }
      </QueryView>
      {task && (
        <ColumnDrawer
          agencyId={agencyId}
          columns={columns.data ?? []}
          column={task === 'create' ? undefined : task}
          onClose={() => setTask(undefined)}
        />
      )}
    </Page>
  );
};
