import { App } from 'antd';
import { useState } from 'react';
import { problemOf } from '../api/problem.ts';

/** Does something at once that needs no question, and says so if it fails. */
export const useAct = (): {
  readonly isBusy: boolean;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
} => {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    act: async (work) => {
      setBusy(true);
      try {
        await work();
      } catch (error) {
        void message.error(problemOf(error).message, 8);
      } finally {
        setBusy(false);
      }
    },
  };
};
