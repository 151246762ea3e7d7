import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { URL } from 'node:url';

/**
 * A small stand-in for an S3 service over HTTP: PUT, GET, HEAD, DELETE, list (version 2), in memory. Signatures are
 * asked for but not checked; multipart uploads, which begin at 5 MB, aren't there.
 */
export interface TestS3 {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const list = (objects: ReadonlyMap<string, Buffer>, url: URL): string => {
  const prefix = url.searchParams.get('prefix') ?? '';
  const contents = [...objects]
    .filter(([key]) => key.startsWith(prefix))
    .map(
      ([key, { length }]) =>
        `<Contents><Key>${escapeXml(key)}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified><Size>${length}</Size></Contents>`,
    );
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${contents.length}</KeyCount>${contents.join('')}</ListBucketResult>`;
};

const answer = async (
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://s3');
  const [, bucket, ...rest] = url.pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256') || bucket !== 'bucket') {
    response.writeHead(403).end();
    return;
  }
  const found = objects.get(key);
  if (request.method === 'PUT') {
    objects.set(key, await bodyOf(request));
    response.writeHead(200, { ETag: '"x"' }).end();
  } else if (request.method === 'DELETE') {
    objects.delete(key);
    response.writeHead(204).end();
  } else if (key === '')
    response.writeHead(200, { 'Content-Type': 'application/xml' }).end(list(objects, url));
  else if (!found)
    response
      .writeHead(404, { 'Content-Type': 'application/xml' })
      .end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
  else
    response
      .writeHead(200, { 'Content-Length': found.length, 'Last-Modified': new Date(0).toUTCString() })
      .end(request.method === 'HEAD' ? undefined : found);
};

export const openTestS3 = async (): Promise<TestS3> => {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer(objects, request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, objects };
};
