import type { PageArea, PageText, PlacedCharacter } from '@gongkai/redaction';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const isUnder = ({ box }: PlacedCharacter, { box: [left, top, right, bottom] }: PageArea): boolean => {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** Shorter or longer than this a word says nothing: it is everywhere, or it is a passage of its own. */
const [leastHan, leastOther, most] = [2, 5, 40];

const isTelling = (word: string): boolean =>
  word.length <= most && word.length >= (/\p{Script=Han}/u.test(word) ? leastHan : leastOther);

/** What was blacked out, each once, as the document has it; white space and width of letters don't count. */
export const wordsUnder = (pages: readonly PageText[], areas: readonly PageArea[]): readonly string[] => [
  ...new Set(
    areas
      .map((area) =>
        plain(
          (pages[area.page - 1]?.characters ?? [])
            .filter((character) => isUnder(character, area))
            .map(({ text }) => text)
            .join(''),
        ),
      )
      .filter((word) => word !== ''),
  ),
];

const masked = (word: string): string => {
  const signs = [...word];
  const hidden = '＊'.repeat(Math.min(4, Math.max(1, signs.length - 2)));
  return signs.length <= 2 ? `${signs[0]}＊` : `${signs[0]}${hidden}${signs.at(-1)}`;
};

/**
 * Where words that are blacked out in one place stand uncovered in another: a number covered in the heading and left in
 * the annex. For people, the words masked.
 */
export const sameWordsElsewhere = (
  pages: readonly PageText[],
  areas: readonly PageArea[],
  words: readonly string[],
): readonly string[] => {
  const telling = words.filter(isTelling);
  const open = pages.map(({ page, characters }) => {
    const own = areas.filter((area) => area.page === page);
    // A gap where something is covered: what stands on both sides of it is no word.
    return plain(
      characters
        .map((character) => (own.some((area) => isUnder(character, area)) ? '\u0001' : character.text))
        .join(''),
    );
  });
  return telling.flatMap((word) => {
    const found = open.flatMap((text, index) => (text.includes(word) ? [index + 1] : []));
    return found.length === 0 ? [] : [`“${masked(word)}”在第 ${found.join('、')} 页还有没有遮盖的`];
  });
};
