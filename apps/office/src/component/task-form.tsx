import { Alert, Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { newOnceKey } from '../api/api.ts';
import { type FieldProblem, problemOf } from '../api/problem.ts';

interface Complaint {
  readonly message: string;
  readonly fields: readonly FieldProblem[];
  /** Refused by the server; otherwise found here, and the first wrong field is gone to. */
  readonly isRefused: boolean;
}

/** `withheld.0.what`, as the form's own names are: by parts, numbers as numbers. */
const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const idOf = (formName: string, field: string): string => `${formName}_${field.replaceAll('.', '_')}`;

/** Errors in a list above the form, each leading to its field; whoever sent the form from far below sees them. */
const Complaints = ({
  complaint,
  formName,
}: {
  readonly complaint: Complaint;
  readonly formName: string;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const { isRefused } = complaint;
  useEffect(() => {
    if (isRefused) box.current?.focus();
  }, [isRefused]);
  return (
    <div ref={box} className="complaints" role="alert" tabIndex={-1}>
      <Alert
        type="error"
        title={complaint.message}
        description={
          complaint.fields.length > 0 && (
            <ul>
              {complaint.fields.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  <a
                    href={`#${idOf(formName, field)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(idOf(formName, field))?.focus();
                    }}
                  >
                    {message}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      />
    </div>
  );
};

export interface TaskFormProps<T> {
  /** The verb of the main button: what will happen. */
  readonly submit: string;
  /** Throws what the API client throws; what was typed stays. */
  readonly onSubmit: (values: T, context: { readonly once: string }) => Promise<unknown>;
  readonly initial?: Partial<T>;
  readonly form?: FormInstance<T>;
  readonly danger?: boolean;
  readonly wide?: boolean;
  /** Stands left of the buttons: the consequence of what can't be undone. */
  readonly note?: ReactNode;
  readonly onCancel?: () => void;
  readonly onChange?: () => void;
  /** Shows without a button to send. */
  readonly readOnly?: boolean;
  /** Whether fields that may stay empty say so. */
  readonly saysOptional?: boolean;
  readonly children: ReactNode;
}

/**
 * A form that does one act. Errors stand beside their field and in a list on top; what was typed stays. Pressed
 * twice, or sent again after a lost answer, the act is done once.
 */
export const TaskForm = <T extends object>({
  submit,
  onSubmit,
  initial,
  form,
  danger = false,
  wide = false,
  note,
  onCancel,
  onChange,
  readOnly = false,
  saysOptional = true,
  children,
}: TaskFormProps<T>): ReactNode => {
  const [own] = Form.useForm<T>(form);
  const name = `form${useId().replace(/\W/g, '')}`;
  const [complaint, setComplaint] = useState<Complaint>();
  const [isBusy, setBusy] = useState(false);
  const once = useRef<string>(undefined);

  const fail = (error: unknown): void => {
    const problem = problemOf(error);
    const known = new Set(Object.keys(own.getFieldsValue(true) as object));
    own.setFields(
      problem.fields
        .filter(({ field }) => known.has(field) || own.getFieldInstance(pathOf(field) as never))
        .map(({ field, message }) => ({
          name: (known.has(field) ? field : pathOf(field)) as never,
          errors: [message],
        })),
    );
    setComplaint({
      // By the time that it is read, one has signed in again.
      message:
        problem.code === 'SIGNED_OUT'
          ? '登录刚才到期了，还没有提交成功。填写的内容还在，请再提交一次。'
          : problem.message,
      fields: problem.fields.filter(({ message }) => message !== problem.message),
      isRefused: true,
    });
  };

  const send = async (values: T): Promise<void> => {
    setBusy(true);
    setComplaint(undefined);
    once.current ??= newOnceKey();
    try {
      await onSubmit(values, { once: once.current });
      once.current = undefined;
    } catch (error) {
      // Without an answer the act may have been done: only then the same key goes along again.
      if (problemOf(error).status !== 0) once.current = undefined;
      fail(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<T>
      form={own}
      name={name}
      layout="vertical"
      requiredMark={(label, { required }) => (
        <>
          {label}
          {!required && saysOptional && <span className="optional">选填</span>}
        </>
      )}
      className={wide ? 'task-form wide' : 'task-form'}
      initialValues={initial as never}
      onFinish={(values) => void send(values)}
      onValuesChange={() => {
        once.current = undefined;
        onChange?.();
      }}
      onFinishFailed={({ errorFields }) => {
        setComplaint({
          message: '还有内容需要修改：',
          fields: errorFields.map(({ name: path, errors }) => ({
            field: path.join('_'),
            message: errors[0] ?? '',
          })),
          isRefused: false,
        });
        const first = errorFields[0]?.name.join('_');
        if (first) document.getElementById(`${name}_${first}`)?.focus();
      }}
    >
      {complaint && <Complaints complaint={complaint} formName={name} />}
      {children}
      {!readOnly && (
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" danger={danger} loading={isBusy}>
            {submit}
          </Button>
          {onCancel && <Button onClick={onCancel}>取消</Button>}
          {note && <span className="form-note">{note}</span>}
        </div>
      )}
    </Form>
  );
};
