/** A sign of a number format. `digit` is one of 0 # ?, `letter` one of a date or time, `fraction` a stroke between places. */
export interface FormatToken {
  readonly kind:
    | 'literal'
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'exponent'
    | 'fraction'
    | 'general'
    | 'text'
    | 'letter'
    | 'condition';
  readonly text: string;
}

/**
 * Everything that a format code is made of. `!` takes the next sign literally, as `\` does, in Chinese Excel and WPS;
 * `_` and `*` only make room.
 */
const pattern =
  /"(?<quoted>[^"]*)"?|[\\!](?<escaped>[\s\S])|[_*][\s\S]|\[(?<bracket>[^\]]*)\]|(?<general>General|G\/通用格式)|(?<exponent>E[+-])|(?<meridian>AM\/PM|上午\/下午)|(?<sign>[\s\S])/giu;

const signs: Readonly<Record<string, FormatToken['kind']>> = {
  '0': 'digit',
  '#': 'digit',
  '?': 'digit',
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'fraction',
  '@': 'text',
};

/** What brackets hold: a condition, elapsed time, a currency with its language, or colours and scripts, which change no number. */
const bracketToken = (inside: string): FormatToken | null => {
  if (/^(?:<=|>=|<>|<|>|=)\s*-?\d+(?:\.\d+)?$/.test(inside)) return { kind: 'condition', text: inside };
  if (/^(?:h+|m+|s+)$/i.test(inside)) return { kind: 'letter', text: inside };
  const [, currency] = /^\$([^-]*)/.exec(inside) ?? [];
  return currency ? { kind: 'literal', text: currency } : null;
};

/** The sections of a format code, in tokens. */
export const scanFormat = (code: string): readonly (readonly FormatToken[])[] => {
  let section: FormatToken[] = [];
  const sections = [section];
  for (const { groups = {} } of code.matchAll(pattern)) {
    const { quoted, escaped, bracket, general, exponent, meridian, sign } = groups;
    const literal = quoted ?? escaped;
    if (literal !== undefined) section.push({ kind: 'literal', text: literal });
    else if (bracket !== undefined) {
      const token = bracketToken(bracket.trim());
      if (token) section.push(token);
    } else if (general !== undefined) section.push({ kind: 'general', text: general });
    else if (exponent !== undefined) section.push({ kind: 'exponent', text: exponent });
    else if (meridian !== undefined) section.push({ kind: 'letter', text: 'h' });
    else if (sign === ';') {
      section = [];
      sections.push(section);
    } else if (sign !== undefined) {
      const kind = signs[sign] ?? (/[a-z]/i.test(sign) ? 'letter' : 'literal');
      section.push({ kind, text: sign });
    }
  }
  return sections;
};
