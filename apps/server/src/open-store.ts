import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './platform/config.ts';
import { type Connection, type Database, openDatabase } from './platform/database/open-database.ts';
import { findRunningPostgres, openEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres.ts';
import type { ByteStore } from './platform/file/byte-store.ts';
import { openFolderStore } from './platform/file/folder-store.ts';
import { type Cipher, CipherError, createCipher } from './platform/secret/cipher.ts';
import { openKeyFile } from './platform/secret/key-file.ts';

/** The database that a program works on, with what has to be ended after it. */
export interface Store {
  readonly database: Database;
  /** Whether this program started the PostgreSQL itself. */
  readonly isEmbedded: boolean;
  readonly close: () => Promise<void>;
}

const openBytes = async ({ filesUrl, dataFolder }: Config): Promise<ByteStore> => {
  if (!filesUrl) return openFolderStore(join(dataFolder, 'files'));
  // Its library takes as long to load as half of the program.
  const { openS3Store, readS3Options } = await import('./platform/file/s3-store.ts');
  return openS3Store(readS3Options(filesUrl, process.env));
};

/** Connections that the embedded PostgreSQL takes beyond the program's own: commands beside it, administration. */
const besidePool = 34;

/** Where the bytes of files lie by the settings, and where they are received before. */
export const openByteStore = async (
  config: Config,
): Promise<{ readonly store: ByteStore; readonly temporaryFolder: string }> => ({
  store: await openBytes(config),
  temporaryFolder: join(config.dataFolder, 'receiving'),
});

/**
 * Opens the database of the settings: the server of DATABASE_URL, or the embedded one of the data folder.
 * A command beside a running program (`isBeside`) uses the PostgreSQL that it has running.
 * Throws errors with messages for the one who started the program.
 */
export const openStore = async (
  config: Config,
  options: { readonly isBeside?: boolean } = {},
): Promise<Store> => {
  const open = (connection: Connection): Database => openDatabase(connection, config.connections);
  if (config.databaseUrl) {
    const database = open({ connectionString: config.databaseUrl });
    return { database, isEmbedded: false, close: database.close };
  }
  const running = options.isBeside ? findRunningPostgres(config.dataFolder) : null;
  if (running) {
    const database = open(running);
    return { database, isEmbedded: false, close: database.close };
  }
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const embedded = await openEmbeddedPostgres(config.dataFolder, {
    connections: config.connections + besidePool,
  });
  const database = open(embedded.connection);
  const close = async (): Promise<void> => {
    await database.close();
    await embedded.stop();
  };
  return { database, isEmbedded: true, close };
};

const fingerprintName = 'key_fingerprint';

/**
 * The cipher of the key file. A new database takes a new key; one that has used a key is opened with that key alone.
 * Throws `CipherError` where the key is missing or another one.
 */
export const openCipher = async (config: Config, { db }: Database): Promise<Cipher> => {
  const known = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', fingerprintName)
    .executeTakeFirst();
  const cipher = createCipher(await openKeyFile(config.keyFile, known === undefined), config.cipher);
  const { value } = await db
    .insertInto('setting')
    .values({ name: fingerprintName, value: JSON.stringify(cipher.keyFingerprint) })
    // Takes the row as it is, so that two programs that start together see the same key.
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ name: fingerprintName }))
    .returning('value')
    .executeTakeFirstOrThrow();
  if (value !== cipher.keyFingerprint)
    throw new CipherError(
      `密钥文件 ${config.keyFile} 不是这个数据库的密钥。请放回原来的密钥文件，或用 GONGKAI_KEY_FILE 指明位置。`,
    );
  return cipher;
};
