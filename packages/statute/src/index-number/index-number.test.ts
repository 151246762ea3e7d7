import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDocumentNumber, normaliseDocumentNumber, parseDocumentNumber } from './document-number.ts';
import { formatIndexNumber, isStandardIndexNumber, parseIndexNumber } from './index-number.ts';
import { nextIndexNumber, nextIndexNumberText } from './next-index-number.ts';

const parse = (text: string) => {
  const parsed = parseIndexNumber(text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason);
  return parsed.value;
};

const reasonOf = (checked: { ok: boolean; reason?: string }): string => checked.reason ?? '';

test('a standard index number has an organisation code, a year and a serial', () => {
  assert.deepEqual(parse('000014349/2017-00110'), {
    prefix: '000014349',
    year: 2017,
    month: null,
    serial: 110,
    width: 5,
  });
  assert.ok(isStandardIndexNumber(parse('000014349/2017-00110')));
});

test('index numbers of real sites are read: months, credit codes, hyphens, failing check digits', () => {
  const real = [
    '11341702486344515H/202110-00013',
    '0142768-8/2022-00185',
    '035210000/2025-00016',
    '11370812004339255B/2020-22849',
    '000000001/2021-00151',
  ];
  assert.deepEqual(
    real.map((text) => formatIndexNumber(parse(text))),
    real,
  );
  assert.deepEqual([parse(real[0]!).month, parse(real[0]!).serial], [10, 13]);
  assert.deepEqual(
    real.map((text) => isStandardIndexNumber(parse(text))),
    [false, false, true, false, true],
  );
});

test('signs typed with a Chinese keyboard, spaces and small letters do no harm', () => {
  const variants = [
    '０００００１４３４９／２０１７－００１１０',
    ' 00001434a / 2017—00110 ',
    '索引号：00001434A/2017-00110',
  ];
  assert.deepEqual(
    variants.map((text) => formatIndexNumber(parse(text))),
    ['0000014349/2017-00110', '00001434A/2017-00110', '00001434A/2017-00110'],
  );
});

test('what is no index number is refused with the way to write one', () => {
  for (const text of ['国办函〔2020〕109号', '000014349-2017-00110', '000014349/17-1', 'x'.repeat(10_000)]) {
    assert.match(reasonOf(parseIndexNumber(text)), /索引号的写法是/);
  }
  assert.match(reasonOf(parseIndexNumber('  ')), /没有填写/);
  assert.match(reasonOf(parseIndexNumber('000014349/202113-00001')), /月份 13 不对/);
  assert.match(reasonOf(parseIndexNumber('000014349/2021-00000')), /从1开始/);
  assert.match(reasonOf(parseIndexNumber('000014349/0021-00001')), /年份 0021 不对/);
});

test('the next number follows the highest, and the hyphen of the organisation code is dropped', () => {
  const next = nextIndexNumberText({ prefix: '00001434-9', year: 2026, lastSerial: 110 });
  assert.deepEqual(next, { ok: true, value: '000014349/2026-00111' });
  assert.deepEqual(nextIndexNumberText({ prefix: '000014349', year: 2026, month: 3, lastSerial: 0 }), {
    ok: true,
    value: '000014349/202603-00001',
  });
});

test('when the serials of a year are used up, nothing is given twice', () => {
  assert.match(reasonOf(nextIndexNumber({ prefix: '000014349', year: 2026, lastSerial: 99_999 })), /用完了/);
  assert.ok(nextIndexNumber({ prefix: '000014349', year: 2026, lastSerial: 99_999, width: 6 }).ok);
  assert.match(reasonOf(nextIndexNumber({ prefix: '市局', year: 2026, lastSerial: 1 })), /机构代码/);
  assert.match(
    reasonOf(nextIndexNumber({ prefix: '000014349', year: 2026, month: 13, lastSerial: 1 })),
    /月份/,
  );
});

test('a year, month or serial that can’t be is refused', () => {
  const next = (more: object) =>
    reasonOf(nextIndexNumber({ prefix: '000014349', year: 2026, lastSerial: 1, ...more }));
  for (const year of [1948, 10_000, 2026.5]) assert.match(next({ year }), /年份 .* 不对/);
  for (const month of [0, 13, 1.5]) assert.match(next({ month }), /月份 .* 不对/);
  for (const lastSerial of [-1, 0.5, Number.NaN]) assert.match(next({ lastSerial }), /流水号 .* 不对/);
  for (const month of [1, 12]) assert.equal(next({ month }), '');
  assert.ok(parseIndexNumber('000014349/202101-00001').ok && parseIndexNumber('000014349/202112-00001').ok);
});

test('numbers given one after another never repeat, and each is read back as it was given', () => {
  const alphabet = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
  const prefix = fc.string({ unit: alphabet, minLength: 9, maxLength: 18 });
  const year = fc.integer({ min: 1949, max: 9999 });
  fc.assert(
    fc.property(prefix, year, fc.integer({ min: 0, max: 99_997 }), (code, when, lastSerial) => {
      const first = nextIndexNumber({ prefix: code, year: when, lastSerial });
      assert.ok(first.ok);
      const second = nextIndexNumber({ prefix: code, year: when, lastSerial: first.value.serial });
      assert.ok(second.ok);
      assert.notEqual(formatIndexNumber(first.value), formatIndexNumber(second.value));
      assert.deepEqual(parseIndexNumber(formatIndexNumber(first.value)), first);
    }),
  );
});

test('a document number is written with 〔〕, without 第 and leading zeros, however it was typed', () => {
  const variants = [
    '国办函〔2020〕109号',
    '国办函[2020]109号',
    '国办函［２０２０］１０９号',
    '国办函（2020）109号',
    '国办函(2020)第109号',
    '国办函【2020】0109号',
    ' 国办函 〔 2020 〕 109 号 ',
    '国办函﹝2020﹞109号',
  ];
  assert.deepEqual([...new Set(variants.map(normaliseDocumentNumber))], ['国办函〔2020〕109号']);
});

test('codes with more than one word or a level in brackets are kept whole', () => {
  const kept = [
    '云区民公开〔2026〕3号',
    '国办公开办函〔2021〕30号',
    '云政办（信）〔2026〕12号',
    '法释〔2025〕8号',
  ];
  assert.deepEqual(kept.map(normaliseDocumentNumber), kept);
});

test('what is no document number is refused, and left alone when only tidied up', () => {
  for (const text of [
    '000014349/2017-00110',
    '国务院令第711号',
    '〔2020〕109号',
    '国办函〔20〕109号',
    '国办函〔2020〕0号',
  ]) {
    assert.match(reasonOf(parseDocumentNumber(text)), /发文字号的写法是/, text);
    assert.equal(normaliseDocumentNumber(text), text);
  }
  assert.match(reasonOf(parseDocumentNumber('')), /没有填写文号/);
});

test('every document number is read back as it was written', () => {
  const code = fc.string({
    unit: fc.constantFrom(...'云山区政办函发公开告民字第'),
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(
      code,
      fc.integer({ min: 1949, max: 9999 }),
      fc.integer({ min: 1, max: 999_999 }),
      (name, year, serial) => {
        const number = { code: name, year, serial };
        assert.deepEqual(parseDocumentNumber(formatDocumentNumber(number)), { ok: true, value: number });
      },
    ),
  );
});
