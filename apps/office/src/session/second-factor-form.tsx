import { Form, Input } from 'antd';
import { api } from '../api/api.ts';
import { TaskForm } from '../component/task-form.tsx';
import { setSession } from './use-session.ts';

export const codeRules = [
  { required: true, whitespace: true, message: '请填写动态口令' },
  { min: 6, message: '动态口令是 6 位数字；备用码请完整填写' },
];

/** A code of the authenticator, or a recovery code. */
export const CodeField = ({
  label = '动态口令',
  name = 'code',
}: {
  readonly label?: string;
  readonly name?: string;
}) => (
  <Form.Item
    name={name}
    label={label}
    rules={codeRules}
    extra="打开认证器应用，填写现在显示的 6 位数字。手机不在身边时，可以填写一个备用码。"
  >
    <Input autoComplete="one-time-code" spellCheck={false} autoFocus maxLength={40} className="code-input" />
  </Form.Item>
);

/** The second step: the second factor. */
export const SecondFactorForm = () => (
  <TaskForm<{ code: string }>
    submit="完成登录"
    onSubmit={async (values) => setSession(await api.session.verifySecondFactor.call(values))}
  >
    <CodeField />
  </TaskForm>
);
