/** Number formats of automatic numbering, by their names in ECMA-376-1 §17.18.59 (ST_NumberFormat). */
export const numberText = (value: number, format: string): string => {
  if (value < 0 || value > 9999) return String(value);
  const from = tables[format];
  if (from !== undefined) return from[value - 1] ?? String(value);
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value);
    case 'lowerLetter':
      return letter(value).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counting(value, plainDigits, plainUnits);
    case 'chineseLegalSimplified':
      return counting(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']);
    case 'ideographLegalTraditional':
      return counting(value, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟']);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
    default:
      return String(value);
  }
};

const range = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(first + index));

const circled = [...range(0x2460, 20), ...range(0x3251, 15), ...range(0x32b1, 15)];

const tables: Readonly<Record<string, readonly string[]>> = {
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: range(0x2474, 20),
  decimalEnclosedFullstop: range(0x2488, 20),
  ideographEnclosedCircle: range(0x3280, 10),
  ideographTraditional: [...'甲乙丙丁戊己庚辛壬癸'],
  ideographZodiac: [...'子丑寅卯辰巳午未申酉戌亥'],
};

const plainDigits = '零一二三四五六七八九';
const plainUnits = ['', '十', '百', '千'] as const;

/** 12 → 十二, 105 → 一百零五. */
const counting = (value: number, digits: string, units: readonly string[]): string => {
  if (value === 0) return digits[0]!;
  const written = String(value);
  let text = '';
  let gap = false;
  for (const [index, character] of [...written].entries()) {
    const digit = Number(character);
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    text += digits[digit]! + units[written.length - 1 - index];
  }
  // 10 to 19 are said without the leading 一.
  return value >= 10 && value < 20 && digits === plainDigits ? text.slice(1) : text;
};

const romanSteps = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

const roman = (value: number): string => {
  let rest = value;
  let text = '';
  for (const [step, sign] of romanSteps) for (; rest >= step; rest -= step) text += sign;
  return text;
};

/** A to Z, then AA, BB, … as word processors count. */
const letter = (value: number): string =>
  value === 0 ? '' : String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
