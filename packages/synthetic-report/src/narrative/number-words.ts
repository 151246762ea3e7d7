const digits = '零一二三四五六七八九';

const below10000 = (n: number): string => {
  let text = '';
  let zero = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += (zero ? '零' : '') + digits[digit] + word;
    zero = false;
  }
  return text;
};

/** A count in Chinese numerals as reports write it: 十二, 三百零五, 一万零二十. For 0 to 99,999,999. */
export const inChinese = (n: number): string => {
  if (n === 0) return '零';
  const high = Math.floor(n / 10000);
  const low = n % 10000;
  const text =
    high === 0
      ? below10000(low)
      : `${below10000(high)}万${low > 0 && low < 1000 ? '零' : ''}${below10000(low)}`;
  return text.startsWith('一十') ? text.slice(1) : text;
};
