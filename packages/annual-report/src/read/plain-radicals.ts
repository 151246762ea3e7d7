import type { Line, Source } from './source.ts';

/**
 * Radicals of the CJK Radicals Supplement (部首补充) and the characters that they look like. Unicode gives them
 * no compatibility mapping, as it does for the Kangxi radicals (康熙部首); the pairs are its
 * EquivalentUnifiedIdeograph property, as far as the character stands for a word.
 */
const supplement =
  '⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

/** Kangxi radicals whose compatibility mapping is a form that is not written on the mainland: ⼾ is 户 here, not 戶. */
const mainland = '⼾户⾭青⿈黄';

const characters = new Map<string, string>();
const pairs = supplement + mainland;
for (let at = 0; at < pairs.length; at += 2) characters.set(pairs[at] as string, pairs[at + 1] as string);

const radical = /[\u2e80-\u2fdf]/;

const plain = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf]/g, (one) => characters.get(one) ?? one.normalize('NFKC'));

/**
 * Text taken out of pages that browsers print names some characters by their radical: ⻘岭县⺠政局. Names
 * and labels with such look-alikes would be equal to no other. The very same source where it has none.
 */
export const plainRadicals = (source: Source): Source => {
  const isPlain = ({ cells }: Line): boolean => !cells.some(({ text }) => radical.test(text));
  if (source.lines.every(isPlain)) return source;
  return {
    ...source,
    lines: source.lines.map((line) =>
      isPlain(line)
        ? line
        : { ...line, cells: line.cells.map((cell) => ({ ...cell, text: plain(cell.text) })) },
    ),
  };
};
