import { App } from 'antd';
import type { ReactNode } from 'react';
import { newOnceKey } from '../api/api.ts';
import { problemOf } from '../api/problem.ts';
import { refreshAll } from '../api/query-client.ts';

interface Question {
  readonly title: string;
  /** What follows from it. */
  readonly consequence: ReactNode;
  /** The verb of what will happen. */
  readonly verb: string;
  readonly danger?: boolean;
  readonly act: (context: { readonly once: string }) => Promise<unknown>;
  readonly done?: string;
}

/** Asks before an act, with its consequences; a problem is shown in place and the question stays. */
export const useConfirm = (): ((question: Question) => void) => {
  const { modal, message } = App.useApp();
  return ({ title, consequence, verb, danger = false, act, done }) => {
    const once = newOnceKey();
    const dialog = modal.confirm({
      title,
      icon: null,
      content: consequence,
      okText: verb,
      cancelText: '取消',
      okButtonProps: { danger },
      onOk: async () => {
        try {
          await act({ once });
          if (done) void message.success(done);
          await refreshAll();
        } catch (error) {
          dialog.update({
            content: (
              <>
                {consequence}
                <p className="dialog-problem" role="alert">
                  {problemOf(error).message}
                </p>
              </>
            ),
          });
          throw error;
        }
      },
    });
  };
};
