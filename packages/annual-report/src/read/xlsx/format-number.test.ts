import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from './format-number.ts';
import { parseFormat } from './parse-format.ts';

const shown = (value: string, code: string): string => formatNumber(value, parseFormat(code), false);

test('a number stored in yuan and shown in ten thousands is read as shown', () => {
  assert.equal(shown('3236000', '0!.0,'), '323.6');
  assert.equal(shown('3236000', '0!.0,"万元"'), '323.6万元');
  assert.equal(shown('3236000', '0\\.0,"万"'), '323.6万');
  assert.equal(shown('3236000', '0"."0,'), '323.6');
  assert.equal(shown('3236000', '#!.0000'), '323.6000');
  assert.equal(shown('3236000', '0!.00,'), '32.36');
  assert.equal(shown('-3236000', '0!.0,'), '-323.6');
  assert.equal(shown('400', '0!.0,'), '0.0');
  assert.equal(shown('500', '0!.0,'), '0.1');
});

test('a comma behind the last digit shows thousands, one between digits only groups them', () => {
  assert.equal(shown('1234567', '0.00,'), '1234.57');
  assert.equal(shown('1234567', '#,##0,'), '1235');
  assert.equal(shown('1234567', '#,##0,,'), '1');
  assert.equal(shown('1234567', '0,.0'), '1234.6');
  assert.equal(shown('1234500', '0.0##,'), '1234.5');
  assert.equal(shown('12345678901234567', '#,##0.00,'), '12345678901234.57');
  assert.equal(shown('1234567', '#,##0'), '1234567');
  assert.equal(shown('1234567', '#,##0.00_ '), '1234567');
});

test('a format that only rounds leaves the figure, and units stand beside it', () => {
  assert.equal(shown('27.948692000000001', '0.00'), '27.948692');
  assert.equal(shown('27.948692000000001', '0.00_ ;[Red]\\-0.00\\ '), '27.948692');
  assert.equal(shown('2.25', '0.0"件"'), '2.25件');
  assert.equal(shown('12.5', '[$￥-804]#,##0.00'), '12.5');
  assert.equal(shown('12.5', '¥#,##0.00"元"'), '12.5元');
  assert.equal(shown('7', 'General"件"'), '7件');
  assert.equal(shown('7', 'G/通用格式'), '7');
  assert.equal(shown('1234567', '0.00E+00'), '1234567');
  assert.equal(shown('3', '[DBNum1]0'), '3');
});

test('zeros that the format hides or draws as a stroke are no zeros', () => {
  assert.equal(shown('0', '0;-0;;@'), '');
  assert.equal(shown('3', '0;-0;;@'), '3');
  assert.equal(shown('0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '), '-');
  assert.equal(shown('5', ';;;'), '');
  assert.equal(shown('0', '[=0]"无";0'), '无');
});

test('a negative number keeps its sign however the format shows it, and is uncertain where it shows none', () => {
  assert.equal(shown('-417', '0;-0'), '-417');
  assert.equal(shown('-417', '#,##0_);(#,##0)'), '-417');
  assert.equal(shown('-417', '0;"减"0'), '减417');
  assert.equal(shown('-417', '0;[Red]0'), '\ufffd-417');
});

test('conditions choose the section', () => {
  const code = '[>=10000]0!.0,"万";0';
  assert.equal(shown('3236000', code), '323.6万');
  assert.equal(shown('36', code), '36');
  assert.equal(shown('-36', code), '\ufffd-36');
  assert.equal(shown('36', '[>100]0,;0;0'), '\ufffd36');
});

test('what cannot be told is marked as uncertain: times, fractions, scaled percentages', () => {
  assert.equal(shown('0.5', 'h:mm'), '\ufffd0.5');
  assert.equal(shown('1.5', '[h]:mm:ss'), '\ufffd1.5');
  assert.equal(shown('0.5', '# ?/?'), '\ufffd0.5');
  assert.equal(shown('0.5', '0.00,%'), '\ufffd0.5');
});

test('dates are read in the parts that they show', () => {
  assert.equal(shown('45313', 'yyyy"年"m"月"d"日";@'), '2024年1月22日');
  assert.equal(shown('45313', 'm"月"d"日"'), '1月22日');
  assert.equal(shown('45313', '[$-804]yyyy\\-mm\\-dd'), '2024-01-22');
  assert.equal(shown('45313', 'yyyy/m/d h:mm AM/PM'), '2024-01-22');
});
