import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

test('a setting that cannot be used is named, with what it should be', () => {
  for (const [name, value, words] of [
    ['PORT', 'http', /PORT 应是 0 到 65535 的整数，现在是“http”/],
    ['GONGKAI_POOL', '1', /GONGKAI_POOL 应是 2 到 500 的整数/],
    ['GONGKAI_CIPHER', 'des', /GONGKAI_CIPHER 应是 aes、sm 之一，现在是“des”/],
    ['GONGKAI_ONLY', 'portal,offices', /只能单独启动 portal、office、worker，没有“offices”/],
    ['GONGKAI_CLAMD', 'clamd', /GONGKAI_CLAMD 应写成 主机:端口/],
    ['FILES_URL', 'bucket', /FILES_URL 应是以 s3:\/\/ 开头的地址/],
    ['GONGKAI_SMTP_URL', 'mail.gov.cn', /GONGKAI_SMTP_URL 应是以 smtp:\/\/ 或 smtps:\/\/ 开头的地址/],
    ['GONGKAI_PUBLIC_URL', 'gongkai.gov.cn', /GONGKAI_PUBLIC_URL 应是以 http:\/\/ 或 https:\/\/ 开头的地址/],
  ] as const)
    assert.throws(
      () => readConfig({ [name]: value }, 1),
      (error: Error) => error instanceof ConfigError && words.test(error.message),
      name,
    );
});

test('an address that cannot be used is not repeated: a password may stand in it', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://root:secret@host/gongkai' }, 1),
    (error: Error) => !error.message.includes('secret'),
  );
});

test('parts are named one by one, and an empty setting is none', () => {
  assert.deepEqual(readConfig({ GONGKAI_ONLY: 'office, worker' }, 1).serves, ['office', 'worker']);
  assert.deepEqual(readConfig({ GONGKAI_ONLY: '', PORT: '' }, 1).serves, ['portal', 'office', 'worker']);
});
