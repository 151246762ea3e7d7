/**
 * A small program for the fault tests, to be killed: opens the embedded PostgreSQL of the folder that is its
 * argument, then writes rows one after the other and says the number of each once PostgreSQL has acknowledged it.
 */
import { Client } from 'pg';
import { DatabaseError } from './database-error.ts';
import { openEmbeddedPostgres } from './embedded-postgres.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const work = async (folder: string): Promise<void> => {
  const postgres = await openEmbeddedPostgres(folder);
  let stopping = false;
  process.once('SIGTERM', () => {
    stopping = true;
    void postgres.stop().then(() => process.exit(0));
  });
  const client = new Client(postgres.connection);
  client.on('error', () => {});
  await client.connect();
  await client.query('create table if not exists row (number int primary key)');
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(number), 0) + 1 as next from row',
  );
  for (let number = rows[0]!.next; ; number += 1) {
    try {
      await client.query('insert into row values ($1)', [number]);
    } catch (error) {
      if (stopping) return;
      throw error;
    }
    say(`row ${number}`);
  }
};

work(process.argv[2]!).catch((error: unknown) => {
  say(error instanceof DatabaseError ? `refused ${error.code} ${error.message}` : `failed ${String(error)}`);
  process.exit(1);
});
