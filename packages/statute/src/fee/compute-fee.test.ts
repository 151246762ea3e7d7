import assert from 'node:assert/strict';
import { test } from 'node:test';
import Big from 'big.js';
import fc from 'fast-check';
import { citeShort } from '../citation/cite.ts';
import { type Fee, itemFee, pageFee } from './compute-fee.ts';
import { type FeeRequest, monthFees } from './month-fees.ts';

const date = '2026-03-16';

const get = (fee: ReturnType<typeof itemFee>): Fee => {
  assert.ok(fee.ok, fee.ok ? '' : fee.reason);
  return fee.value;
};

const items = (count: number): string => get(itemFee(0, count, date)).amount;
const pages = (count: number): string => get(pageFee(count, date)).amount;

test('items of a month cost what the measure adds up to at every bracket’s edge', () => {
  const table = [0, 1, 10, 11, 30, 31, 40, 41, 50, 51, 60].map((count) => [count, items(count)]);
  assert.deepEqual(Object.fromEntries(table), {
    0: '0',
    1: '0',
    10: '0',
    11: '100',
    30: '2000',
    31: '2200',
    40: '4000',
    41: '4300',
    50: '7000',
    51: '7400',
    60: '11000',
  });
});

test('pages of a request cost what the measure adds up to at every bracket’s edge', () => {
  const table = [0, 30, 31, 100, 101, 200, 201, 300].map((count) => [count, pages(count)]);
  assert.deepEqual(Object.fromEntries(table), {
    0: '0',
    30: '0',
    31: '10',
    100: '700',
    101: '720',
    200: '2700',
    201: '2740',
    300: '6700',
  });
});

test('the fee is explained bracket by bracket', () => {
  assert.deepEqual(
    get(itemFee(0, 43, date)).lines.map(({ text }) => text),
    [
      '第1—10件，不收费',
      '第11—30件，20件 × 100元/件 = 2000元',
      '第31—40件，10件 × 200元/件 = 2000元',
      '第41—43件，3件 × 300元/件 = 900元',
    ],
  );
  assert.deepEqual(
    get(pageFee(201, date)).lines.map(({ text }) => text),
    [
      '第1—30页，不收费',
      '第31—100页，70页 × 10元/页 = 700元',
      '第101—200页，100页 × 20元/页 = 2000元',
      '第201页，1页 × 40元/页 = 40元',
    ],
  );
});

test('the fee names the article of its scheme', () => {
  assert.equal(citeShort(get(itemFee(0, 1, date)).basis), '信息处理费管理办法第四条');
  assert.equal(citeShort(get(pageFee(1, date)).basis), '信息处理费管理办法第五条');
});

test('a further request in the month goes on where the last one ended', () => {
  const fee = get(itemFee(29, 3, date));
  assert.equal(fee.amount, '500');
  assert.deepEqual(
    fee.lines.map(({ text }) => text),
    ['第30件，1件 × 100元/件 = 100元', '第31—32件，2件 × 200元/件 = 400元'],
  );
});

test('nothing is charged before the measure came into force, and no count is guessed', () => {
  const reason = (fee: ReturnType<typeof itemFee>) => (fee.ok ? null : fee.reason);
  assert.match(reason(itemFee(0, 11, '2020-12-31'))!, /还没有施行的信息处理费标准/);
  assert.equal(reason(itemFee(0, 11, '2021-01-01')), null);
  assert.match(reason(pageFee(1.5, date))!, /应当是不小于0的整数/);
  assert.match(reason(pageFee(-1, date))!, /应当是不小于0的整数/);
  assert.match(reason(pageFee(Number.NaN, date))!, /应当是不小于0的整数/);
  assert.match(reason(itemFee(999_999, 2, date))!, /超过 1000000/);
  assert.equal(reason(itemFee(999_999, 1, date)), null);
});

/** The price of the n-th item and page alone, straight from the words of the measure. */
const priceOfItem = (n: number): number =>
  n <= 10 ? 0 : n <= 30 ? 100 : 200 + 100 * Math.floor((n - 31) / 10);
const priceOfPage = (n: number): number => (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40);

const naive = (price: (n: number) => number, before: number, count: number): string => {
  let sum = 0;
  for (let n = before + 1; n <= before + count; n++) sum += price(n);
  return String(sum);
};

const count = fc.nat({ max: 2000 });

test('a fee is the sum of the prices of its single units, and its lines add up to it', () => {
  fc.assert(
    fc.property(count, count, (before, more) => {
      const byItem = get(itemFee(before, more, date));
      const byPage = get(pageFee(more, date));
      assert.equal(byItem.amount, naive(priceOfItem, before, more));
      assert.equal(byPage.amount, naive(priceOfPage, 0, more));
      for (const { lines, amount } of [byItem, byPage]) {
        assert.equal(lines.reduce((sum, line) => sum.plus(line.amount), new Big(0)).toFixed(), amount);
        assert.equal(
          lines.reduce((sum, line) => sum + line.units, 0),
          more,
        );
      }
    }),
  );
});

test('one more never costs less, and parting a request in two neither saves nor costs', () => {
  fc.assert(
    fc.property(count, count, count, (before, first, second) => {
      const whole = new Big(get(itemFee(before, first + second, date)).amount);
      const parted = new Big(get(itemFee(before, first, date)).amount).plus(
        get(itemFee(before + first, second, date)).amount,
      );
      assert.ok(whole.eq(parted));
      assert.ok(whole.gte(get(itemFee(before, first, date)).amount));
      assert.ok(new Big(pages(first + second)).gte(pages(first)));
    }),
  );
});

const request = (id: string, receivedOn: string, more: Partial<FeeRequest> = {}): FeeRequest => ({
  id,
  receivedOn,
  items: 1,
  scheme: 'item',
  ...more,
});

test('each calendar month starts anew, and a request charged by page counts in its month too', () => {
  const fees = monthFees([
    request('c', '2026-04-01', { items: 11 }),
    request('a', '2026-03-02', { items: 9, scheme: 'none' }),
    request('b', '2026-03-31', { scheme: 'page', pages: 101 }),
    request('d', '2026-03-31', { items: 2 }),
  ]);
  assert.ok(fees.ok);
  assert.deepEqual(
    fees.value.map(({ id, before, fee }) => [id, before, fee?.amount ?? null]),
    [
      ['a', 0, null],
      ['b', 9, '720'],
      ['d', 10, '200'],
      ['c', 0, '100'],
    ],
  );
});

test('a request that can’t be charged is named', () => {
  const reason = (...requests: FeeRequest[]) => {
    const fees = monthFees(requests);
    return fees.ok ? null : fees.reason;
  };
  assert.equal(reason(request('甲', date, { scheme: 'page' })), '申请“甲”：按量计收，但没有填写页数。');
  assert.match(reason(request('乙', date, { items: 0 }))!, /“乙”的件数是 0/);
  assert.match(reason(request('丙', '2020-06-01'))!, /“丙”：2020-06-01 还没有施行/);
});

test('what an applicant pays for a month does not depend on how the items are spread over requests', () => {
  const split = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(split, (sizes) => {
      const fees = monthFees(sizes.map((size, index) => request(`${index}`, date, { items: size })));
      assert.ok(fees.ok);
      const sum = fees.value.reduce((all, { fee }) => all.plus(fee?.amount ?? 0), new Big(0));
      assert.equal(sum.toFixed(), items(sizes.reduce((all, size) => all + size, 0)));
    }),
  );
});
