import { Client, type ClientConfig } from 'pg';

/** The role that owns the database, and the database. */
export const ownerRole = 'gongkai';
export const databaseName = 'gongkai';

/**
 * Makes the role and the database when they aren't there yet. The role may make further databases (a restore needs
 * one) and owns its own; it reads no files of the system and runs no programs.
 */
export const ensureDatabase = async (administrator: ClientConfig, password: string): Promise<void> => {
  const client = new Client({ ...administrator, database: 'postgres' });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [ownerRole, databaseName],
    );
    const secret = client.escapeLiteral(password);
    if (!rows[0]?.role) await client.query(`create role ${ownerRole} login createdb password ${secret}`);
    if (rows[0]?.database) return;
    await client.query(`create database ${databaseName} owner ${ownerRole}`);
    await client.query(`revoke all on database ${databaseName} from public`);
  } finally {
    await client.end();
  }
};
