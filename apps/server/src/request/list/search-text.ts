import type { RequestContent } from '@gongkai/contract';

/** How much of a description is looked through, in characters: what is wanted stands at its beginning. */
const searchedCharacters = 300;

/** Writings of the same thing that differ in width, case, white space and punctuation are one. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Every two characters that stand together. */
export const pairsOf = (text: string): readonly string[] => {
  const characters = [...text];
  return [...new Set(characters.slice(1).map((character, index) => characters[index] + character))];
};

/** What an application is found by. */
export interface Searched {
  readonly number: string;
  readonly applicantName: string | null;
  readonly content: Partial<RequestContent>;
}

/** The texts that a search looks through, plain; each by itself, so that nothing is found across two of them. */
export const searchedTexts = ({ number, applicantName, content }: Searched): readonly string[] =>
  [
    number,
    applicantName,
    content.title,
    content.documentNumber,
    [...(content.description ?? '')].slice(0, searchedCharacters).join(''),
  ]
    .map((text) => plainText(text ?? ''))
    .filter((text) => text !== '');

/** The words of a query, plain. */
export const wordsOf = (query: string): readonly string[] => [
  ...new Set(
    query
      .split(/\s+/)
      .map(plainText)
      .filter((word) => word !== ''),
  ),
];

/** Whether every word stands in one of the texts. */
export const standsIn = (words: readonly string[], texts: readonly string[]): boolean =>
  words.every((word) => texts.some((text) => text.includes(word)));
