import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';

/**
 * Runs many acts in one transaction: they are durable together, with one commit, and each that fails is undone by
 * itself. What is given to `run` is a database whose transactions are savepoints.
 */
export const inOneTransaction = (db: Db, run: (db: Db) => Promise<void>): Promise<void> =>
  db.transaction().execute((trx) => run(withSavepoints(trx)));

const withSavepoints = (trx: Db): Db => {
  const execute = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    await sql`savepoint act`.execute(trx);
    try {
      const result = await work(trx);
      await sql`release savepoint act`.execute(trx);
      return result;
    } catch (error) {
      await sql`rollback to savepoint act`.execute(trx);
      throw error;
    }
  };
  return new Proxy(trx, {
    get: (target, name) => {
      if (name === 'transaction') return () => ({ execute });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};
