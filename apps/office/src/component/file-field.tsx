import { Form } from 'antd';

/** One file; the browser's own field, which every assistive technology knows. */
const FileInput = ({
  id,
  accept,
  onChange,
}: {
  readonly id?: string;
  readonly accept: string;
  readonly onChange?: (file: File | undefined) => void;
}) => (
  <input id={id} type="file" accept={accept} onChange={({ target }) => onChange?.(target.files?.[0])} />
);

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
    className="file-field"
    valuePropName="file"
    rules={required ? [{ required: true, message: '请选择文件' }] : []}
  >
    <FileInput accept={accept} />
  </Form.Item>
);
