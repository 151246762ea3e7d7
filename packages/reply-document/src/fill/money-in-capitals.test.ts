import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMoney, moneyInCapitals } from './money-in-capitals.ts';

test('amounts are written in capitals as accountants write them', () => {
  const amounts: readonly (readonly [string, string])[] = [
    ['0', '零元整'],
    ['10', '壹拾元整'],
    ['105', '壹佰零伍元整'],
    ['1100', '壹仟壹佰元整'],
    ['2740', '贰仟柒佰肆拾元整'],
    ['10005', '壹万零伍元整'],
    ['100000', '壹拾万元整'],
    ['1010101', '壹佰零壹万零壹佰零壹元整'],
    ['20000000', '贰仟万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['0.5', '伍角'],
    ['0.05', '伍分'],
    ['3.05', '叁元零伍分'],
    ['3.50', '叁元伍角'],
  ];
  for (const [amount, capitals] of amounts) assert.equal(moneyInCapitals(amount), capitals);
});

test('what is no amount is not written at all', () => {
  for (const text of ['', '-1', '1e3', '01', '1.234', '１', '1000000000000']) {
    assert.ok(!isMoney(text), text);
    assert.throws(() => moneyInCapitals(text), RangeError);
  }
});
