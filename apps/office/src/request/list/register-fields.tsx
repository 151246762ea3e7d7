import { applicantKinds, intakeChannels, provisionForms, provisionWays } from '@gongkai/contract';
import { type IdentityKind, identityKindNames } from '@gongkai/statute';
import { Form, Input, Radio, Select } from 'antd';
import { channelRules } from './channel-rules.ts';
import { identityProblem, type RegisterForm } from './register-form.ts';

const options = <T extends string>(words: Readonly<Record<T, string>>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));

const channels = options(intakeChannels).filter(({ value }) => value in channelRules);
const companyKinds: readonly IdentityKind[] = ['creditCode', 'organisationCode', 'other'];

/** How and when it came in, with the rule on its date. */
export const ArrivalFields = ({ today }: { readonly today: string }) => {
  const channel = Form.useWatch<RegisterForm['channel']>('channel') ?? 'in_person';
  const { date, rule } = channelRules[channel];
  return (
    <>
      <Form.Item name="channel" label="来件渠道" rules={[{ required: true }]} extra={rule}>
        <Radio.Group className="choices columns" options={channels} />
      </Form.Item>
      <Form.Item
        name="on"
        label={date}
        rules={[
          { required: true, message: `请填写${date}` },
          {
            validator: (_, value?: string) =>
              value && value > today ? Promise.reject(new Error('不能晚于今天')) : Promise.resolve(),
          },
        ]}
      >
        <Input type="date" max={today} className="short" />
      </Form.Item>
    </>
  );
};

/** 条例第二十九条第二款第（一）项. */
export const ApplicantFields = ({ today }: { readonly today: string }) => {
  const form = Form.useFormInstance<RegisterForm>();
  const kind = Form.useWatch<RegisterForm['kind']>('kind') ?? 'naturalPerson';
  const identityKind = Form.useWatch<IdentityKind>('identityKind') ?? 'idCard';
  const isPerson = kind === 'naturalPerson';
  const kinds = options(identityKindNames).filter(
    ({ value }) => companyKinds.includes(value) !== isPerson || value === 'other',
  );
  return (
    <>
      <Form.Item name="kind" label="申请人类别" rules={[{ required: true }]}>
        <Radio.Group
          className="choices columns"
          options={options(applicantKinds)}
          onChange={({ target }) =>
            form.setFieldValue('identityKind', target.value === 'naturalPerson' ? 'idCard' : 'creditCode')
          }
        />
      </Form.Item>
      <div className="form-columns">
        <Form.Item
          name="name"
          label={isPerson ? '姓名' : '名称'}
          rules={[
            {
              required: true,
              whitespace: true,
              message: isPerson ? '请填写申请人的姓名' : '请填写申请单位的名称',
            },
          ]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {!isPerson && (
          <Form.Item name="contactPerson" label="联系人">
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="identityKind"
          label={isPerson ? '身份证明' : '单位代码'}
          rules={[{ required: true }]}
        >
          <Select options={kinds} />
        </Form.Item>
        <Form.Item
          name="identityNumber"
          label="号码"
          dependencies={['identityKind']}
          validateTrigger="onBlur"
          extra="没有提供的先空着，可以在补正时补交。"
          rules={[
            {
              validator: (_, value?: string) => {
                const problem = identityProblem(identityKind, value, today);
                return problem === null ? Promise.resolve() : Promise.reject(new Error(problem));
              },
            },
          ]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="phone"
          label="联系电话"
          dependencies={['email', 'address']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value?: string) =>
                value?.trim() || getFieldValue('email')?.trim() || getFieldValue('address')?.trim()
                  ? Promise.resolve()
                  : Promise.reject(new Error('电话、电子邮箱、通信地址至少填写一项，以便联系')),
            }),
          ]}
        >
          <Input type="tel" maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label="电子邮箱" rules={[{ type: 'email', message: '电子邮箱的写法不对' }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="address" label="通信地址">
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
    </>
  );
};

/** 条例第二十九条第二款第（二）项、第（三）项. */
export const ContentFields = () => (
  <>
    <Form.Item
      name="description"
      label="内容描述"
      extra="照申请书原文填写；所申请信息的名称、文号或者便于查询的其他特征。"
      rules={[{ required: true, whitespace: true, message: '请写明所申请的政府信息' }]}
    >
      <Input.TextArea className="grows tall" maxLength={5000} />
    </Form.Item>
    <div className="form-columns">
      <Form.Item name="title" label="政府信息的名称">
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentNumber" label="文号">
        <Input maxLength={100} autoComplete="off" placeholder="云政发〔2025〕12号" />
      </Form.Item>
      <Form.Item name="form" label="获取信息的形式" rules={[{ required: true }]}>
        <Select options={options(provisionForms)} />
      </Form.Item>
      <Form.Item name="way" label="获取信息的方式" rules={[{ required: true }]}>
        <Select options={options(provisionWays)} />
      </Form.Item>
    </div>
  </>
);
