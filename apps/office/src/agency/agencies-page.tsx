import { type AgencyEntry, agencyKinds } from '@gongkai/contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { FilterField } from '../component/filter-field.tsx';
import { ClosedFilter } from '../component/list-filters.tsx';
import { ListTable } from '../component/list-table.tsx';
import { Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { type Branch, treeOf } from '../component/tree-of.ts';
import { useUrlState } from '../component/url-state.ts';
import { useAgencies, useMay } from '../session/use-session.ts';
import { AgencyDrawer } from './agency-drawer.tsx';
import { AgencyStatus } from './agency-status.tsx';

/** 单位: the tree of agencies that the person sees. */
export const AgenciesPage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const navigate = useNavigate();
  const agencies = useAgencies();
  const [isCreating, setCreating] = useState(false);
  const search = url.get('search') ?? '';
  const closed = url.get('closed');
  return (
    <Page
      title="单位"
      intro="本单位和下级单位。对外公布的名称、地址、电话以这里为准，《政府信息公开指南》由此生成。"
      actions={
        <>
          {mayDo('agency.import') && (
            <Button onClick={() => void navigate('/agencies/import')}>从表格导入</Button>
          )}
          {mayDo('agency.create') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              新增单位
            </Button>
          )}
        </>
      }
    >
      <div className="filters">
        <FilterField label="名称">
          <Input.Search
            defaultValue={search}
            allowClear
            placeholder="名称中的字"
            onSearch={(value) => url.set({ search: value.trim() })}
          />
        </FilterField>
        <ClosedFilter label="已撤销的单位" />
      </div>
      <QueryView query={agencies}>
        {(all) => {
          const open = all.filter(({ closedOn }) => closed || closedOn === null);
          const found = search
            ? open.filter(({ name, shortName }) => name.includes(search) || shortName.includes(search))
            : open;
          return (
            <ListTable<Branch<AgencyEntry>>
              key={`${search} ${closed}`}
              label="单位"
              rows={search ? found : treeOf(found)}
              empty={search ? `没有名称中有“${search}”的单位。` : '还没有单位。'}
              expandable={{
                // What a large government has below its departments is opened by whoever looks for it.
                defaultExpandedRowKeys: open
                  .filter(({ kind }) => all.length <= 200 || kind === 'government')
                  .map(({ id }) => id),
                indentSize: 20,
              }}
              columns={[
                {
                  title: '名称',
                  key: 'name',
                  render: (_, { id, name }) => <Link to={`/agencies/${id}`}>{name}</Link>,
                },
                { title: '简称', dataIndex: 'shortName' },
                { title: '类别', key: 'kind', render: (_, { kind }) => agencyKinds[kind] },
                {
                  title: '主管部门',
                  key: 'competent',
                  render: (_, { isCompetent }) => (isCompetent ? '主管部门' : ''),
                },
                {
                  title: '状态',
                  key: 'state',
                  render: (_, { closedOn }) => <AgencyStatus closedOn={closedOn} />,
                },
              ]}
            />
          );
        }}
      </QueryView>
      {isCreating && <AgencyDrawer onClose={() => setCreating(false)} />}
    </Page>
  );
};
