import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so; throws where it isn't after a generous while (milliseconds). */
export const until = async (isSo: () => boolean | Promise<boolean>, limit = 30_000): Promise<void> => {
  const end = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so after ${limit} ms: ${isSo}`);
    await sleep(20);
  }
};
