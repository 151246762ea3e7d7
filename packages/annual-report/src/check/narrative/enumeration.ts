import type { Frame } from './frame.ts';
import type { NumberToken, Token, WordToken } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

interface Enumeration {
  readonly items: readonly { readonly token: NumberToken; readonly head: WordToken }[];
  readonly unit: string;
  /** Index of the last number of the list. */
  readonly last: number;
}

const enumerable: ReadonlySet<WordKind> = new Set<WordKind>([
  'row',
  'result',
  'applicant',
  'channel',
  'review',
  'path',
]);

const joins = (token: Token): boolean =>
  (token.kind === 'word' && token.is === 'and') ||
  (token.kind === 'mark' && (token.mark === '、' || token.mark === '，'));

/** 自然人和法人或其他组织分别为15件和4件: the two kinds of applicant, which elsewhere mean everybody. */
const bothKinds = (text: string, frame: Frame): readonly WordToken[] | null => {
  const everyone = frame.words.find(({ is }) => is === 'everyone');
  if (everyone === undefined || !/^自然人[和与、及]/.test(text.slice(everyone.start, everyone.end)))
    return null;
  return ['naturalPerson', 'organisations'].map((value) => ({ ...everyone, is: 'applicant', value }));
};

/** A、B、C分别为1、2、3件: as many figures as there are names, or none of them is named. Null without 分别. */
export const enumeration = (
  tokens: readonly Token[],
  index: number,
  frame: Frame,
  text: string,
): Enumeration | null => {
  if (!frame.has.has('respectively')) return null;
  const numbers: NumberToken[] = [];
  let last = index;
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'number') {
      numbers.push(token);
      last = at;
    } else if (!joins(token)) break;
  }
  const named = frame.heads.filter((head) => enumerable.has(head.is));
  const both = named.length === 0 && numbers.length === 2 ? bothKinds(text, frame) : null;
  const heads = both ?? named;
  const unit = numbers.findLast((token) => token.unit !== '')?.unit ?? '';
  const fits = !frame.gap && heads.length === numbers.length && heads.length > 1 && unit !== '%';
  return {
    items: fits ? numbers.map((token, at) => ({ token, head: heads[at] as WordToken })) : [],
    unit,
    last,
  };
};

/** 予以公开5、部分公开2件: the unit of the list stands once, at its end. */
export const unitOfList = (tokens: readonly Token[], index: number): string => {
  for (let at = index + 1; at < tokens.length && at < index + 24; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark' && token.mark !== '、') return '';
    if (token.kind === 'number' && token.unit !== '') return token.unit;
  }
  return '';
};
