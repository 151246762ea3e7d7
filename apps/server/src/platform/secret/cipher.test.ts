import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Algorithm, CipherError, createCipher } from './cipher.ts';

const key = randomBytes(32);
const algorithms: readonly Algorithm[] = ['aes', 'sm'];

for (const algorithm of algorithms) {
  const cipher = createCipher(key, algorithm);

  test(`${algorithm}: any text comes back as it was, and never the same bytes twice`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = cipher.encrypt(text, place);
        assert.equal(cipher.decrypt(sealed, place), text);
        assert.notDeepEqual(cipher.encrypt(text, place), sealed);
      }),
      { numRuns: 100 },
    );
  });

  test(`${algorithm}: one changed bit anywhere is refused`, () => {
    const sealed = cipher.encrypt('张三 13800000000', 'person.phone');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      assert.throws(() => cipher.decrypt(changed, 'person.phone'), CipherError, `bit ${bit}`);
    }
  });

  test(`${algorithm}: a value moved into another column, or read with another key, is refused`, () => {
    const sealed = cipher.encrypt('张三', 'person.phone');
    assert.throws(() => cipher.decrypt(sealed, 'person.email'), CipherError);
    assert.throws(
      () => createCipher(randomBytes(32), algorithm).decrypt(sealed, 'person.phone'),
      CipherError,
    );
  });

  test(`${algorithm}: what is no encrypted value at all is refused`, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        assert.throws(() => cipher.decrypt(bytes, 'x'), CipherError);
      }),
      { numRuns: 200 },
    );
  });
}

test('after the algorithm is changed, what the other wrote is still read', () => {
  const [aes, sm] = [createCipher(key, 'aes'), createCipher(key, 'sm')];
  assert.equal(sm.decrypt(aes.encrypt('李四', 'x'), 'x'), '李四');
  assert.equal(aes.decrypt(sm.encrypt('李四', 'x'), 'x'), '李四');
});

test('equal values are found by their index, in the same column only', () => {
  const cipher = createCipher(key);
  assert.deepEqual(cipher.index('110105', 'a'), createCipher(key, 'sm').index('110105', 'a'));
  assert.notDeepEqual(cipher.index('110105', 'a'), cipher.index('110105', 'b'));
  assert.notDeepEqual(cipher.index('110105', 'a'), createCipher(randomBytes(32)).index('110105', 'a'));
});
