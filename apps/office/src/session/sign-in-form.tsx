import { Form, Input } from 'antd';
import { api } from '../api/api.ts';
import { TaskForm } from '../component/task-form.tsx';
import { setSession } from './use-session.ts';

/** The first step: username and password. */
export const SignInForm = ({ username }: { readonly username?: string | undefined }) => (
  <TaskForm<{ username: string; password: string }>
    submit="登录"
    initial={username ? { username } : {}}
    onSubmit={async (values) => setSession(await api.session.signIn.call(values))}
  >
    <Form.Item
      name="username"
      label="用户名"
      rules={[{ required: true, whitespace: true, message: '请填写用户名' }]}
    >
      <Input
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={!username}
        maxLength={64}
      />
    </Form.Item>
    <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
      <Input.Password autoComplete="current-password" autoFocus={Boolean(username)} maxLength={256} />
    </Form.Item>
  </TaskForm>
);
