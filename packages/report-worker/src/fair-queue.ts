/** Jobs in lanes; the lane that has had the least of the threads' time is served next. */
export interface FairQueue<Job> {
  readonly push: (job: Job) => void;
  /** Back to the front of its lane: a job that was handed out and not begun. */
  readonly unshift: (job: Job) => void;
  /** The next job of a lane that may be served; undefined where there is none. */
  readonly next: (mayServe?: (lane: string) => boolean) => Job | undefined;
  readonly remove: (job: Job) => boolean;
  readonly drain: () => Job[];
  readonly size: () => number;
  /** Lanes of which jobs wait. */
  readonly lanes: () => number;
  /** Says how long a lane's job kept a thread busy, in milliseconds. */
  readonly charge: (lane: string, milliseconds: number) => void;
}

interface Lane<Job> {
  readonly name: string;
  readonly jobs: Job[];
  /** Thread time had so far; a lane that comes new begins with what the least served one has had. */
  used: number;
}

/** A lane lives while jobs of it wait; one that comes back soon has not forgotten what it had. */
const remembered = 1000;

export const createFairQueue = <Job extends { readonly lane: string }>(): FairQueue<Job> => {
  const lanes = new Map<string, Lane<Job>>();
  let size = 0;

  const waiting = (): Lane<Job>[] => [...lanes.values()].filter(({ jobs }) => jobs.length > 0);

  const laneOf = (name: string): Lane<Job> => {
    const known = lanes.get(name);
    if (known) return known;
    const others = waiting().map(({ used }) => used);
    const lane: Lane<Job> = { name, jobs: [], used: others.length > 0 ? Math.min(...others) : 0 };
    lanes.set(name, lane);
    if (lanes.size > remembered)
      for (const [old, { jobs }] of lanes) {
        if (jobs.length > 0 || old === name) continue;
        lanes.delete(old);
        break;
      }
    return lane;
  };

  return {
    push: (job) => {
      laneOf(job.lane).jobs.push(job);
      size += 1;
    },
    unshift: (job) => {
      laneOf(job.lane).jobs.unshift(job);
      size += 1;
    },
    next: (mayServe = () => true) => {
      let best: Lane<Job> | undefined;
      for (const lane of lanes.values())
        if (lane.jobs.length > 0 && (!best || lane.used < best.used) && mayServe(lane.name)) best = lane;
      const job = best?.jobs.shift();
      if (!best || !job) return undefined;
      size -= 1;
      // A small charge at once, so that lanes take turns before the first of their jobs has ended.
      best.used += 1;
      return job;
    },
    remove: (job) => {
      const jobs = lanes.get(job.lane)?.jobs ?? [];
      const at = jobs.indexOf(job);
      if (at < 0) return false;
      jobs.splice(at, 1);
      size -= 1;
      return true;
    },
    drain: () => {
      const all = [...lanes.values()].flatMap(({ jobs }) => jobs.splice(0));
      size = 0;
      return all;
    },
    size: () => size,
    lanes: () => waiting().length,
    charge: (name, milliseconds) => {
      const lane = lanes.get(name);
      if (lane) lane.used += milliseconds;
    },
  };
};
