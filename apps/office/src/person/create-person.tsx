import { Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { ShownOnce } from '../component/shown-once.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useMay, useSession } from '../session/use-session.ts';

interface Values {
  agencyId: string;
  name: string;
  username: string;
  phone: string;
  email: string;
}

/** Makes an account; its first password is shown once and changed at first use. */
export const CreatePerson = ({
  agencyId,
  onClose,
}: {
  readonly agencyId?: string | undefined;
  readonly onClose: () => void;
}) => {
  const mayDo = useMay();
  const { agency } = useSession();
  const navigate = useNavigate();
  const [created, setCreated] = useState<{ id: string; initialPassword: string; name: string }>();
  if (created)
    return (
      <ShownOnce
        title={`${created.name}的初始密码`}
        secret={created.initialPassword}
        advice="请当面交给本人，不要用短信、邮件或即时通信发送。密码只显示这一次，本人首次登录时必须修改。账号还没有职责，接着请为其提出任岗。"
        onClose={() => {
          onClose();
          void navigate(`/people/${created.id}`);
        }}
      />
    );
  return (
    <TaskDrawer<Values>
      title="新建人员"
      submit="新建人员"
      initial={{ agencyId: agencyId ?? agency.id }}
      onClose={onClose}
      // The drawer gives way to the password.
      onDone={() => undefined}
      onSubmit={async ({ phone, email, name, ...rest }, context) => {
        const { id, initialPassword } = await api.person.create.call(
          { ...rest, name, phone: phone?.trim() || null, email: email?.trim() || null },
          { context },
        );
        setCreated({ id, initialPassword, name });
      }}
    >
      <Form.Item name="agencyId" label="所在单位" rules={[{ required: true, message: '请选择单位' }]}>
        <AgencySelect only={({ id }) => mayDo('person.create', { agencyId: id })} />
      </Form.Item>
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="username"
        label="用户名"
        extra="登录时使用。以字母开头，3 到 32 位，只含字母、数字和 . _ -；建立后不能修改。"
        rules={[
          { required: true, message: '请填写用户名' },
          {
            pattern: /^\s*[a-zA-Z][a-zA-Z0-9._-]{2,31}\s*$/,
            message: '用户名以字母开头，3 到 32 位，只含字母、数字和 . _ -',
          },
        ]}
      >
        <Input maxLength={32} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label="电话">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱" rules={[{ type: 'email', message: '电子邮箱的格式不对' }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </TaskDrawer>
  );
};
