import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '../../apps/server/src/platform/config.ts';
import { filesOf, read } from './repository.ts';

const page = read('docs/operations.md');

/** The first cells of the table that begins with this head. */
const firstCells = (head: string): readonly string[] => {
  const [, table = ''] = page.split(`| ${head} |`);
  return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|]+) \|/gm)].map((match) =>
    (match[1] ?? '').trim(),
  );
};

/** Every environment variable that the settings are read from. */
const readVariables = (): readonly string[] => {
  const names = new Set<string>();
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(env, 4);
  return [...names];
};

test('the table of settings names every environment variable that is read, and no other', () => {
  const named = firstCells('Variable').map((cell) => cell.replaceAll('`', ''));
  assert.deepEqual(named.toSorted(), readVariables().toSorted());
});

test('the defaults of the table are those of the code', () => {
  const config = readConfig({}, 4);
  const values: Readonly<Record<string, unknown>> = {
    HOST: config.host,
    PORT: config.port,
    GONGKAI_POOL: config.connections,
    GONGKAI_CIPHER: config.cipher,
    GONGKAI_CHAIN: config.chain,
    GONGKAI_FILE_MB: config.fileMegabytes,
    GONGKAI_KEEP_MINUTES: config.keepMinutes,
    GONGKAI_UPLOAD_MB: config.uploadMegabytes,
    GONGKAI_UPLOAD_FILES: config.uploadFiles,
    GONGKAI_READ_SECONDS: config.readSeconds,
    GONGKAI_QUEUE: config.queue,
    GONGKAI_STORE_MB: config.storeMegabytes,
    GONGKAI_UPLOADS_PER_MINUTE: config.uploadsPerMinute,
  };
  for (const [name, value] of Object.entries(values))
    assert.ok(page.includes(`| \`${name}\` | \`${value}\` |`), `${name} is ${value}`);
});

test('every message that the page explains is one that the program says', () => {
  const sources = filesOf('apps/server/src/**/*.ts')
    .filter((path) => !path.endsWith('.test.ts'))
    .map(read)
    .join('\n');
  const messages = firstCells('Message');
  assert.ok(messages.length >= 20);
  assert.deepEqual(
    messages.filter((message) => !sources.includes(message)),
    [],
  );
});

test('every test that the page names is there', () => {
  const named = [...page.matchAll(/[\w./-]+\.test\.ts/g)].map(([path]) => path);
  assert.ok(named.length > 10);
  assert.deepEqual(
    named.filter((path) => !existsSync(path)),
    [],
  );
});
