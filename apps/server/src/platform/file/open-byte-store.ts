import { join } from 'node:path';
import { type Config, ConfigError } from '../config.ts';
import type { Cipher } from '../secret/cipher.ts';
import type { ByteStore } from './byte-store.ts';
import { openFolderStore } from './folder-store.ts';
import type { FileStoreOptions } from './receive-file.ts';
import { openS3Store, readS3Options } from './s3-store.ts';
import { readScannerAddress } from './scan-for-viruses.ts';

type StoreConfig = Pick<Config, 'filesUrl' | 'dataFolder'>;

const folderOf = ({ dataFolder }: StoreConfig): string => join(dataFolder, 'files');

/** The store that the settings name: the data folder's `files`, or FILES_URL. */
export const openByteStore = (config: StoreConfig): ByteStore =>
  config.filesUrl === null
    ? openFolderStore(folderOf(config))
    : openS3Store(readS3Options(config.filesUrl, process.env));

/** All that `openFiles` needs, from the settings. Throws `ConfigError` for a scanner's address that is none. */
export const fileStoreOptions = (
  config: StoreConfig & Pick<Config, 'clamd' | 'cipher' | 'uploadMegabytes'>,
  cipher: Cipher,
): FileStoreOptions => {
  const scanner = config.clamd === null ? null : readScannerAddress(config.clamd);
  if (scanner === undefined)
    throw new ConfigError('环境变量 GONGKAI_CLAMD 应是“主机:端口”，例如 127.0.0.1:3310。');
  return {
    store: openByteStore(config),
    temporaryFolder: join(folderOf(config), 'tmp'),
    cipher,
    algorithm: config.cipher,
    scanner,
    most: config.uploadMegabytes * 1024 * 1024,
  };
};
