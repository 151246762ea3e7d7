import { App, Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { refreshAll } from '../api/query-client.ts';
import { TaskForm, type TaskFormProps } from './task-form.tsx';

/**
 * A form at the side of the list it belongs to; closes and says so when the act is done. Asks before what was typed
 * is given up.
 */
export const TaskDrawer = <T extends object>({
  title,
  done,
  intro,
  size = 520,
  onClose,
  onDone = onClose,
  onSubmit,
  onChange,
  ...form
}: {
  readonly title: string;
  /** What is said when it is done; absent where the form says it itself. */
  readonly done?: string;
  readonly intro?: ReactNode;
  /** How wide it is, where the window is wide enough. */
  readonly size?: number;
  readonly onClose: () => void;
  /** Instead of closing: where something is to be shown first. */
  readonly onDone?: () => void;
} & Omit<TaskFormProps<T>, 'onCancel'>): ReactNode => {
  const { message, modal } = App.useApp();
  const isTouched = useRef(false);
  const [before] = useState(() => document.activeElement);
  // Back to where one was; where that is gone with the act, to the page.
  useEffect(
    () => () => {
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.getElementById('content'))?.focus({ preventScroll: true });
    },
    [before],
  );
  const leave = (): void => {
    if (!isTouched.current) {
      onClose();
      return;
    }
    modal.confirm({
      title: '放弃填写的内容？',
      icon: null,
      content: '填写的内容还没有提交，关闭后不会保留。',
      okText: '放弃并关闭',
      cancelText: '继续填写',
      onOk: onClose,
    });
  };
  return (
    <Drawer open title={title} size={size} onClose={leave} mask={{ closable: false }}>
      {intro && <div className="drawer-intro">{intro}</div>}
      <TaskForm<T>
        {...form}
        onCancel={leave}
        onChange={() => {
          isTouched.current = true;
          onChange?.();
        }}
        onSubmit={async (values, context) => {
          await onSubmit(values, context);
          if (done) void message.success(done);
          onDone();
          await refreshAll();
        }}
      />
    </Drawer>
  );
};
