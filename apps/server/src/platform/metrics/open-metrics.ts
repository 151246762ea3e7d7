import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Database, waitingToWrite } from '../database/open-database.ts';
import { readUnsealed } from '../event/unsealed-events.ts';
import { countJobs } from '../job/read-jobs.ts';
import { countWaitingMails } from '../mail/read-mails.ts';

/** Reads a gauge at each scrape; one that can't be read now is left out, the others still come. */
const gauge = <L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly L[],
  read: () => Promise<readonly (readonly [Readonly<Record<L, string>>, number])[]>,
): void => {
  new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    async collect() {
      this.reset();
      const values = await read().catch(() => []);
      for (const [labels, value] of values) this.set(labels as Partial<Record<L, string>>, value);
      if (values.length === 0 && labelNames.length === 0) this.set(Number.NaN);
    },
  });
};

/** The measurements of this program and of what it stands on, for Prometheus. */
export const openMetrics = ({ db, pool }: Database): Registry => {
  const registry = new Registry();
  // Among them the event loop's lag, memory, open files.
  collectDefaultMetrics({ register: registry });
  gauge(registry, 'gongkai_database_connections', 'Connections of the pool', ['state'], async () => [
    [{ state: 'idle' }, pool.idleCount],
    [{ state: 'busy' }, pool.totalCount - pool.idleCount],
    [{ state: 'waited_for' }, pool.waitingCount + waitingToWrite(db)],
  ]);
  gauge(registry, 'gongkai_jobs', 'Jobs by kind and state', ['name', 'state'], async () =>
    (await countJobs(db)).map(({ name, state, count }) => [{ name, state }, count] as const),
  );
  gauge(registry, 'gongkai_unsealed_events', 'Events without a link of the chain yet', [], async () => [
    [{}, (await readUnsealed(db)).count],
  ]);
  gauge(registry, 'gongkai_mails_waiting', 'Mails that wait to be sent', [], async () => [
    [{}, await countWaitingMails(db)],
  ]);
  return registry;
};
