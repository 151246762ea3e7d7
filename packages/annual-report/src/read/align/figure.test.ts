import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFigure } from './figure.ts';

const number = (value: string, more: object = {}) => ({ kind: 'number', value, ...more });

test('a number is read with its unit, its remark and its sign', () => {
  assert.deepEqual(readFigure('323.6万'), number('323.6', { unit: '万元' }));
  assert.deepEqual(readFigure('3,893,780元'), number('3893780', { unit: '元' }));
  assert.deepEqual(readFigure('21665720 元'), number('21665720', { unit: '元' }));
  assert.deepEqual(readFigure('4个'), number('4', { unit: '个' }));
  assert.deepEqual(readFigure('+4'), number('4'));
  assert.deepEqual(readFigure('－５７'), number('-57'));
  assert.deepEqual(readFigure('22（其中修订16件）'), number('22', { remark: '其中修订16件' }));
  assert.deepEqual(readFigure('１，２３４'), number('1234'));
});

test('marks in a number’s place are marks, words are words', () => {
  for (const text of ['无', '—', '——', '\\', '/', '减', '×', '－'])
    assert.deepEqual(readFigure(text), { kind: 'mark' });
  for (const text of ['规章', '1.属于国家秘密', '约5', '减57', '2021年', '5%'])
    assert.equal(readFigure(text), null);
});

test('digits that may be several figures are no number', () => {
  assert.deepEqual(readFigure('0000000'), { kind: 'digits', digits: '0000000' });
  assert.deepEqual(readFigure('1 2'), { kind: 'digits', digits: '12' });
  assert.deepEqual(readFigure('12,34'), { kind: 'damaged' });
  assert.deepEqual(readFigure('1.2.3'), { kind: 'damaged' });
});

test('every whole number comes back as itself, with separators or without', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), (value) => {
      const text = String(value);
      assert.deepEqual(readFigure(text), number(text));
      assert.deepEqual(readFigure(text.replaceAll(/\B(?=(\d{3})+$)/g, ',')), number(text));
    }),
  );
});
