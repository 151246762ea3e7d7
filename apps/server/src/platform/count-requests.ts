type Fetch = (request: Request) => Response | Promise<Response>;

/** Knows how many requests are being answered. */
export interface CountedRequests {
  readonly fetch: Fetch;
  /** Resolves once none is, or after so many milliseconds. An answer counts as given when its body begins. */
  readonly drained: (milliseconds: number) => Promise<void>;
}

/** Counts the requests that a handler has under way, so that nothing is closed under them. */
export const countRequests = (fetch: Fetch): CountedRequests => {
  let underWay = 0;
  let settled: (() => void) | undefined;
  return {
    fetch: async (...request) => {
      underWay += 1;
      try {
        return await fetch(...request);
      } finally {
        underWay -= 1;
        if (underWay === 0) settled?.();
      }
    },
    drained: (milliseconds) =>
      new Promise((resolve) => {
        if (underWay === 0) return resolve();
        settled = resolve;
        setTimeout(resolve, milliseconds);
      }),
  };
};
