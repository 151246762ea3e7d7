/** A sentence in one spelling of digits and punctuation, and where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `from[i]` is the offset in the original of the folded character `i`; one more entry for the end. */
  readonly from: readonly number[];
}

const spaces = /[\s\u00a0\u3000\u200b\ufeff]/;
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

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

const foldChar = (char: string): string => {
  const code = char.charCodeAt(0);
  // Full-width digits and letters.
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  return replacements[char] ?? char;
};

/**
 * Folds full-width digits, brackets and punctuation, and drops spaces, which readers of PDF and Word
 * leave anywhere. A space between two digits stays: it may separate two numbers.
 */
export const fold = (original: string): Folded => {
  let text = '';
  const from: number[] = [];
  let pendingSpace = -1;
  for (let index = 0; index < original.length; index++) {
    const raw = original[index] as string;
    if (dropped.has(raw)) continue;
    if (spaces.test(raw)) {
      pendingSpace = index;
      continue;
    }
    let char = foldChar(raw);
    if (pendingSpace >= 0 && isDigit(char) && isDigit(text.at(-1))) {
      text += ' ';
      from.push(pendingSpace);
    }
    pendingSpace = -1;
    // A comma between digits may be a thousands separator; everywhere else it ends a clause.
    if (char === ',' || char === '，')
      char =
        isDigit(text.at(-1)) && /^[,，]\s*[0-9０-９]{3}(?![0-9０-９])/.test(original.slice(index, index + 6))
          ? ','
          : '，';
    text += char;
    from.push(index);
  }
  from.push(original.length);
  return { text, from };
};
