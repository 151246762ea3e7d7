import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './platform/config.ts';
import { openHttpServer } from './platform/http-server.ts';
import { log } from './platform/log.ts';
import { openReaders } from './report/index.ts';

/** What is still under way at the end gets this long, then the program ends all the same. */
const farewell = 3_000;

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

const start = (): void => {
  const config = readConfig(process.env, availableParallelism());
  const readers = openReaders({ size: config.readers, seconds: config.readSeconds });
  const server = openHttpServer(createApp(config, readers).fetch, config.host, config.port);

  server.on('listening', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`公开（gongkai）已启动：${addressOf(config.host, port)}`);
  });

  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(whyNot(error, config));
    process.exit(1);
  });

  const stop = (): void => {
    setTimeout(() => process.exit(0), farewell).unref();
    server.close();
    server.closeAllConnections();
    void readers.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('unhandledRejection', (reason) => log('unhandled rejection', { kind: nameOf(reason) }));
};

/** Only the kind of an error: its message may hold what somebody handed in. */
const nameOf = (reason: unknown): string => (reason instanceof Error ? reason.name : typeof reason);

try {
  start();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
