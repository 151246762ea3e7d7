import { App, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { refreshAll } from '../api/query-client.ts';
import { TaskForm, type TaskFormProps } from './task-form.tsx';

/** A form at the side of the list it belongs to; closes and says so when the act is done. */
export const TaskDrawer = <T extends object>({
  title,
  done,
  intro,
  onClose,
  onDone = onClose,
  onSubmit,
  ...form
}: {
  readonly title: string;
  /** What is said when it is done; absent where the form says it itself. */
  readonly done?: string;
  readonly intro?: ReactNode;
  readonly onClose: () => void;
  /** Instead of closing: where something is to be shown first. */
  readonly onDone?: () => void;
} & Omit<TaskFormProps<T>, 'onCancel'>): ReactNode => {
  const { message } = App.useApp();
  return (
    <Drawer open title={title} size={520} onClose={onClose} mask={{ closable: false }}>
      {intro && <div className="drawer-intro">{intro}</div>}
      <TaskForm<T>
        {...form}
        onCancel={onClose}
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
