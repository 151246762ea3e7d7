import { ReadError } from '../../problem.ts';

/** What a scan of RTF tells, in the order of the file. */
export interface RtfVisitor {
  readonly groupStart: () => void;
  readonly groupEnd: () => void;
  /** A control word with its number, or a control symbol; `parameter` is null where there is none. */
  readonly control: (word: string, parameter: number | null) => void;
  /** Bytes of text, one a character. `escaped` for a single one that was written \'hh. */
  readonly text: (bytes: string, escaped: boolean) => void;
}

const space = 32;
const quote = 39;
const minus = 45;
const zero = 48;
const longestWord = 32;
const mostDigits = 10;
const plainText = /[^\\{}\r\n]+/y;

/**
 * Walks through an RTF file (Rich Text Format 1.9.1) given as one character a byte. Throws `file.damaged`
 * where its groups do not close, `file.hostile` beyond `depthLimit`.
 */
export const scanRtf = (rtf: string, depthLimit: number, visitor: RtfVisitor): void => {
  let depth = 0;
  for (let at = 0; at < rtf.length; ) {
    const character = rtf[at]!;
    if (character === '{') {
      if (++depth > depthLimit) throw new ReadError('file.hostile', { detail: '嵌套过深' });
      visitor.groupStart();
      at++;
    } else if (character === '}') {
      if (--depth < 0) break;
      visitor.groupEnd();
      at++;
      // What follows the end of the outermost group is padding.
      if (depth === 0) return;
    } else if (character === '\\') at = readControl(rtf, at + 1, visitor);
    else if (character === '\r' || character === '\n') at++;
    else {
      plainText.lastIndex = at;
      const run = plainText.exec(rtf)![0];
      visitor.text(run, false);
      at += run.length;
    }
  }
  throw new ReadError('file.damaged', { detail: 'RTF 不完整' });
};

/** By hand: a Word file has a control word every ten characters, and a match that must be cut up costs more than all the rest. */
const readControl = (rtf: string, at: number, visitor: RtfVisitor): number => {
  if (rtf.charCodeAt(at) === quote) {
    const code = Number.parseInt(rtf.slice(at + 1, at + 3), 16);
    if (!Number.isNaN(code)) visitor.text(String.fromCharCode(code), true);
    return at + 3;
  }
  let end = at;
  while (end - at < longestWord && isLetter(rtf.charCodeAt(end))) end++;
  if (end === at) {
    visitor.control(rtf[at] ?? '', null);
    return at + 1;
  }
  const word = rtf.slice(at, end);
  const negative = rtf.charCodeAt(end) === minus && isDigit(rtf.charCodeAt(end + 1));
  if (negative) end++;
  const digits = end;
  let number = 0;
  for (; end - digits < mostDigits && isDigit(rtf.charCodeAt(end)); end++)
    number = number * 10 + rtf.charCodeAt(end) - zero;
  const parameter = end === digits ? null : negative ? -number : number;
  // One space belongs to the word.
  if (rtf.charCodeAt(end) === space) end++;
  // Raw bytes follow, which may hold anything.
  if (word === 'bin') return end + Math.max(parameter ?? 0, 0);
  visitor.control(word, parameter);
  return end;
};

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isDigit = (code: number): boolean => code >= zero && code <= zero + 9;
