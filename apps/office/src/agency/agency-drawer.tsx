import { type Agency, type AgencyKind, agencyKinds } from '@gongkai/contract';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { AgencySelect } from '../component/agency-select.tsx';
import { onlyChanged } from '../component/only-changed.ts';
import { TaskDrawer } from '../component/task-drawer.tsx';
import { useMay } from '../session/use-session.ts';
import { LetterSettings, type LetterSettingValues, letterSettingsOf } from './letter-settings.tsx';
import { NumberWords, type NumberWordValues, numberWordsOf } from './number-words.tsx';

interface Values extends LetterSettingValues, NumberWordValues {
  parentId: string;
  kind: AgencyKind;
  name: string;
  shortName: string;
  regionCode: string;
  creditCode: string;
  organisationCode: string;
  workingBody: string;
  address: string;
  officeHours: string;
  phone: string;
  fax: string;
  email: string;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];

const optional = (text: string | undefined): string | null => text?.trim() || null;

/** Adds an agency, or changes one. */
export const AgencyDrawer = ({
  agency,
  parentId,
  onClose,
}: {
  readonly agency?: Agency;
  readonly parentId?: string;
  readonly onClose: () => void;
}) => {
  const mayDo = useMay();
  const isNew = agency === undefined;
  // As it was when the form was opened, whatever is read anew behind it.
  const [opened] = useState(agency);
  const initial: Partial<Values> = opened
    ? (Object.fromEntries(
        Object.entries(opened).map(([name, value]) => [name, value ?? '']),
      ) as Partial<Values>)
    : { ...(parentId && { parentId }), kind: 'department' };
  const send = (values: Values, context: { readonly once: string }): Promise<unknown> => {
    const shared = {
      name: values.name,
      shortName: values.shortName,
      regionCode: values.regionCode,
      creditCode: optional(values.creditCode),
      organisationCode: optional(values.organisationCode),
      workingBody: optional(values.workingBody),
      address: optional(values.address),
      officeHours: optional(values.officeHours),
      phone: optional(values.phone),
      fax: optional(values.fax),
      email: optional(values.email),
      ...letterSettingsOf(values),
      ...numberWordsOf(values),
    };
    return opened
      ? api.agency.change.call({ id: opened.id, ...onlyChanged(opened, shared) }, { context })
      : api.agency.create.call({ ...shared, parentId: values.parentId, kind: values.kind }, { context });
  };
  return (
    <TaskDrawer<Values>
      title={isNew ? '新增单位' : '修改单位信息'}
      submit={isNew ? '新增单位' : '保存修改'}
      done={isNew ? '单位已新增' : '单位信息已修改'}
      initial={initial}
      onClose={onClose}
      onSubmit={send}
    >
      {isNew && (
        <>
          <Form.Item name="parentId" label="上级单位" rules={[{ required: true, message: '请选择上级单位' }]}>
            <AgencySelect only={({ id }) => mayDo('agency.create', { agencyId: id })} />
          </Form.Item>
          <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
            <Select options={Object.entries(agencyKinds).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        </>
      )}
      <Form.Item name="name" label="名称" extra="机构全称，与印章一致。" rules={required('请填写名称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="shortName" label="简称" rules={required('请填写简称')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="regionCode"
        label="区划代码"
        extra="县级以上 6 位，乡镇、街道 9 位（GB/T 2260）。"
        rules={required('请填写区划代码')}
      >
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="creditCode" label="统一社会信用代码" extra="18 位。">
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item
        name="organisationCode"
        label="组织机构代码"
        extra="索引号的前段，9 位；公开信息后不宜再改。"
      >
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item
        name="workingBody"
        label="政府信息公开工作机构"
        extra="名称、地址、电话等须列入公开指南（条例第十二条第二款）。"
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label="办公地址">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="officeHours" label="办公时间">
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-columns">
        <Form.Item name="phone" label="联系电话">
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="fax" label="传真">
          <Input maxLength={50} />
        </Form.Item>
      </div>
      <Form.Item name="email" label="电子邮箱" rules={[{ type: 'email', message: '电子邮箱的格式不对' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <NumberWords />
      <LetterSettings />
    </TaskDrawer>
  );
};
