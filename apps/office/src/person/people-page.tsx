import { type PersonLine, type PersonState, personStates, type Role, roles } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../api/api.ts';
import { FilterField } from '../component/filter-field.tsx';
import { AgencyFilter } from '../component/list-filters.tsx';
import { ListTable, pageSize } from '../component/list-table.tsx';
import { Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { useUrlState } from '../component/url-state.ts';
import { useMay } from '../session/use-session.ts';
import { CreatePerson } from './create-person.tsx';
import { PersonStatus } from './person-state.tsx';

const optionsOf = (names: Readonly<Record<string, string>>, all: string) => [
  { value: '', label: all },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

/** 人员与职责: who works where as what. */
export const PeoplePage = () => {
  const url = useUrlState();
  const mayDo = useMay();
  const [isCreating, setCreating] = useState(false);
  const agencyId = url.get('agency');
  const state = url.get('state') as PersonState | undefined;
  const role = url.get('role') as Role | undefined;
  const search = url.get('search');
  const people = useQuery(
    api.person.list.queryOptions({
      input: {
        page: url.page,
        size: pageSize,
        ...(agencyId && { agencyId }),
        ...(state && { state }),
        ...(role && { role }),
        ...(search && { search }),
      },
    }),
  );
  const isNarrowed = Boolean(agencyId || state || role || search);
  return (
    <Page
      title="人员与职责"
      intro="账号由系统管理员建立，职责由系统管理员提出、安全管理员授权后生效。系统管理员、安全管理员、审计管理员由三个人分别担任，不兼任其他职责。"
      actions={
        mayDo('person.create') && (
          <Button type="primary" onClick={() => setCreating(true)}>
            新建人员
          </Button>
        )
      }
    >
      <div className="filters">
        <FilterField label="姓名或用户名">
          <Input.Search
            key={search}
            defaultValue={search}
            allowClear
            onSearch={(value) => url.set({ search: value.trim() })}
          />
        </FilterField>
        <AgencyFilter />
        <FilterField label="职责">
          <Select
            value={role ?? ''}
            onChange={(value) => url.set({ role: value })}
            options={optionsOf(roles, '全部职责')}
          />
        </FilterField>
        <FilterField label="账号状态">
          <Select
            value={state ?? ''}
            onChange={(value) => url.set({ state: value })}
            options={optionsOf(personStates, '全部状态')}
          />
        </FilterField>
      </div>
      <QueryView query={people}>
        {({ items, total }) => (
          <ListTable<PersonLine>
            label="人员"
            rows={items}
            total={total}
            empty={isNarrowed ? '没有符合条件的人员，请放宽条件。' : '还没有人员。由系统管理员新建。'}
            columns={[
              {
                title: '姓名',
                key: 'name',
                render: (_, { id, name }) => <Link to={`/people/${id}`}>{name}</Link>,
              },
              { title: '用户名', dataIndex: 'username' },
              { title: '单位', dataIndex: 'agencyName' },
              {
                title: '职责',
                key: 'held',
                render: (_, { held, agencyId: home }) =>
                  held.length === 0 ? (
                    <span className="none">没有职责</span>
                  ) : (
                    held
                      .map(
                        (one) => `${roles[one.role]}${one.agencyId === home ? '' : `（${one.agencyName}）`}`,
                      )
                      .join('、')
                  ),
              },
              { title: '状态', key: 'state', render: (_, { state: now }) => <PersonStatus state={now} /> },
              {
                title: '动态口令',
                key: 'factor',
                render: (_, { hasSecondFactor }) =>
                  hasSecondFactor ? '已绑定' : <span className="none">未绑定</span>,
              },
            ]}
          />
        )}
      </QueryView>
      {isCreating && <CreatePerson agencyId={agencyId} onClose={() => setCreating(false)} />}
    </Page>
  );
};
