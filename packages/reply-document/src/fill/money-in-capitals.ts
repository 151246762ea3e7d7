const digits = '零壹贰叁肆伍陆柒捌玖';
const units = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/** At most 999,999,999,999.99 yuan, at most two decimals. */
const pattern = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

export const isMoney = (amount: string): boolean => pattern.test(amount);

/**
 * An amount in the capitals of accountants (大写金额): `2740` → 贰仟柒佰肆拾元整, `0.5` → 伍角.
 * Throws a RangeError where `isMoney` says no.
 */
export const moneyInCapitals = (amount: string): string => {
  if (!isMoney(amount)) throw new RangeError(`“${amount}”不是金额。`);
  const [whole = '0', decimals = ''] = amount.split('.');
  const [jiao, fen] = [Number(decimals[0] ?? 0), Number(decimals[1] ?? 0)];
  const yuan = wholeInCapitals(whole);
  if (jiao === 0 && fen === 0) return `${yuan === '' ? '零' : yuan}元整`;
  const head = yuan === '' ? '' : `${yuan}元${jiao === 0 ? '零' : ''}`;
  return head + (jiao > 0 ? `${digits[jiao]}角` : '') + (fen > 0 ? `${digits[fen]}分` : '');
};

const wholeInCapitals = (whole: string): string => {
  let text = '';
  let zero = false;
  for (const [index, sign] of [...whole].entries()) {
    const place = whole.length - 1 - index;
    const digit = Number(sign);
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + digits[digit] + units[place % 4];
      zero = false;
    }
    const group = place / 4;
    // A group of four zeros has no name: 100000000 is 壹亿, not 壹亿万.
    if (Number.isInteger(group) && group > 0 && Number(whole.slice(Math.max(0, index - 3), index + 1)) > 0)
      text += groups[group];
  }
  return text;
};
