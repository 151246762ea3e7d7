import type { RequestCase } from '@gongkai/contract';
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';

/** A word of a closed vocabulary. */
export interface Option {
  readonly value: string | number;
  readonly label: string;
}

interface Common {
  /** The name that the contract has for it. */
  readonly name: string;
  readonly label: string;
  /** The rule beside the field. */
  readonly hint?: string | ((found: RequestCase) => string | undefined);
  readonly optional?: true;
  /** Where a case has no use for the field. */
  readonly when?: (found: RequestCase) => boolean;
  /** Only while another field of the form holds this. */
  readonly beside?: { readonly name: string; readonly is: string };
}

/** A field of a step's form, as data. */
export type Field = Common &
  (
    | { readonly type: 'date'; readonly future?: true }
    | { readonly type: 'line'; readonly most: number }
    | { readonly type: 'text'; readonly most: number }
    | { readonly type: 'number'; readonly least: number; readonly most: number }
    | { readonly type: 'check' }
    | {
        readonly type: 'pick' | 'radio';
        readonly options: readonly Option[] | ((found: RequestCase) => readonly Option[]);
      }
  );

/** A civil date, in the way the browser offers it. */
export const DateField = ({
  name,
  label,
  hint,
  today,
  future = false,
  optional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly today: string;
  readonly future?: boolean;
  readonly optional?: boolean;
}) => (
  <Form.Item
    name={name}
    label={label}
    extra={hint}
    rules={[
      { required: !optional, message: `请填写${label}` },
      {
        validator: (_, value?: string) =>
          value && !future && value > today
            ? Promise.reject(new Error(`${label}不能晚于今天`))
            : Promise.resolve(),
      },
    ]}
  >
    <Input type="date" className="short" {...(future ? { min: today } : { max: today })} />
  </Form.Item>
);

const controlOf = (field: Field, found: RequestCase): ReactNode => {
  switch (field.type) {
    case 'line':
      return <Input maxLength={field.most} autoComplete="off" />;
    case 'text':
      return <Input.TextArea className="grows tall" maxLength={field.most} showCount={field.most <= 2000} />;
    case 'number':
      return <InputNumber className="number" min={field.least} max={field.most} precision={0} />;
    case 'pick':
    case 'radio': {
      const options = typeof field.options === 'function' ? field.options(found) : field.options;
      return field.type === 'radio' ? (
        <Radio.Group className="choices" options={[...options]} />
      ) : (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={field.optional}
          options={[...options]}
        />
      );
    }
    default:
      return null;
  }
};

/** Draws a field of a step's form. */
export const StepField = ({
  field,
  found,
  today,
}: {
  readonly field: Field;
  readonly found: RequestCase;
  readonly today: string;
}) => {
  const other = Form.useWatch<unknown>(field.beside?.name ?? []);
  if (field.when && !field.when(found)) return null;
  if (field.beside && other !== field.beside.is) return null;
  const hint = typeof field.hint === 'function' ? field.hint(found) : field.hint;
  const { name, label, optional = false } = field;
  if (field.type === 'date')
    return <DateField {...{ name, label, hint, today, optional }} {...(field.future && { future: true })} />;
  if (field.type === 'check')
    return (
      <Form.Item name={name} valuePropName="checked" extra={hint}>
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  const asks = field.type === 'pick' || field.type === 'radio' ? '请选择' : '请填写';
  const isWritten = field.type === 'line' || field.type === 'text';
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={
        optional
          ? []
          : [{ required: true, message: `${asks}${label}`, ...(isWritten && { whitespace: true }) }]
      }
    >
      {controlOf(field, found)}
    </Form.Item>
  );
};
