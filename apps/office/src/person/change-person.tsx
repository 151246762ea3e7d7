import type { Person } from '@gongkai/contract';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useMay } from '../session/use-session.ts';

interface Values {
  agencyId: string;
  name: string;
  phone: string;
  email: string;
}

/** Changes who somebody is. Only what was changed is sent: contact details may be masked on screen. */
export const ChangePerson = ({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) => {
  const mayDo = useMay();
  // As it was when the form was opened, whatever is read anew behind it.
  const [before] = useState<Values>({
    agencyId: person.agencyId,
    name: person.name,
    phone: person.phone ?? '',
    email: person.email ?? '',
  });
  return (
    <TaskDrawer<Values>
      title="修改人员信息"
      submit="保存修改"
      done="人员信息已修改"
      initial={before}
      onClose={onClose}
      onSubmit={async (values, context) => {
        const change = {
          ...(values.agencyId !== before.agencyId && { agencyId: values.agencyId }),
          ...(values.name !== before.name && { name: values.name }),
          ...(values.phone !== before.phone && { phone: values.phone.trim() || null }),
          ...(values.email !== before.email && { email: values.email.trim() || null }),
        };
        if (Object.keys(change).length > 0)
          await api.person.change.call({ id: person.id, ...change }, { context });
      }}
    >
      <Form.Item name="agencyId" label="所在单位" rules={[{ required: true, message: '请选择单位' }]}>
        <AgencySelect only={({ id }) => mayDo('person.change', { agencyId: id, state: person.state })} />
      </Form.Item>
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label="电话">
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱">
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </TaskDrawer>
  );
};
