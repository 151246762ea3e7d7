import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { refreshAll } from '../../api/query-client.ts';
import { TaskForm } from '../../component/task-form.tsx';
import { useConfirm } from '../../component/use-confirm.tsx';
import { filterOfView, isSameFilter, type UrlFilter, viewOf } from './filter-url.ts';

const everything: readonly (readonly [string, UrlFilter])[] = [
  ['没有办结的', { scope: 'open', order: 'due', conditions: {} }],
  ['已经办结的', { scope: 'ended', order: 'newest', conditions: {} }],
  ['全部', { scope: 'all', order: 'newest', conditions: {} }],
];

const SaveView = ({ filter, onClose }: { readonly filter: UrlFilter; readonly onClose: () => void }) => (
  <Modal open title="保存为视图" footer={null} onCancel={onClose} destroyOnHidden>
    <TaskForm<{ name: string }>
      submit="保存视图"
      onCancel={onClose}
      onSubmit={async ({ name }, context) => {
        await api.requestList.saveView.call({ name, ...viewOf(filter) } as never, { context });
        onClose();
        await refreshAll();
      }}
    >
      <Form.Item
        name="name"
        label="视图的名字"
        extra="把现在的筛选条件和顺序记下来，只有您自己看得到。同名的视图会被替换。"
        rules={[{ required: true, whitespace: true, message: '请给视图取个名字' }]}
      >
        <Input maxLength={30} autoFocus />
      </Form.Item>
    </TaskForm>
  </Modal>
);

/** Ways to look at the list: three that are always there, then one's own. */
export const ViewTabs = ({
  filter,
  onChoose,
}: {
  readonly filter: UrlFilter;
  readonly onChoose: (filter: UrlFilter) => void;
}) => {
  const { data: views = [] } = useQuery(api.requestList.views.queryOptions());
  const [isSaving, setSaving] = useState(false);
  const confirm = useConfirm();
  const own = views.find((view) => isSameFilter(filterOfView(view), filter));
  const isKnown = own !== undefined || everything.some(([, known]) => isSameFilter(known, filter));
  const tab = (key: string, label: string, to: UrlFilter) => (
    <li key={key}>
      <button
        type="button"
        className="view-tab"
        aria-current={isSameFilter(to, filter) ? 'true' : undefined}
        onClick={() => onChoose(to)}
      >
        {label}
      </button>
    </li>
  );
  return (
    <nav className="view-tabs" aria-label="视图">
      <ul>
        {everything.map(([label, to]) => tab(label, label, to))}
        {views.map((view) => tab(view.id, view.name, filterOfView(view)))}
      </ul>
      {!isKnown && (
        <Button type="link" onClick={() => setSaving(true)}>
          保存为视图
        </Button>
      )}
      {own && (
        <Button
          type="link"
          onClick={() =>
            confirm({
              title: `删除视图“${own.name}”？`,
              consequence: '只删除这个视图，申请不受影响。',
              verb: '删除视图',
              act: (context) => api.requestList.removeView.call({ id: own.id }, { context }),
            })
          }
        >
          删除这个视图
        </Button>
      )}
      {isSaving && <SaveView filter={filter} onClose={() => setSaving(false)} />}
    </nav>
  );
};
