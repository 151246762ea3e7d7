import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { migrate } from './platform/database/migrate.ts';
import { type Connection, type Database, openDatabase } from './platform/database/open-database.ts';

/** A PostgreSQL in which tests make databases of their own. */
interface TestServer {
  readonly connection: Connection;
}

/** What has to be ended after the file's tests, the last first. */
const endings: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

/**
 * GONGKAI_TEST_DATABASE_URL names a server (the suite runs on Debian's PostgreSQL so); without it the embedded
 * PostgreSQL is started for this test file.
 */
const openTestServer = async (): Promise<TestServer> => {
  const url = process.env.GONGKAI_TEST_DATABASE_URL;
  if (url) return { connection: { connectionString: url } };
  const { openEmbeddedPostgres } = await import('./platform/embedded-postgres/embedded-postgres.ts');
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-test-'));
  const embedded = await openEmbeddedPostgres(folder, { durable: false });
  endings.unshift(async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return { connection: embedded.connection };
};

let server: Promise<TestServer> | undefined;

const inDatabase = (connection: Connection, database: string): Connection => {
  if (!connection.connectionString) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

const asAdmin = async <T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(inDatabase(connection, 'postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A fresh, migrated database for one test file; gone when the file's tests are over. */
export const openTestDatabase = async (
  options: { readonly migrated?: boolean; readonly connections?: number } = {},
): Promise<Database & { readonly connection: Connection }> => {
  server ??= openTestServer();
  const { connection } = await server;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(connection, (client) =>
    client.query(`create database ${name} template template0 encoding 'UTF8'`),
  );
  const own = inDatabase(connection, name);
  const database = openDatabase(own, options.connections ?? 10);
  if (options.migrated !== false) await migrate(database.pool);
  endings.push(async () => {
    await database.close();
    await asAdmin(connection, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { ...database, connection: own };
};

/** The database's address, as DATABASE_URL names it to a program of its own. */
export const addressOf = ({ connectionString, host, port, user, password, database }: Connection): string =>
  connectionString ??
  `postgres://${user}:${encodeURIComponent(password ?? '')}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`;
