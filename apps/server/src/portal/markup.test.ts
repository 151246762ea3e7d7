import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from 'hono/html';
import { element, joined } from './markup.ts';

test('an attribute that is absent is left out, one that is true has no value, and an empty element is not closed', () => {
  assert.equal(
    String(
      element('input', { type: 'text', required: true, checked: false, value: undefined, 'data-x': null }),
    ),
    '<input type="text" required>',
  );
  assert.equal(String(element('p', { class: 'a' }, '一')), '<p class="a">一</p>');
  assert.equal(String(element('td', { colspan: 0 }, 0)), '<td colspan="0">0</td>');
});

test('whatever text somebody wrote, an element holds it as text and as a value, and nothing more', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [, value = '', content = ''] =
        /^<p title="([^"]*)">([^<]*)<\/p>$/.exec(String(element('p', { title: text }, text))) ?? [];
      const plain = (escaped: string): string =>
        escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
      assert.equal(plain(value), text);
      assert.equal(plain(content), text);
    }),
  );
});

test('markup inside markup is not escaped twice', () => {
  assert.equal(String(element('p', {}, html`<b>${'<'}</b>`)), '<p><b>&lt;</b></p>');
});

test('names that are absent are left out of a list of names', () => {
  assert.equal(joined('a', undefined, false, '', 'b'), 'a b');
  assert.equal(joined(undefined), undefined);
});
