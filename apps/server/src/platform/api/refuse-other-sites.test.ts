import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFromOtherSite } from './refuse-other-sites.ts';

const isOther = (
  headers: Readonly<Record<string, string>>,
  publicHost: string | null = null,
  method = 'POST',
): boolean =>
  isFromOtherSite(new Request('http://inside.example:8080/track', { method, headers }), publicHost);

test('a browser that says where a form is from is believed; one too old for that by the origin of its page', () => {
  assert.ok(!isOther({ 'sec-fetch-site': 'same-origin' }));
  for (const site of ['cross-site', 'same-site', 'something new'])
    assert.ok(isOther({ 'sec-fetch-site': site }), site);
  assert.ok(!isOther({ origin: 'http://inside.example:8080' }));
  assert.ok(isOther({ origin: 'http://evil.example' }));
  assert.ok(!isOther({}), 'a program says neither');
  assert.ok(!isOther({ 'sec-fetch-site': 'cross-site' }, null, 'GET'), 'what only reads may be linked to');
});

test('behind a balancer the host that people type counts as well', () => {
  assert.ok(!isOther({ origin: 'https://yunshan.example' }, 'yunshan.example'));
  assert.ok(isOther({ origin: 'https://yunshan.example.evil.example' }, 'yunshan.example'));
});

test('a page that hides where it is from is none of ours, whether a public address is set or not', () => {
  for (const publicHost of [null, 'yunshan.example'])
    for (const origin of ['null', 'x', '', 'file://'])
      assert.ok(isOther({ origin }, publicHost), `${origin} ${publicHost}`);
});
