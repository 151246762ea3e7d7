/** A hole (`${…}`) of an `html` template that stands neither in text nor inside a double-quoted attribute. */
export interface BadHole {
  readonly line: number;
  readonly before: string;
}

type State = 'text' | 'tag' | 'quoted';

const walk = (state: State, chunk: string): State => {
  let now = state;
  for (let at = 0; at < chunk.length; at += 1) {
    const character = chunk[at];
    if (now === 'text' && character === '<' && /[a-z/!]/i.test(chunk[at + 1] ?? '')) now = 'tag';
    else if (now === 'tag' && character === '>') now = 'text';
    else if (now === 'tag' && character === '"') now = 'quoted';
    else if (now === 'quoted' && character === '"') now = 'tag';
  }
  return now;
};

/**
 * Finds holes that escaping does not make safe: `html` escapes for text and for double-quoted attributes
 * only. Reads the source as text: strings, comments and nested templates are followed, nothing more.
 */
export const badHoles = (source: string): readonly BadHole[] => {
  const bad: BadHole[] = [];
  let at = 0;

  const template = (isHtml: boolean): void => {
    let state: State = 'text';
    let start = at;
    while (at < source.length && source[at] !== '`') {
      if (source[at] === '\\') at += 2;
      else if (source.startsWith('${', at)) {
        state = walk(state, source.slice(start, at));
        if (isHtml && state === 'tag')
          bad.push({
            line: source.slice(0, at).split('\n').length,
            before: source.slice(Math.max(0, at - 30), at),
          });
        at += 2;
        code('}');
        start = at;
      } else at += 1;
    }
    at += 1;
  };

  const code = (until: string | null): void => {
    let depth = 0;
    while (at < source.length) {
      const character = source[at] as string;
      if (character === until && depth === 0) {
        at += 1;
        return;
      }
      if (character === '/' && source[at + 1] === '/')
        at = (source.indexOf('\n', at) + 1 || source.length + 1) - 1;
      else if (character === '/' && source[at + 1] === '*') at = source.indexOf('*/', at) + 1;
      else if (character === "'" || character === '"') {
        at += 1;
        while (at < source.length && source[at] !== character && source[at] !== '\n')
          at += source[at] === '\\' ? 2 : 1;
      } else if (character === '`') {
        const isHtml = source.slice(0, at).endsWith('html');
        at += 1;
        template(isHtml);
        continue;
      } else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      at += 1;
    }
  };

  code(null);
  return bad;
};
