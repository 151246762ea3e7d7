import type { Decimal } from '../../decimal.ts';
import { ownMark } from './agency.ts';
import type { Bound } from './claim.ts';
import { longestWord } from './lexicon.ts';
import { chineseNumeral, parseArabic, parseChinese, parseChineseDecimal } from './numerals.ts';
import type { WordKind } from './word-kinds.ts';

interface At {
  readonly start: number;
  readonly end: number;
}

export interface WordToken extends At {
  readonly kind: 'word';
  readonly is: WordKind;
  readonly value: string | undefined;
}

export interface NumberToken extends At {
  readonly kind: 'number';
  /** Null where digits stand there that give no certain figure (3-5件, 数十件). */
  readonly value: Decimal | null;
  readonly bound: Bound;
  /** 件, 元, %; empty where none is printed. Amounts in 万元 are given in 元. */
  readonly unit: string;
}

/** 2024年, 2024年1月1日至12月31日, 6月底. Null where the part is not printed. */
export interface DateToken extends At {
  readonly kind: 'date';
  readonly year: number | null;
  readonly toYear: number | null;
  /** True for a whole year, also where it is written with its first and last day or only with its last. */
  readonly whole: boolean;
}

export interface GapToken extends At {
  readonly kind: 'gap';
  readonly text: string;
}

/** One of ，、；：（）。！？. */
export interface MarkToken extends At {
  readonly kind: 'mark';
  readonly mark: string;
}

export type Token = WordToken | NumberToken | DateToken | GapToken | MarkToken;

const marks = new Set('，、；：（）。！？');

const date =
  /((?:19|20)\d\d)(?:年度?)?(?:[-~至到]((?:19|20)\d\d)年|年度?)?(?:以来)?(?:(\d{1,2})月份?(?:(\d{1,2})[日号])?)?(?:[-~至到](?:((?:19|20)\d\d)年)?(\d{1,2})月份?(?:(\d{1,2})[日号])?)?[底末初]?/y;
const isYear = /(?:19|20)\d\d年|(?:19|20)\d\d[-~至到](?:19|20)\d\d年/y;
const monthDate =
  /(\d{1,2})(?:月份?(\d{1,2})?[日号]?)?[-~至到](\d{1,2})月份?(?:(\d{1,2})[日号])?[底末]?|(\d{1,2})月份?(?:(\d{1,2})[日号])?[底末]?/y;
const isMonth = /\d{1,2}月/y;
const isMonthRange = /\d{1,2}(?:月份?(?:\d{1,2}[日号])?)?[-~至到]\d{1,2}月/y;
/** Durations and the like: they neither count anything nor stand in the way. */
const duration = /[\d.]{1,12}(?:个)?(?:工作日|小时|日内|天|日|个月|年|分钟|月|号|时|点)/y;
const telephone = /\d{3,4}-\d{6,}|\d{7,}(?![\d.,万亿余多个件条份起宗例项元])/y;
/** 12345, 12315: numbers of hotlines, where no unit makes them counts. */
const hotline = /123\d\d(?![\d,.余多万亿]|(?:件|条|份|起|宗|个|次|项|人|元|篇|笔|户|家|%))/y;
const ordinal =
  /第[（(]?[\d一二三四五六七八九十百千两零〇]{1,12}[）)]?(?:[条款项号届次期批章名位类季度令])?/y;
const documentNumber = /〔\d{4}〕\d{0,12}号?|\d{1,12}号令?/y;
const itemMark = /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十]+[、是]|\d{1,2}(?:、|\.(?!\d)))/;
const webAddress = /(?:https?:\/\/|www\.)[\w./?=&%:-]{0,512}|[\w.-]{1,64}@[\w.-]{1,64}/y;
const arabic = /\d+(?:,\d{3})*(?:\.\d+)?/y;
const chinesePercent = /百分之([零〇一二两三四五六七八九十百点\d.]{1,24})/y;
const countUnit =
  /件次|人次|份次|件|起|宗|份|条|例|个(?!百分点|工作日|月|小时|体|人|性|别)|项|次|单|笔|篇|部|期|场|批|家|名|类|处|人|户|元|张|幅|种|封|卷|册|套|万元|亿元/y;
const closeUnits = new Set(['件', '起', '宗', '份', '条', '例', '项']);
const more = /[余多]/;
const range = /^(?:[-~至到]|或者?)[\d一二三四五六七八九十]/;

/** What a Chinese numeral or 百分之 begins with: one character of fifty, so that the others cost nothing. */
const numerals = new Set('零〇一二两三四五六七八九十百千万亿廿卅');

const matchAt = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

const dateAt = (text: string, start: number): DateToken | null => {
  const found = matchAt(isYear, text, start) && matchAt(date, text, start);
  if (found) {
    const [all, year, toYear, month, day, rangeYear, toMonth, toDay] = found;
    const from = Number(year);
    const last = Number(toYear ?? rangeYear ?? year);
    const fullRange =
      month === '1' || month === '01' ? toMonth === '12' && (day === undefined || Number(day) === 1) : false;
    const beyond = /^(?:以前|之前|以后|之后|前(?=[，、制发印收受已出]))/.exec(
      text.slice(start + all.length, start + all.length + 3),
    );
    const lastDay = Number(month) === 12 && toMonth === undefined && (day === undefined || day === '31');
    return {
      kind: 'date',
      start,
      end: start + all.length + (beyond?.[0].length ?? 0),
      year: from,
      toYear: last,
      whole:
        !all.includes('以来') &&
        beyond === null &&
        (month === undefined || fullRange || lastDay) &&
        (toDay === undefined || toDay === '31'),
    };
  }
  if (!matchAt(isMonth, text, start) && !matchAt(isMonthRange, text, start)) return null;
  const months = matchAt(monthDate, text, start);
  if (!months) return null;
  const [all, first, , last, , single, day] = months;
  const whole =
    first !== undefined
      ? Number(first) === 1 && last === '12'
      : single === '12' && (day === undefined || day === '31');
  return { kind: 'date', start, end: start + all.length, year: null, toYear: null, whole };
};

const numberOf = (
  text: string,
  start: number,
  end: number,
  value: Decimal | null,
  more1: boolean,
): NumberToken => {
  let at = end;
  let atLeast = more1;
  if (!atLeast && more.test(text[at] ?? '')) {
    atLeast = true;
    at++;
  }
  if (/^个百分点/.test(text.slice(at, at + 4)))
    return { kind: 'number', start, end: at + 4, value, bound: 'exact', unit: '个百分点' };
  let unit =
    text[at] === '%' || text[at] === '‰' ? (text[at] as string) : (matchAt(countUnit, text, at)?.[0] ?? '');
  // 亿元, 万元 are only seen here where the number itself has no scale: 12.5万元 is 125000 元.
  at += unit.length;
  let scaled = value;
  if (unit === '万元' || unit === '亿元') {
    scaled = value === null ? null : parseArabic(value, unit[0] as string);
    unit = '元';
  }
  if (!atLeast && (unit === '元' || unit === '件' || unit === '条') && more.test(text[at] ?? '')) {
    atLeast = true;
    at++;
  }
  const next = text.slice(at, at + 3);
  if (range.test(next) && unit === '') scaled = null;
  return { kind: 'number', start, end: at, value: scaled, bound: atLeast ? 'atLeast' : 'exact', unit };
};

const arabicAt = (text: string, start: number): NumberToken | null => {
  const found = matchAt(arabic, text, start);
  if (!found) return null;
  let end = start + found[0].length;
  const before = text[start - 1] ?? '';
  const beforeThat = text[start - 2] ?? '';
  // 3-5件, 12 345件, v2.0, A4, 1/3: digits that are no figure by themselves.
  const broken =
    (/[-~至到/‰]/.test(before) && /\d/.test(beforeThat)) ||
    /[A-Za-z/.+]/.test(before) ||
    (before === ' ' && /\d/.test(beforeThat)) ||
    /^ \d/.test(text.slice(end, end + 2)) ||
    /[/A-Za-z+:]/.test(text[end] ?? '');
  let scale = '';
  let atLeast = false;
  if (more.test(text[end] ?? '') && /[万亿]/.test(text[end + 1] ?? '')) {
    atLeast = true;
    end++;
  }
  if (/[万亿千百]/.test(text[end] ?? '')) {
    scale = text[end] as string;
    end++;
    // 3万5千: too rare to be worth a rule, too risky to be read as 3万.
    if (/[\d一二三四五六七八九]/.test(text[end] ?? ''))
      return { kind: 'number', start, end, value: null, bound: 'exact', unit: '' };
  }
  return numberOf(text, start, end, broken ? null : parseArabic(found[0], scale), atLeast);
};

const chineseAt = (text: string, start: number): NumberToken | null => {
  const percent = matchAt(chinesePercent, text, start);
  if (percent) {
    const figure = percent[1] as string;
    const value = /^\d/.test(figure) ? parseArabic(figure, '') : parseChineseDecimal(figure);
    return { kind: 'number', start, end: start + percent[0].length, value, bound: 'exact', unit: '%' };
  }
  const found = matchAt(chineseNumeral, text, start);
  if (!found) return null;
  const end = start + found[0].length;
  // 数十件, 几百件, 上千件: no figure.
  const vague = /[数几上成]/.test(text[start - 1] ?? '');
  const value = vague ? null : parseChinese(found[0]);
  const token = numberOf(text, start, end, value === null ? null : String(value), false);
  // 一 and 三 are part of many words; only before a unit are they figures.
  if (token.unit === '' || token.unit === '%') return null;
  // 一个平台, 一次检查 are no statistics.
  return found[0] === '一' && !closeUnits.has(token.unit) ? null : token;
};

const skip = (text: string, start: number): number => {
  for (const pattern of [webAddress, telephone, documentNumber, ordinal, duration]) {
    const found = matchAt(pattern, text, start);
    if (found && found[0] !== '') return start + found[0].length;
  }
  return start;
};

/** Cuts a folded sentence into tokens, left to right, the longest word first. */
export const tokenise = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let gapStart = -1;
  const closeGap = (end: number): void => {
    if (gapStart >= 0) tokens.push({ kind: 'gap', start: gapStart, end, text: text.slice(gapStart, end) });
    gapStart = -1;
  };
  const push = (token: Token): number => {
    closeGap(token.start);
    tokens.push(token);
    return token.end;
  };
  let at = itemMark.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === ' ') {
      at++;
      continue;
    }
    if (marks.has(char)) {
      at = push({ kind: 'mark', start: at, end: at + 1, mark: char });
      continue;
    }
    if (char === ownMark) {
      let end = at + 1;
      while (text[end] === ownMark) end++;
      at = push({ kind: 'word', start: at, end, is: 'scope', value: 'own' });
      continue;
    }
    const code = char.charCodeAt(0);
    const digit = code >= 48 && code <= 57;
    const quarter = char === '第' && longestWord(text, at).word !== null;
    if (digit || (char === '第' && !quarter) || char === '〔' || char === 'h' || char === 'w') {
      const known = digit ? dateAt(text, at) : null;
      if (known) {
        at = push(known);
        continue;
      }
      const called = digit ? matchAt(hotline, text, at) : null;
      if (called) {
        at = push({ kind: 'word', start: at, end: at + 5, is: 'foreign', value: undefined });
        continue;
      }
      if (!digit || !/[A-Za-z]/.test(text[at - 1] ?? '')) {
        const past = skip(text, at);
        if (past > at) {
          closeGap(at);
          at = past;
          continue;
        }
      }
      const number = digit ? arabicAt(text, at) : null;
      if (number) {
        at = push(number);
        continue;
      }
    }
    const { word, end } = longestWord(text, at);
    const numeral = numerals.has(char) ? chineseAt(text, at) : null;
    if (numeral && numeral.end > end) {
      at = push(numeral);
      continue;
    }
    if (word !== null) {
      at = push({ kind: 'word', start: at, end, is: word.kind, value: word.value });
      continue;
    }
    if (gapStart < 0) gapStart = at;
    at++;
  }
  closeGap(text.length);
  return tokens;
};
