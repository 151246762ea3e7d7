import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds, looking every so many milliseconds. */
export const until = async (holds: () => boolean, every = 10): Promise<void> => {
  while (!holds()) await sleep(every);
};

/** Waits until a condition holds, at most so many milliseconds; whether it holds. */
export const untilOrLate = async (holds: () => boolean, patience: number, every = 10): Promise<boolean> => {
  const end = Date.now() + patience;
  await until(() => holds() || Date.now() > end, every);
  return holds();
};
