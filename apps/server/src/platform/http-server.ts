import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

/**
 * How long a client may take. Someone who sends a head byte by byte holds a connection for ten seconds; a full
 * upload over a slow line has ten minutes.
 */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 600_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};

/** A connection on which nothing moves is closed; longer than what a page may take to be made. */
const silence = 120_000;

const mostConnections = 2_000;

/** Listens, and answers with `fetch`. */
export const openHttpServer = (
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Server => {
  const server = serve({ fetch, hostname: host, port, serverOptions: patience }) as Server;
  server.setTimeout(silence);
  server.maxConnections = mostConnections;
  return server;
};
