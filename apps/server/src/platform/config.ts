/** What an operator may set by environment variables; everything has a sound default. */
export interface Config {
  /** HOST, PORT: where the server listens. */
  readonly host: string;
  readonly port: number;
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

/** Reads the settings. Throws `ConfigError` at the first that can't be used. */
export const readConfig = (env: Environment, cores: number): Config => ({
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
