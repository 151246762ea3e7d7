import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { S3Client } from '@aws-sdk/client-s3';
import { AwsS3StorageAdapter } from '@flystorage/aws-s3';
import { FileStorage, Visibility } from '@flystorage/file-storage';
import { type ByteStore, BytesLost, readKey } from './byte-store.ts';

export interface S3Options {
  readonly bucket: string;
  readonly prefix: string;
  /** An S3-compatible service other than Amazon's: AWS_ENDPOINT_URL. Buckets are then part of the path. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** FILES_URL=s3://bucket/prefix with AWS_ENDPOINT_URL, AWS_REGION; the credentials are read by the client itself. */
export const readS3Options = (url: string, env: Readonly<Record<string, string | undefined>>): S3Options => {
  const { hostname, pathname } = new URL(url);
  return {
    bucket: hostname,
    prefix: pathname.replace(/^\/+|\/+$/g, ''),
    endpoint: env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || null,
    region: env.AWS_REGION || 'us-east-1',
  };
};

const isMissing = (error: unknown): boolean => {
  for (let cause = error as { name?: string; cause?: unknown } | undefined; cause; ) {
    if (cause.name === 'NoSuchKey' || cause.name === 'NotFound') return true;
    cause = cause.cause as typeof cause;
  }
  return false;
};

/** Bytes in an S3-compatible service. */
export const openS3Store = ({ bucket, prefix, endpoint, region }: S3Options): ByteStore => {
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Other services than Amazon's don't know the newer checksums; the hash of the whole is checked at each reading.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const storage = new FileStorage(new AwsS3StorageAdapter(client, { bucket, prefix }));
  return {
    put: async (key, temporaryPath) => {
      await storage.write(key, createReadStream(temporaryPath, { highWaterMark: 256 * 1024 }), {
        mimeType: 'application/octet-stream',
        visibility: Visibility.PRIVATE,
      });
      await rm(temporaryPath, { force: true });
    },
    has: (key) => storage.fileExists(key),
    open: async (key) => {
      try {
        return Readable.from(await storage.read(key));
      } catch (error) {
        throw isMissing(error) ? new BytesLost(undefined, { cause: error }) : error;
      }
    },
    remove: (key) => storage.deleteFile(key),
    list: async function* () {
      for await (const entry of storage.list('', { deep: true })) {
        if (!entry.isFile || !readKey(entry.path)) continue;
        yield { key: entry.path, putAt: new Date(entry.lastModifiedMs ?? Number.POSITIVE_INFINITY) };
      }
    },
  };
};
