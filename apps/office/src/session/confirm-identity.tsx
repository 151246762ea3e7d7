import { Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { setConfirmation } from '../api/confirmation.ts';
import { TaskForm } from '../component/task-form.tsx';
import { CodeField } from './second-factor-form.tsx';
import { setSession } from './use-session.ts';

/** Stands ready to ask for the code or the password before a sensitive act; what was being done waits behind it. */
export const ConfirmIdentity = ({ hasSecondFactor }: { readonly hasSecondFactor: boolean }) => {
  const [answer, setAnswer] = useState<{ readonly give: (isConfirmed: boolean) => void }>();
  useEffect(() => {
    setConfirmation(() => new Promise((give) => setAnswer({ give })));
    return () => setConfirmation(null);
  }, []);
  if (!answer) return null;
  const end = (isConfirmed: boolean): void => {
    setAnswer(undefined);
    answer.give(isConfirmed);
  };
  return (
    <Modal
      open
      title="再次核验身份"
      footer={null}
      mask={{ closable: false }}
      onCancel={() => end(false)}
      zIndex={1200}
      destroyOnHidden
    >
      <p className="hint">这项操作比较敏感，请证明是您本人。核验后接着完成刚才的操作。</p>
      <TaskForm<{ code?: string; password?: string }>
        submit="核验并继续"
        onCancel={() => end(false)}
        onSubmit={async (values) => {
          setSession(await api.session.confirm.call(values));
          end(true);
        }}
      >
        {hasSecondFactor ? (
          <CodeField />
        ) : (
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password autoComplete="current-password" autoFocus maxLength={256} />
          </Form.Item>
        )}
      </TaskForm>
    </Modal>
  );
};
