import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCommonPassword } from './common-password.ts';
import { initialPassword } from './password.ts';

test('the passwords that everybody tries first are told, also with signs in the place of letters', () => {
  for (const password of [
    'Password123',
    'P@ssw0rd2026',
    'Admin@2026',
    'Qwerty-123456',
    'Woaini520!',
    '2026#Welcome',
  ])
    assert.equal(isCommonPassword(password), true, password);
});

test('passwords that hold more than a common word, and those the system makes, are left alone', () => {
  for (const password of ['Yunshan-2026', 'Testament-77', 'Chengdu2026!', 'passiflora-9X'])
    assert.equal(isCommonPassword(password), false, password);
  for (let count = 0; count < 50; count += 1) assert.equal(isCommonPassword(initialPassword()), false);
});
