import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCipher } from '../../platform/secret/cipher.ts';
import { groupSimilar } from './group-similar.ts';
import { tokensOf } from './keyed-tokens.ts';
import { bandsOf, likenessOf, matterOf } from './likeness.ts';

const cipher = createCipher(randomBytes(32));
const bands = (description: string) => bandsOf(tokensOf(cipher, 'a', matterOf({ description })));
const characters = fc.array(
  fc.constantFrom(...'征地补偿安置方案批复项目环境影响评价道路改造预算决算公示合同'),
  { minLength: 30, maxLength: 60 },
);

test('likeness is 1 with oneself, the same both ways, and 0 where nothing is in common', () => {
  fc.assert(
    fc.property(characters, characters, (a, b) => {
      const [one, other] = [matterOf({ description: a.join('') }), matterOf({ description: b.join('') })];
      assert.equal(likenessOf(one, one), 1);
      assert.equal(likenessOf(one, other), likenessOf(other, one));
    }),
  );
  assert.equal(likenessOf(matterOf({ description: '甲乙丙丁' }), matterOf({ description: '子丑寅卯' })), 0);
});

test('what differs in a few characters shares bands, whatever stands around it', () => {
  fc.assert(
    fc.property(characters, (text) => {
      const one = text.join('');
      const shared = bands(one).filter((band) => bands(`本人申请公开${one}。谢谢！`).includes(band));
      assert.equal(shared.length, 12);
    }),
  );
});

test('an application joins the earliest that it is near to; strangers stay alone', () => {
  const rows = [
    ['1', '北街旧城改造项目拆迁补偿安置方案及其批复文件'],
    ['2', '食品安全监督抽检不合格产品核查处置情况'],
    ['3', '北街旧城改造项目的拆迁补偿安置方案及批复文件'],
    ['4', '北街旧城改造项目拆迁补偿安置方案及其批复'],
  ].map(([id = '', description = '']) => ({ id, bands: bands(description) }));
  const groups = groupSimilar(rows);
  assert.deepEqual(
    groups.find(([first]) => first === '2'),
    ['2'],
  );
  assert.ok((groups.find(([first]) => first === '1')?.length ?? 0) >= 2);
  assert.deepEqual(groups.flat().toSorted(), ['1', '2', '3', '4']);
});
