import { type TokenScope, tokenScopeNames, tokenScopes } from '@gongkai/contract';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { ShownOnce } from '../component/shown-once.tsx';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useMay, useSession } from '../session/use-session.ts';

interface Values {
  name: string;
  agencyId: string;
  scopes: TokenScope[];
  perMinute: number;
  days: number | null;
}

/** Takes of what the form hands down only what a group may bear: `aria-required` isn't for groups. */
const Scopes = ({
  id,
  value = [],
  onChange,
}: {
  readonly id?: string;
  readonly value?: TokenScope[];
  readonly onChange?: (scopes: TokenScope[]) => void;
}) => (
  <Checkbox.Group<TokenScope>
    {...{ id, 'aria-label': '许可的操作' }}
    className="choices"
    value={value}
    onChange={(scopes) => onChange?.(scopes)}
    options={tokenScopeNames.map((scope) => ({ value: scope, label: tokenScopes[scope].label }))}
  />
);

/** Makes a token; it is shown once. */
export const CreateToken = ({ onClose }: { readonly onClose: () => void }) => {
  const mayDo = useMay();
  const { agency } = useSession();
  const [token, setToken] = useState<string>();
  if (token)
    return (
      <ShownOnce
        title="接口令牌"
        secret={token}
        advice="请交给对接系统的负责人，存放在该系统的密钥配置中。令牌只显示这一次；泄露了请立即作废。"
        onClose={onClose}
      />
    );
  return (
    <TaskDrawer<Values>
      title="新建令牌"
      submit="新建令牌"
      initial={{ agencyId: agency.id, perMinute: 60, scopes: [] }}
      onClose={onClose}
      // The drawer gives way to the token.
      onDone={() => undefined}
      onSubmit={async ({ days, ...values }, context) => {
        const created = await api.token.create.call({ ...values, ...(days && { days }) }, { context });
        setToken(created.token);
      }}
    >
      <Form.Item
        name="name"
        label="使用令牌的系统"
        extra="写明系统名称和负责单位，如 区档案馆归档系统。"
        rules={[{ required: true, whitespace: true, message: '请填写系统名称' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="agencyId" label="令牌所代表的单位" rules={[{ required: true, message: '请选择单位' }]}>
        <AgencySelect only={({ id }) => mayDo('token.create', { agencyId: id })} />
      </Form.Item>
      <Form.Item
        name="scopes"
        label="许可的操作"
        extra="只选需要的。"
        rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一项操作' }]}
      >
        <Scopes />
      </Form.Item>
      <div className="form-columns">
        <Form.Item
          name="perMinute"
          label="每分钟最多请求次数"
          rules={[{ required: true, message: '请填写 1 到 6000 的整数' }]}
        >
          <InputNumber min={1} max={6000} precision={0} />
        </Form.Item>
        <Form.Item name="days" label="有效天数" extra="不填按系统设置。">
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
      </div>
    </TaskDrawer>
  );
};
