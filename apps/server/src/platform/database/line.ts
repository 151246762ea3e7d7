/** A fair line in front of something that only so many can have at a time: who came first is next. */
export interface Line {
  /** Does the work when its turn has come; a turn ends with the work. Throws `LineTooLong`. */
  readonly wait: <T>(work: () => Promise<T>) => Promise<T>;
  /** How many stand in it now. */
  readonly waiting: () => number;
}

/** The turn did not come in time; the work was not begun. */
export class LineTooLong extends Error {
  constructor() {
    super('the turn did not come in time');
    this.name = 'LineTooLong';
  }
}

/**
 * @param places how many work at a time
 * @param patience milliseconds that somebody stands in the line at most
 */
export const createLine = (places: number, patience: number): Line => {
  // Sets keep the order in which somebody came.
  const standing = new Set<() => void>();
  let free = places;

  const turn = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const called = () => {
        clearTimeout(timer);
        standing.delete(called);
        resolve();
      };
      const timer = setTimeout(() => {
        standing.delete(called);
        reject(new LineTooLong());
      }, patience);
      standing.add(called);
    });

  const leave = (): void => {
    const [next] = standing;
    if (next) next();
    else free += 1;
  };

  return {
    waiting: () => standing.size,
    wait: async (work) => {
      if (free > 0) free -= 1;
      else await turn();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
