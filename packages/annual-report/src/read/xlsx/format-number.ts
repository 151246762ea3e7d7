import Big from 'big.js';
import { formatDate } from './format-date.ts';
import type { FormatSection, NumberFormat } from './parse-format.ts';
import { plainDecimal } from './plain-decimal.ts';

/** Before a figure of which it is not certain how it is printed; see `SourceCell.text`. */
const uncertain = '\ufffd';

/**
 * What a number cell says. Figures are given in full, as the shortest decimal of the stored double: a format
 * that only rounds must not alter a figure. Where the format prints another number (thousands, ten thousands,
 * a percentage, a date) or none (zeros hidden or drawn as strokes), that is what the cell says.
 */
export const formatNumber = (raw: string, format: NumberFormat, from1904: boolean): string => {
  const text = raw.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const plain = plainDecimal(value, text);
  if (format === null) return plain;
  const section = sectionFor(format, value);
  if (section === undefined) return uncertain + plain;
  return print(section, value, plain, from1904, format.length > 1) ?? uncertain + plain;
};

/** Positive; negative; zero; text. With conditions, the first that is met, and the last for all others. */
const sectionFor = (sections: readonly FormatSection[], value: number): FormatSection | undefined => {
  const [first, second, third] = sections;
  if (!sections.some(({ condition }) => condition)) {
    if (value < 0) return second ?? first;
    return value === 0 ? (third ?? first) : first;
  }
  // What is left for a section without a condition of its own, between others, depends on the program.
  if (value < 0 || sections.slice(0, -1).some(({ condition }) => !condition)) return undefined;
  return sections.find(({ condition }) => condition?.(value) ?? true);
};

/** Null where what is printed is not certain. */
const print = (
  section: FormatSection,
  value: number,
  plain: string,
  from1904: boolean,
  several: boolean,
): string | null => {
  switch (section.kind) {
    case 'unknown':
      return null;
    case 'words':
      return section.before;
    case 'percent':
      return `${plainDecimal(value * 100)}%`;
    case 'date':
      return formatDate(value, section.letters, /[年月]/.test(literalsOf(section)), from1904);
    case 'full':
      return around(section, value, plain.replace('-', ''), several);
    case 'placed':
      return around(section, value, place(section, plain.replace('-', '')), several);
  }
};

const literalsOf = ({ before, after }: FormatSection): string => before + after;

/** The figure with its sign and with what the format prints beside it; currency signs say nothing that a reader needs. */
const around = (section: FormatSection, value: number, figure: string, several: boolean): string | null => {
  const before = section.before.replace(/[¥￥$€\s]/gu, '');
  if (value >= 0) return before + figure + section.after;
  if (!several) return `-${before}${figure}${section.after}`;
  // A section for negative numbers prints its sign itself, or puts the number into brackets, or only colours it.
  if (/^[-－−]$/u.test(before)) return `-${figure}${section.after}`;
  if (/^[(（]$/u.test(before) && /^[)）]$/u.test(section.after)) return `-${figure}`;
  return before === '' ? null : before + figure + section.after;
};

/** Puts the digits into their places, as Excel does: from the point outwards, what is left over before the first. */
const place = ({ places, thousands }: FormatSection, figure: string): string => {
  const point = places.findIndex(({ kind }) => kind === 'point');
  const whole = point === -1 ? places : places.slice(0, point);
  const behind = point === -1 ? [] : places.slice(point + 1);
  const decimals = behind.filter(({ kind }) => kind === 'digit').length;
  const rounded = new Big(figure).times(new Big(10).pow(-3 * thousands)).toFixed(decimals, Big.roundHalfUp);
  const [digits = '', fraction = ''] = rounded.split('.');
  return placeWhole(whole, digits) + placeFraction(behind, fraction);
};

const placeWhole = (places: FormatSection['places'], digits: string): string => {
  const first = places.findIndex(({ kind }) => kind === 'digit');
  let left = digits === '0' ? '' : digits;
  let text = '';
  for (let at = places.length - 1; at >= 0; at--) {
    const { kind, text: sign } = places[at]!;
    if (kind === 'literal') text = sign + text;
    else if (kind === 'digit' && at === first) text = (left === '' && sign === '0' ? '0' : left) + text;
    else if (kind === 'digit') {
      text = (left.at(-1) ?? (sign === '0' ? '0' : '')) + text;
      left = left.slice(0, -1);
    }
  }
  return text;
};

const placeFraction = (places: FormatSection['places'], fraction: string): string => {
  let at = 0;
  let text = '';
  for (const { kind, text: sign } of places) {
    if (kind === 'literal') text += sign;
    else if (kind === 'digit') {
      // # and ? print no zeros at the end.
      if (sign === '0' || /[1-9]/.test(fraction.slice(at))) text += fraction[at] ?? '';
      at++;
    }
  }
  return text === '' ? '' : `.${text}`;
};
