import { randomBytes } from 'node:crypto';

/** Values that are forgotten after a while, under ids that can't be guessed (128 random bits). Memory only. */
export interface ExpiringStore<Value> {
  /** Keeps a value and returns its id; null where the store is full. `bytes` is what it counts as. */
  readonly add: (value: Value, bytes: number) => string | null;
  readonly get: (id: string) => Kept<Value> | undefined;
  /** Corrects what a value counts as, when it has grown. */
  readonly resize: (id: string, bytes: number) => void;
  /** Forgets a value at once. */
  readonly delete: (id: string) => void;
  readonly bytes: () => number;
}

export interface Kept<Value> {
  readonly value: Value;
  readonly expires: Date;
}

interface Entry<Value> {
  readonly value: Value;
  readonly expires: number;
  bytes: number;
}

export interface StoreOptions<Value> {
  readonly minutes: number;
  readonly megabytes: number;
  /** Called when a value is forgotten, whatever the reason. */
  readonly onForget?: (value: Value) => void;
  readonly now?: () => number;
}

export const createExpiringStore = <Value>(options: StoreOptions<Value>): ExpiringStore<Value> => {
  const { minutes, megabytes, onForget = () => {}, now = Date.now } = options;
  const entries = new Map<string, Entry<Value>>();
  let total = 0;

  const forget = (id: string): void => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    total -= entry.bytes;
    onForget(entry.value);
  };

  // Entries live equally long, so the first is always the next to expire.
  const sweep = (): void => {
    const time = now();
    for (const [id, entry] of entries) {
      if (entry.expires > time) return;
      forget(id);
    }
  };
  setInterval(sweep, 15_000).unref();

  return {
    add: (value, bytes) => {
      sweep();
      if (total + bytes > megabytes * 1024 * 1024) return null;
      const id = randomBytes(16).toString('base64url');
      entries.set(id, { value, bytes, expires: now() + minutes * 60_000 });
      total += bytes;
      return id;
    },
    get: (id) => {
      sweep();
      const entry = entries.get(id);
      return entry && { value: entry.value, expires: new Date(entry.expires) };
    },
    resize: (id, bytes) => {
      const entry = entries.get(id);
      if (!entry) return;
      total += bytes - entry.bytes;
      entry.bytes = bytes;
    },
    delete: forget,
    bytes: () => total,
  };
};
