import { randomBytes } from 'node:crypto';

/** Values that are forgotten after a while, under ids that can't be guessed (128 random bits). Memory only. */
export interface ExpiringStore<Value> {
  /** Keeps a value and returns its id; null where the store is full. `bytes` is what it counts as. */
  readonly add: (value: Value, bytes: number) => string | null;
  readonly get: (id: string) => Kept<Value> | undefined;
  /** Corrects what a value counts as; false where it has grown past what the store may hold. */
  readonly resize: (id: string, bytes: number) => boolean;
  /** Holds room for what is still on its way, as it comes. */
  readonly reserve: () => Reservation;
  /** Forgets a value at once. */
  readonly delete: (id: string) => void;
  readonly bytes: () => number;
}

export interface Reservation {
  /** So many bytes more; false where the store has no room for them. */
  readonly grow: (bytes: number) => boolean;
  /** Gives all of it back; once more does no harm. */
  readonly release: () => void;
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
  const most = megabytes * 1024 * 1024;
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
      if (total + bytes > most) return null;
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
      if (!entry) return false;
      if (bytes > entry.bytes && total + bytes - entry.bytes > most) return false;
      total += bytes - entry.bytes;
      entry.bytes = bytes;
      return true;
    },
    reserve: () => {
      let held = 0;
      return {
        grow: (bytes) => {
          if (total + bytes > most) return false;
          total += bytes;
          held += bytes;
          return true;
        },
        release: () => {
          total -= held;
          held = 0;
        },
      };
    },
    delete: forget,
    bytes: () => total,
  };
};
