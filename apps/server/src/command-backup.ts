import { basename } from 'node:path';
import type { CommandOptions } from './command.ts';
import { openByteStore, openCipher, openStore } from './open-store.ts';
import { makeBackup } from './platform/backup/make-backup.ts';
import { restoreBackup } from './platform/backup/restore-backup.ts';
import type { StoredBytes } from './platform/backup/stored-bytes.ts';
import { type Config, ConfigError } from './platform/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { sealEvents } from './platform/event/seal-events.ts';
import { backupBytes } from './platform/file/backup-bytes.ts';
import { createCipher } from './platform/secret/cipher.ts';
import { openKeyFile } from './platform/secret/key-file.ts';

const bytesOf = async (config: Config): Promise<StoredBytes> => {
  const { store, temporaryFolder } = await openByteStore(config);
  return backupBytes(store, temporaryFolder);
};

const need = (options: CommandOptions, name: string, example: string): string => {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new ConfigError(`请用 --${name} 指明文件，例如 --${name} ${example}`);
};

/** `gongkai backup`: beside the running program, or alone. */
export const backupCommand = async (config: Config, options: CommandOptions): Promise<undefined> => {
  const path = need(options, 'to', `gongkai-${new Date().toISOString().slice(0, 10)}.tar.gz`);
  const store = await openStore(config, { isBeside: true });
  try {
    const { keyFingerprint } = await openCipher(config, store.database);
    const { rows, files } = await makeBackup({
      pool: store.database.pool,
      bytes: await bytesOf(config),
      keyFingerprint,
      path,
      now: new Date(),
      onProgress: (message) => console.error(`  ${message}`),
    });
    console.log(`已备份 ${rows} 行、${files} 个附件到 ${basename(path)}。`);
    console.log(
      `备份里没有密钥。请把密钥文件 ${config.keyFile} 另存一份，和备份分开保管：没有它，加密的内容无法恢复。`,
    );
  } finally {
    await store.close();
  }
  return undefined;
};

/** `gongkai restore`: into an empty database of either kind. */
export const restoreCommand = async (config: Config, options: CommandOptions): Promise<undefined> => {
  const path = need(options, 'from', 'backup.tar.gz');
  // The key must be there before anything is opened: a new one could read nothing of the backup.
  const { keyFingerprint } = createCipher(await openKeyFile(config.keyFile, false), config.cipher);
  const store = await openStore(config);
  try {
    const { rows, files } = await restoreBackup({
      pool: store.database.pool,
      bytes: await bytesOf(config),
      keyFingerprint,
      path,
      onProgress: (message) => console.error(`  ${message}`),
    });
    await migrate(store.database.pool);
    // Links what the backup had without a link, before anything else is written.
    await sealEvents(store.database.db, config.chain);
    console.log(`已恢复 ${rows} 行、${files} 个附件。可以启动系统了。`);
  } finally {
    await store.close();
  }
  return undefined;
};
