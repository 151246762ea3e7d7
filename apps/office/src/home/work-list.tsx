import { roles, type WorkItem } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { Deadline } from '../component/deadline.tsx';
import { FilterField } from '../component/filter-field.tsx';
import { LinkTo } from '../component/link-to.tsx';
import { ListTable, pageSize } from '../component/list-table.tsx';
import { Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useUrlState } from '../component/url-state.ts';
import { useMay } from '../session/use-session.ts';

/** Gives a piece of work to another, with the reason. */
const Reassign = ({ item, onClose }: { readonly item: WorkItem; readonly onClose: () => void }) => {
  const { data } = useQuery(
    api.person.list.queryOptions({ input: { agencyId: item.agencyId, role: item.role, size: 200 } }),
  );
  return (
    <TaskDrawer<{ personId: string; reason: string }>
      title="改派待办"
      intro={item.title}
      submit="改派"
      done="已改派"
      onClose={onClose}
      onSubmit={({ personId, reason }, context) =>
        api.work.reassign.call({ id: item.id, personId: personId || null, reason }, { context })
      }
      initial={{ personId: item.person?.id ?? '' }}
    >
      <Form.Item name="personId" label="改由谁办理">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: `交还给全体${roles[item.role]}` },
            ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="改派的原因"
        rules={[{ required: true, whitespace: true, message: '请写明改派的原因' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </TaskDrawer>
  );
};

/** 待办: one's own and what anybody of one's roles may do, the most urgent first. */
export const WorkList = ({
  kinds,
}: {
  readonly kinds: readonly { readonly kind: string; readonly kindName: string }[];
}) => {
  const url = useUrlState();
  const mayDo = useMay();
  const [reassigned, setReassigned] = useState<WorkItem>();
  const kind = url.get('kind');
  const mine = url.get('mine');
  const list = useQuery(
    api.work.list.queryOptions({
      input: { page: url.page, size: pageSize, ...(kind && { kind }), ...(mine && { mine: 'true' }) },
    }),
  );
  return (
    <Section title="待办">
      <div className="filters">
        <FilterField label="事项">
          <Select
            value={kind ?? ''}
            onChange={(value) => url.set({ kind: value })}
            options={[
              { value: '', label: '全部事项' },
              ...kinds.map(({ kind: value, kindName }) => ({ value, label: kindName })),
            ]}
          />
        </FilterField>
        <FilterField label="范围">
          <Select
            value={mine ?? ''}
            onChange={(value) => url.set({ mine: value })}
            options={[
              { value: '', label: '我的和本职责的' },
              { value: '1', label: '只看指定给我的' },
            ]}
          />
        </FilterField>
      </div>
      <QueryView query={list}>
        {({ items, total }) => (
          <ListTable<WorkItem>
            label="待办"
            rows={items}
            total={total}
            empty={kind || mine ? '没有符合条件的待办。' : '现在没有待办。有事项需要您办理时，会出现在这里。'}
            columns={[
              { title: '期限', key: 'due', render: (_, item) => <Deadline item={item} /> },
              { title: '事项', dataIndex: 'kindName' },
              {
                title: '内容',
                key: 'title',
                render: (_, { link, title }) => <LinkTo href={link}>{title}</LinkTo>,
              },
              { title: '单位', dataIndex: 'agencyName' },
              {
                title: '由谁办理',
                key: 'who',
                render: (_, { person, role }) =>
                  person?.name ?? <span className="second">{roles[role]}（任一人）</span>,
              },
              {
                title: '操作',
                hidden: !mayDo('work.reassign'),
                key: 'acts',
                render: (_, item) =>
                  mayDo('work.reassign', { agencyId: item.agencyId, state: 'open' }) && (
                    <div className="row-actions">
                      <Button type="link" onClick={() => setReassigned(item)}>
                        改派
                      </Button>
                    </div>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {reassigned && <Reassign item={reassigned} onClose={() => setReassigned(undefined)} />}
    </Section>
  );
};
