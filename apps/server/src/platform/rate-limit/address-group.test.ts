import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressGroup } from './address-group.ts';

test('an IPv4 address counts by itself, written as IPv6 too', () => {
  assert.equal(addressGroup('192.0.2.7'), '192.0.2.7');
  assert.equal(addressGroup('::ffff:192.0.2.7'), '192.0.2.7');
});

test('all addresses of one IPv6 network count together, however they are written', () => {
  for (const address of [
    '2001:db8:1:2::1',
    '2001:0db8:0001:0002:ffff:eeee:dddd:cccc',
    '2001:DB8:1:2:0:0:0:9',
    '2001:db8:1:2::192.0.2.7',
  ])
    assert.equal(addressGroup(address), '2001:db8:1:2', address);
  assert.notEqual(addressGroup('2001:db8:1:3::1'), '2001:db8:1:2');
  assert.equal(addressGroup('2001:db8::1'), '2001:db8:0:0');
  assert.equal(addressGroup('::1'), '0:0:0:0');
  assert.equal(addressGroup('fe80::1%eth0'), 'fe80:0:0:0');
});

test('what is no address counts as it is', () => {
  assert.equal(addressGroup('unknown'), 'unknown');
});
