import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { log } from './platform/log.ts';
import { openReaders } from './report/index.ts';

const start = (): void => {
  const config = readConfig(process.env, availableParallelism());
  const readers = openReaders({ size: config.readers, seconds: config.readSeconds });
  const server = serve({ fetch: createApp(config, readers).fetch, hostname: config.host, port: config.port });

  server.on('listening', () => {
    const { port } = server.address() as AddressInfo;
    const host =
      config.host === '127.0.0.1'
        ? 'localhost'
        : config.host.includes(':')
          ? `[${config.host}]`
          : config.host;
    console.log(`公开（gongkai）已启动：http://${host}:${port}`);
  });

  server.on('error', (error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `端口 ${config.port} 已被占用。请用 PORT=3001 npm start 换一个端口，或先停掉占用它的程序。`
        : error.code === 'EACCES'
          ? `没有权限使用端口 ${config.port}。请用 PORT 指定 1024 以上的端口。`
          : `不能在 ${config.host}:${config.port} 上启动：${error.message}`;
    console.error(why);
    process.exit(1);
  });

  const stop = (): void => {
    server.close();
    void readers.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('unhandledRejection', (reason) => log('unhandled rejection', { reason: String(reason) }));
};

try {
  start();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
