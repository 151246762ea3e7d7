import { Form } from 'antd';
import { FileInput } from './file-input.tsx';

/** One file of a form. */
export const FileField = ({
  name,
  label,
  accept,
  hint,
  required = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly accept: string;
  readonly hint: string;
  readonly required?: boolean;
}) => (
  <Form.Item
    name={name}
    label={label}
    extra={hint}
    valuePropName="file"
    rules={required ? [{ required: true, message: '请选择文件' }] : []}
  >
    <FileInput accept={accept} />
  </Form.Item>
);
