import { join, resolve } from 'node:path';

/** What one program may serve; all of it unless `--only` or GONGKAI_ONLY names a part. */
export const faces = ['portal', 'office', 'worker'] as const;
export type Face = (typeof faces)[number];

/** What an operator may set by environment variables; everything has a sound default. */
export interface Config {
  /** HOST, PORT: where the server listens. */
  readonly host: string;
  readonly port: number;
  /** GONGKAI_ONLY: the parts that this program serves (portal: the public side; office: the staff's; worker: jobs). */
  readonly serves: readonly Face[];
  /** GONGKAI_DATA: the folder of the database (where it is the embedded one), files and keys. */
  readonly dataFolder: string;
  /** DATABASE_URL: a PostgreSQL server (≥ 15) instead of the embedded one. */
  readonly databaseUrl: string | null;
  /** GONGKAI_POOL: connections to the database. */
  readonly connections: number;
  /** GONGKAI_KEY_FILE: the key that columns and files are encrypted with; `<data>/keys/column.key` by default. */
  readonly keyFile: string;
  /** GONGKAI_CIPHER: `aes` (AES-256-GCM) or `sm` (SM4 with SM3, 密码法) for what is written from now on. */
  readonly cipher: 'aes' | 'sm';
  /** GONGKAI_CHAIN: the hash of the event chain from now on. */
  readonly chain: 'sha256' | 'sm3';
  /** GONGKAI_PUBLIC_URL: the address that people type; https makes the cookies secure. */
  readonly publicUrl: string | null;
  /** FILES_URL: `s3://bucket/prefix` instead of the data folder. */
  readonly filesUrl: string | null;
  /** GONGKAI_SMTP_URL: the mail server; without it mails are kept and shown in the office of a demonstration. */
  readonly smtpUrl: string | null;
  /** GONGKAI_CLAMD: host:port of a virus scanner for what is uploaded. */
  readonly clamd: string | null;
  /** GONGKAI_FILE_MB: what one file that somebody hands in may have. */
  readonly fileMegabytes: number;
  /** GONGKAI_DEVELOPMENT=1: pages for those who build the system (/components). */
  readonly isDevelopment: boolean;
  /** GONGKAI_METRICS_TOKEN: who may read /metrics from elsewhere than this machine. */
  readonly metricsToken: string | null;
  /** GONGKAI_KEEP_MINUTES: how long an upload and its results are kept. */
  readonly keepMinutes: number;
  /** GONGKAI_UPLOAD_MB: all files of one upload together. */
  readonly uploadMegabytes: number;
  /** GONGKAI_UPLOAD_FILES: files of one upload, those inside ZIP archives included. */
  readonly uploadFiles: number;
  /** GONGKAI_READ_SECONDS: what reading one file may take. */
  readonly readSeconds: number;
  /** GONGKAI_READERS: files read at the same time. */
  readonly readers: number;
  /** GONGKAI_QUEUE: files that may wait to be read; more are turned away. */
  readonly queue: number;
  /** GONGKAI_STORE_MB: what all kept uploads may take in memory together. */
  readonly storeMegabytes: number;
  /** GONGKAI_UPLOADS_PER_MINUTE: uploads that one address may make. */
  readonly uploadsPerMinute: number;
  /** GONGKAI_TRUST_PROXY=1: the client's address is taken from X-Forwarded-For (behind a balancer). */
  readonly trustProxy: boolean;
}

/** A setting that can't be used; the message names it and says what it should be. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const whole = (env: Environment, name: string, fallback: number, from: number, to: number): number => {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new ConfigError(`环境变量 ${name} 应是 ${from} 到 ${to} 的整数，现在是“${text}”。`);
  return value;
};

const oneOf = <T extends string>(env: Environment, name: string, allowed: readonly T[], fallback: T): T => {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const found = allowed.find((value) => value === text);
  if (!found) throw new ConfigError(`环境变量 ${name} 应是 ${allowed.join('、')} 之一，现在是“${text}”。`);
  return found;
};

const url = (env: Environment, name: string, protocols: readonly string[]): string | null => {
  const text = env[name];
  if (text === undefined || text === '') return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
  // The value itself may hold a password: it isn't repeated.
  if (!protocols.includes(protocol))
    throw new ConfigError(
      `环境变量 ${name} 应是以 ${protocols.map((p) => `${p}://`).join(' 或 ')} 开头的地址。`,
    );
  return text;
};

const scannerOf = (env: Environment): string | null => {
  const text = env.GONGKAI_CLAMD;
  if (text === undefined || text === '') return null;
  if (!/^[^\s:]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(text))
    throw new ConfigError(`环境变量 GONGKAI_CLAMD 应写成 主机:端口，如 127.0.0.1:3310，现在是“${text}”。`);
  return text;
};

const servesOf = (env: Environment): readonly Face[] => {
  const text = env.GONGKAI_ONLY;
  if (text === undefined || text === '') return faces;
  return text.split(',').map((part) => {
    const face = faces.find((name) => name === part.trim());
    if (!face) throw new ConfigError(`只能单独启动 ${faces.join('、')}，没有“${part.trim()}”。`);
    return face;
  });
};

/** Reads the settings. Throws `ConfigError` at the first that can't be used. */
export const readConfig = (env: Environment, cores: number): Config => ({
  serves: servesOf(env),
  dataFolder: resolve(env.GONGKAI_DATA || 'data'),
  databaseUrl: url(env, 'DATABASE_URL', ['postgres', 'postgresql']),
  connections: whole(env, 'GONGKAI_POOL', 16, 2, 500),
  keyFile: resolve(env.GONGKAI_KEY_FILE || join(env.GONGKAI_DATA || 'data', 'keys', 'column.key')),
  cipher: oneOf(env, 'GONGKAI_CIPHER', ['aes', 'sm'], 'aes'),
  chain: oneOf(env, 'GONGKAI_CHAIN', ['sha256', 'sm3'], 'sha256'),
  publicUrl: url(env, 'GONGKAI_PUBLIC_URL', ['http', 'https']),
  filesUrl: url(env, 'FILES_URL', ['s3']),
  smtpUrl: url(env, 'GONGKAI_SMTP_URL', ['smtp', 'smtps']),
  clamd: scannerOf(env),
  fileMegabytes: whole(env, 'GONGKAI_FILE_MB', 100, 1, 2048),
  isDevelopment: env.GONGKAI_DEVELOPMENT === '1',
  metricsToken: env.GONGKAI_METRICS_TOKEN || null,
  host: env.HOST || '127.0.0.1',
  port: whole(env, 'PORT', 3000, 0, 65_535),
  keepMinutes: whole(env, 'GONGKAI_KEEP_MINUTES', 60, 1, 1440),
  uploadMegabytes: whole(env, 'GONGKAI_UPLOAD_MB', 100, 1, 1024),
  uploadFiles: whole(env, 'GONGKAI_UPLOAD_FILES', 200, 1, 2000),
  readSeconds: whole(env, 'GONGKAI_READ_SECONDS', 60, 1, 600),
  readers: whole(env, 'GONGKAI_READERS', Math.max(1, cores), 1, 64),
  queue: whole(env, 'GONGKAI_QUEUE', 1000, 1, 100_000),
  storeMegabytes: whole(env, 'GONGKAI_STORE_MB', 1024, 16, 65_536),
  uploadsPerMinute: whole(env, 'GONGKAI_UPLOADS_PER_MINUTE', 30, 1, 10_000),
  trustProxy: env.GONGKAI_TRUST_PROXY === '1',
});
