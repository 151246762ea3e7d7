/** A value of a PDF (ISO 32000-1, 7.3): what isn't looked into stays as it was written. */
export type PdfValue =
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export const token = (text: string): PdfValue => ({ kind: 'token', text });
export const reference = (number: number): PdfValue => ({ kind: 'reference', number });
export const dictionary = (entries: Iterable<readonly [string, PdfValue]>): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map(entries),
});

/** Deeper than any honest file. */
const mostDepth = 200;

const white = /[\0\t\n\f\r ]/;
const ends = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values from text in Latin-1, one character a byte. Throws where it isn't PDF. */
export class PdfReader {
  readonly text: string;
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skipWhite(): void {
    for (; this.at < this.text.length; this.at += 1) {
      if (this.text[this.at] === '%') while (!/[\r\n]/.test(this.text[this.at] ?? '\n')) this.at += 1;
      else if (!white.test(this.text[this.at]!)) return;
    }
  }

  /** A number, a name's rest, a keyword. */
  word(): string {
    const start = this.at;
    while (this.at < this.text.length && !ends.test(this.text[this.at]!)) this.at += 1;
    if (this.at === start) throw new Error('not a value of a PDF');
    return this.text.slice(start, this.at);
  }

  private literal(): PdfValue {
    const start = this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === '\\') this.at += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      if (depth === 0) {
        this.at += 1;
        return token(this.text.slice(start, this.at));
      }
    }
    throw new Error('a string of a PDF has no end');
  }

  private number(): PdfValue {
    const first = this.word();
    const back = this.at;
    const [, number] = /^\s+(\d+)\s+R(?![^\s()<>[\]{}/%])/.exec(this.text.slice(back, back + 24)) ?? [];
    if (number === undefined || !/^\d+$/.test(first)) return token(first);
    this.at = this.text.indexOf('R', back) + 1;
    return reference(Number(first));
  }

  value(depth = 0): PdfValue {
    if (depth > mostDepth) throw new Error('values of a PDF nested too deeply');
    this.skipWhite();
    const sign = this.text[this.at];
    if (sign === '(') return this.literal();
    if (sign === '/') {
      this.at += 1;
      return token(`/${ends.test(this.text[this.at] ?? ' ') ? '' : this.word()}`);
    }
    if (sign === '[') {
      this.at += 1;
      const items: PdfValue[] = [];
      for (this.skipWhite(); this.text[this.at] !== ']'; this.skipWhite()) items.push(this.value(depth + 1));
      this.at += 1;
      return { kind: 'array', items };
    }
    if (this.text.startsWith('<<', this.at)) {
      this.at += 2;
      const entries = new Map<string, PdfValue>();
      for (this.skipWhite(); !this.text.startsWith('>>', this.at); this.skipWhite()) {
        const key = this.value(depth + 1);
        if (key.kind !== 'token' || !key.text.startsWith('/')) throw new Error('a key of a PDF is no name');
        entries.set(key.text.slice(1), this.value(depth + 1));
      }
      this.at += 2;
      return { kind: 'dictionary', entries };
    }
    if (sign === '<') {
      const end = this.text.indexOf('>', this.at);
      if (end < 0) throw new Error('a string of a PDF has no end');
      const text = this.text.slice(this.at, end + 1);
      this.at = end + 1;
      return token(text);
    }
    return this.number();
  }
}

/** Writes a value, references by their new numbers. */
export const printValue = (value: PdfValue, renumber: (number: number) => number): string => {
  switch (value.kind) {
    case 'token':
      return value.text;
    case 'reference': {
      const number = renumber(value.number);
      return number === 0 ? 'null' : `${number} 0 R`;
    }
    case 'array':
      return `[${value.items.map((item) => printValue(item, renumber)).join(' ')}]`;
    case 'dictionary':
      return `<<${[...value.entries].map(([key, item]) => `/${key} ${printValue(item, renumber)}`).join('\n')}>>`;
  }
};
