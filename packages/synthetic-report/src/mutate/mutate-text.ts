import type { Random } from '../random.ts';

type MutateText = (text: string, random: Random) => string;

const numbers = [
  '0',
  '-1',
  '65536',
  '2147483647',
  '4294967296',
  '99999999999999999999',
  '1e308',
  'NaN',
  `1${'0'.repeat(400)}`,
];

/** A span, size, count or figure becomes one that nobody expects. */
const bombNumber: MutateText = (text, random) => {
  const found = [...text.matchAll(/-?\d+/g)];
  const bomb = random.pick(numbers);
  let result = text;
  for (let count = random.pick([1, 1, 3, 20]); count > 0 && found.length > 0; count--) {
    const match = found[random.int(0, found.length - 1)]!;
    result = result.slice(0, match.index) + bomb + result.slice(match.index + match[0].length);
  }
  return result;
};

/** Something between angle brackets, or between other marks of structure. */
const marks = /<[^<>]*>|\\[a-z]+-?\d*|[{}|\t\n]/g;

const someMark = (text: string, random: Random): RegExpExecArray | null => {
  marks.lastIndex = random.int(0, text.length);
  return marks.exec(text);
};

const dropMark: MutateText = (text, random) => {
  const mark = someMark(text, random);
  return mark ? text.slice(0, mark.index) + text.slice(mark.index + mark[0].length) : text;
};

const repeatMark: MutateText = (text, random) => {
  const mark = someMark(text, random);
  if (!mark) return text;
  const times = random.pick([1, 1, 3, 50, 400, 5000]);
  return text.slice(0, mark.index) + mark[0].repeat(times) + text.slice(mark.index);
};

const swapMarks: MutateText = (text, random) => {
  const [one, other] = [someMark(text, random), someMark(text, random)];
  if (!one || !other) return text;
  const [first, second] = one.index <= other.index ? [one, other] : [other, one];
  if (first.index + first[0].length > second.index) return text;
  return (
    text.slice(0, first.index) +
    second[0] +
    text.slice(first.index + first[0].length, second.index) +
    first[0] +
    text.slice(second.index + second[0].length)
  );
};

const declareEntities: MutateText = (text, random) =>
  `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(random.int(1, 1000))}"><!ENTITY c "${'&b;'.repeat(100)}">]>${text.replace(/>([^<]+)</, '>&c;&#x110000;&#0;&nosuch;<')}`;

const insertSign: MutateText = (text, random) => {
  const at = random.int(0, text.length);
  const sign = random.pick(['<', '>', '&', '"', "'", '<!--', '<![CDATA[', ']]>', '\0', '\ufffe', '\ud800']);
  return text.slice(0, at) + sign + text.slice(at);
};

const widen: MutateText = (text, random) => {
  const at = random.int(0, text.length);
  return (
    text.slice(0, at) + random.pick(['年', ' ', '1', '一', '（', '\t', '、']).repeat(20_000) + text.slice(at)
  );
};

const all: readonly MutateText[] = [
  bombNumber,
  bombNumber,
  dropMark,
  repeatMark,
  swapMarks,
  declareEntities,
  insertSign,
  widen,
];

/** Breaks a text of tags, control words or lines where it hurts. */
export const mutateText: MutateText = (text, random) => random.pick(all)(text, random);
