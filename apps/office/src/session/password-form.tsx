import type { CurrentSession, PasswordRules } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { api } from '../api/api.ts';
import { TaskForm } from '../component/task-form.tsx';

const sayRules = ({ length, kinds, earlier, days }: PasswordRules): string =>
  [
    `至少 ${length} 个字符`,
    kinds > 1 ? `大写字母、小写字母、数字、其他符号四类中至少包含 ${kinds} 类` : '',
    earlier > 0 ? `不与最近 ${earlier} 次用过的密码相同` : '',
    days > 0 ? `每 ${days} 天更换一次` : '',
  ]
    .filter(Boolean)
    .join('；');

interface Values {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

/** Changes one's own password: at first use, when it has expired, or whenever one likes. */
export const PasswordForm = ({
  submit,
  onDone,
}: {
  readonly submit: string;
  readonly onDone: (session: CurrentSession) => void;
}) => {
  const { data: rules } = useQuery(api.session.passwordRules.queryOptions());
  return (
    <TaskForm<Values>
      submit={submit}
      onSubmit={async ({ currentPassword, newPassword }, context) =>
        onDone(await api.profile.changePassword.call({ currentPassword, newPassword }, { context }))
      }
    >
      <Form.Item
        name="currentPassword"
        label="当前密码"
        rules={[{ required: true, message: '请填写当前密码' }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra={rules && `${sayRules(rules)}。`}
        rules={[{ required: true, message: '请填写新密码' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再次填写新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再次填写新密码' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error('两次填写的新密码不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
    </TaskForm>
  );
};
