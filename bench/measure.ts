/** Milliseconds that this thread has spent on the processor: what other programs do meanwhile does not count. */
const threadTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Runs once; a promise is waited for, and only a promise, since waiting is not free. */
export type Work = () => unknown;

/** The processor's time is told in steps of some milliseconds; a round shorter than this would say nothing. */
const shortestRound = 40;

const round = async (work: Work, times: number): Promise<number> => {
  const start = threadTime();
  for (let time = 0; time < times; time++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return threadTime() - start;
};

/** How often a work must run for a round of it to be long enough; runs it warm on the way. */
const timesFor = async (work: Work, warm: number): Promise<number> => {
  await round(work, warm);
  let times = 1;
  for (let took = await round(work, times); took < shortestRound; took = await round(work, times)) times *= 2;
  return times;
};

/** The mean of the middle half: neither a slow spell of the machine nor a lucky round counts. */
export const middleMean = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  const middle = sorted.slice(cut, sorted.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
};

/**
 * Measures several works by turns, round after round, so that a slow spell of the machine falls on all of them.
 *
 * @param warm how often each runs before it is measured, for the compiler to settle
 * @returns for each, milliseconds of one processor for one run
 */
export const byTurns = async (
  works: readonly Work[],
  { warm, rounds }: { readonly warm: number; readonly rounds: number },
): Promise<readonly number[]> => {
  const subjects = [];
  for (const work of works) subjects.push({ work, times: await timesFor(work, warm), took: [] as number[] });
  for (let turn = 0; turn < rounds; turn++)
    for (const { work, times, took } of subjects) took.push((await round(work, times)) / times);
  return subjects.map(({ took }) => middleMean(took));
};
