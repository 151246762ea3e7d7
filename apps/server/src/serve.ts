import type { AddressInfo } from 'node:net';
import { createApp, requestIdOf } from './app.ts';
import { type OpenedSpine, openSpine } from './open-spine.ts';
import type { Config } from './platform/config.ts';
import { countRequests } from './platform/count-requests.ts';
import { openHttpServer } from './platform/http-server.ts';
import { log } from './platform/log.ts';
import { measureRequests } from './platform/metrics/measure-requests.ts';
import { openMetrics } from './platform/metrics/open-metrics.ts';
import { createOperationApp } from './platform/metrics/operation-app.ts';
import { readSite, type Site } from './portal/index.ts';
import { publicDirectory } from './public-directory.ts';
import { openReaders } from './report/index.ts';

/** What is still under way at the end gets this long, then the program ends all the same. */
const farewell = 20_000;

/** Requests under way get so long of it before the database closes under them. */
const drainFor = 5_000;

/** Settings of the site that somebody changes are seen after so many milliseconds at most. */
const siteEvery = 30_000;

const addressOf = (host: string, port: number): string => {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

const whyNot = (error: NodeJS.ErrnoException, { host, port }: Config): string => {
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用。请用 PORT=${port === 3001 ? 3002 : 3001} npm start 换一个端口，或先停掉占用它的程序。`;
    case 'EACCES':
      return `没有权限使用端口 ${port}。请用 PORT 指定 1024 以上的端口。`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `本机没有 ${host} 这个地址。请核对环境变量 HOST。`;
    default:
      return `不能在 ${host}:${port} 上启动：${error.message}`;
  }
};

/** Only the kind of an error: its message may hold what somebody handed in. */
const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : typeof reason);

/** The site as it is set, read again now and then. */
const followSite = async (
  opened: OpenedSpine,
  config: Config,
): Promise<{ readonly site: () => Site; readonly stop: () => void }> => {
  const { db } = opened.spine;
  const domain = config.publicUrl ? new URL(config.publicUrl).host : `localhost:${config.port}`;
  const read = async (): Promise<Site> =>
    readSite(db, (await publicDirectory(db).root())?.agency ?? null, domain);
  let current = await read();
  const timer = setInterval(() => {
    read().then(
      (site) => {
        current = site;
      },
      () => {},
    );
  }, siteEvery).unref();
  return { site: () => current, stop: () => clearInterval(timer) };
};

/**
 * Runs the system until it is told to stop (SIGINT, SIGTERM): what is under way ends first. `prepare` sees the
 * opened system before anything is served, and says what to print once it is.
 */
export const serve = async (
  config: Config,
  prepare: (opened: OpenedSpine) => Promise<string>,
): Promise<void> => {
  const opened = await openSpine(config);
  let words: string;
  try {
    words = await prepare(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
  const readers = openReaders({ size: config.readers, seconds: config.readSeconds });
  const followed = await followSite(opened, config);
  const registry = openMetrics(opened.spine.database);
  const app = createApp({
    ...opened,
    config,
    readers,
    site: followed.site,
    before: [measureRequests(registry, requestIdOf, process.stderr.isTTY)],
    operation: createOperationApp({
      registry,
      metricsToken: config.metricsToken,
      database: opened.spine.database,
      dataFolder: config.dataFolder,
      now: opened.spine.now,
    }),
  });
  const requests = countRequests(app.fetch);
  const server = openHttpServer(requests.fetch, config.host, config.port);

  const close = async (): Promise<void> => {
    followed.stop();
    await readers.close();
    await opened.close();
  };

  server.on('listening', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`公开（gongkai）已启动：${addressOf(config.host, port)}`);
    if (words) console.log(words.replaceAll('{address}', addressOf(config.host, port)));
    if (config.serves.includes('worker')) void opened.work().catch(stopBecause);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(whyNot(error, config));
    void close().finally(() => process.exit(1));
  });

  const stopBecause = (reason: unknown): void => {
    log('jobs not started', { kind: nameOf(reason) });
  };
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), farewell).unref();
    server.close();
    server.closeIdleConnections();
    void requests
      .drained(drainFor)
      .then(close)
      .finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  process.on('unhandledRejection', (reason) => log('unhandled rejection', { kind: nameOf(reason) }));
};
