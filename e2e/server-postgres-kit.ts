import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { type ServerPostgres, startServerPostgres } from '../tools/server-postgres.ts';

/** A PostgreSQL server of the system's own (`needs('postgres')`); gone after the tests. */
export const openServerPostgres = async (
  from: { readonly replicaOf?: string } = {},
): Promise<ServerPostgres> => {
  const postgres = await startServerPostgres(from);
  after(postgres.remove);
  return postgres;
};

/** Asks a database by its address, past every program. */
export const query = async <Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

/** An empty database as docs/operations.md has it made: a role of its own that owns it. Its DATABASE_URL. */
export const createDatabase = async (server: string): Promise<string> => {
  const name = `gongkai_${randomBytes(4).toString('hex')}`;
  await query(server, `create role ${name} login password 'a password of its own'`);
  await query(server, `create database ${name} owner ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.username = name;
  url.password = 'a password of its own';
  url.pathname = `/${name}`;
  return url.href;
};
