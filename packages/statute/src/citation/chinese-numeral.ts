const digits = '零一二三四五六七八九';

/** Articles and items are numbered in Chinese: 36 → 三十六, 105 → 一百零五. Whole numbers from 1 to 999. */
export const chineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 999)
    throw new RangeError(`${value} 不是 1 到 999 的整数。`);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${digits[hundreds]}百` : '';
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? digits[ones] : '');
};
