import { type Person, type Post, type Role, roles } from '@gongkai/contract';
import { Form, Input, Select } from 'antd';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useMay } from '../session/use-session.ts';

const reasonRules = [{ required: true, whitespace: true, message: '请写明理由' }];

const ReasonField = () => (
  <Form.Item name="reason" label="理由" extra="记入审计日志。" rules={reasonRules}>
    <Input.TextArea rows={3} maxLength={200} showCount />
  </Form.Item>
);

/** 系统管理员 proposes a post; it gives no rights until 安全管理员 authorises it. */
export const ProposePost = ({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) => {
  const mayDo = useMay();
  return (
    <TaskDrawer<{ agencyId: string; role: Role; title: string }>
      title={`为${person.name}提出任岗`}
      submit="提出任岗"
      done="已提出，等待安全管理员授权"
      intro="提出后由安全管理员授权，授权之前不能办理业务。"
      initial={{ agencyId: person.agencyId }}
      onClose={onClose}
      onSubmit={({ agencyId, role, title }, context) =>
        api.post.propose.call(
          { personId: person.id, agencyId, role, title: title?.trim() || null },
          { context },
        )
      }
    >
      <Form.Item name="agencyId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
        <AgencySelect only={({ id }) => mayDo('post.propose', { agencyId: id })} />
      </Form.Item>
      <Form.Item
        name="role"
        label="职责"
        extra="三员（系统、安全、审计管理员）不能兼任其他职责。"
        rules={[{ required: true, message: '请选择职责' }]}
      >
        <Select options={Object.entries(roles).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="title" label="职务" extra="如 科长；不影响权限。">
        <Input maxLength={50} />
      </Form.Item>
    </TaskDrawer>
  );
};

/** 安全管理员 takes a post away. */
export const EndPost = ({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) => (
  <TaskDrawer<{ reason: string }>
    title="结束任岗"
    submit="结束任岗"
    danger
    done="任岗已结束"
    intro={`${post.personName}将不再担任${post.agencyName}的${roles[post.role]}，立即生效。由其本人办理的待办不会随之改派，离岗的请办理离岗交接。`}
    onClose={onClose}
    onSubmit={({ reason }, context) => api.post.end.call({ id: post.id, reason }, { context })}
  >
    <ReasonField />
  </TaskDrawer>
);

/** 安全管理员 refuses a proposed post. */
export const RefusePost = ({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) => (
  <TaskDrawer<{ reason: string }>
    title="不予授权"
    submit="不予授权"
    danger
    done="已记录不予授权"
    intro={`${post.personName}任${post.agencyName}${roles[post.role]}一事不予授权，提出人可以看到理由。`}
    onClose={onClose}
    onSubmit={({ reason }, context) => api.post.refuse.call({ id: post.id, reason }, { context })}
  >
    <ReasonField />
  </TaskDrawer>
);
