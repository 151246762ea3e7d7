/** A sentence in one spelling of digits and punctuation, and where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `from[i]` is the offset in the original of the folded character `i`; one more entry for the end. */
  readonly from: readonly number[];
}

const isSpace = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff;

/** Ideographs: nine characters of ten, and none of them is folded. */
const isPlain = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const replacements: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '％': '%',
  '．': '.',
  '﹒': '.',
  '[': '〔',
  ']': '〕',
  '～': '~',
  '－': '-',
  '—': '-',
  '–': '-',
};

/** Quotation and title marks carry no meaning for the grammar: 危及“三安全一稳定” is one label. */
const dropped = new Set('“”"\'‘’「」『』*_');

const foldChar = (char: string, code: number): string =>
  // Full-width digits and letters.
  (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff5a)
    ? String.fromCharCode(code - 0xfee0)
    : (replacements[char] ?? char);

const thousands = /[,，]\s*[0-9０-９]{3}(?![0-9０-９])/y;

/**
 * Folds full-width digits, brackets and punctuation, and drops spaces, which readers of PDF and Word
 * leave anywhere. A space between two digits stays: it may separate two numbers.
 */
export const fold = (original: string): Folded => {
  let text = '';
  const from: number[] = [];
  let last = 0;
  let pendingSpace = -1;
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index);
    if (isPlain(code)) {
      const start = index;
      while (index < original.length && isPlain(original.charCodeAt(index))) from.push(index++);
      text += original.slice(start, index);
      last = 0x4e00;
      pendingSpace = -1;
      index--;
      continue;
    }
    if (isSpace(code)) {
      pendingSpace = index;
      continue;
    }
    const raw = original[index] as string;
    if (dropped.has(raw)) continue;
    let char = foldChar(raw, code);
    if (pendingSpace >= 0 && isDigit(last) && isDigit(char.charCodeAt(0))) {
      text += ' ';
      from.push(pendingSpace);
    }
    pendingSpace = -1;
    // A comma between digits may be a thousands separator; everywhere else it ends a clause.
    if (char === ',' || char === '，') {
      thousands.lastIndex = index;
      char = isDigit(last) && thousands.test(original) ? ',' : '，';
    }
    text += char;
    last = char.charCodeAt(0);
    from.push(index);
  }
  from.push(original.length);
  return { text, from };
};
