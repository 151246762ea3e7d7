import type { Block, PageBlocks } from './layout-blocks.ts';

const numbered = [
  /^[-—–－―~～·•\s]+\d{1,3}[-—–－―~～·•\s]+$/,
  /^第?\s*\d{1,3}\s*页?\s*[，,/／、]\s*共?\s*\d{1,3}\s*页?$/,
  /^第\s*[\d一二三四五六七八九十]{1,3}\s*页(\s*共\s*[\d一二三四五六七八九十]{1,3}\s*页)?$/,
];
const bareNumber = /^\d{1,3}$/;
/** Header and footer stand in the outer eighth of the page. */
const margin = 0.125;
/** Lines deep that headers and footers are looked for. */
const deep = 3;

/**
 * Takes out what belongs to the page and not to the report: page numbers (- 3 -, 第3页 共6页), and lines
 * that stand at the same height of several pages with the same words. A bare number counts as a page
 * number only where it goes up with the pages, for a lone figure may be a figure.
 */
export const dropFurniture = (pages: readonly PageBlocks[]): readonly PageBlocks[] => {
  const outer = pages.map(outerLines);
  const repeated = new Map<string, Set<number>>();
  const runs = new Map<number, Set<number>>();
  outer.forEach((lines, index) => {
    for (const { text, key } of lines) {
      remember(repeated, key, index);
      if (bareNumber.test(text)) remember(runs, Number(text) - index, index);
    }
  });
  return pages.map((page, index) => {
    const gone = new Set<Block>();
    for (const { block, text, key } of outer[index]!) {
      const number =
        numbered.some((pattern) => pattern.test(text)) ||
        (bareNumber.test(text) && (runs.get(Number(text) - index)?.size ?? 0) >= 2);
      // On two pages a chance likeness is still possible; a header is on all of them, or on every other.
      const header = pages.length >= 3 && (repeated.get(key)?.size ?? 0) >= Math.max(3, pages.length / 2 - 1);
      if (number || header) gone.add(block);
    }
    return gone.size === 0 ? page : { ...page, blocks: page.blocks.filter((block) => !gone.has(block)) };
  });
};

const remember = <K>(map: Map<K, Set<number>>, key: K, page: number): void => {
  const found = map.get(key) ?? new Set();
  map.set(key, found.add(page));
};

interface OuterLine {
  readonly block: Block;
  readonly text: string;
  /** The words with figures masked, and the height. */
  readonly key: string;
}

const outerLines = ({ page, blocks }: PageBlocks): readonly OuterLine[] => {
  const found: OuterLine[] = [];
  const consider = (block: Block): boolean => {
    if (block.kind !== 'line') return false;
    const at = (block.box[1] + block.box[3]) / 2 / page.height;
    if (at > margin && at < 1 - margin) return false;
    const text = block.line.pieces
      .map((piece) => piece.text)
      .join(' ')
      .trim();
    found.push({ block, text, key: `${text.replace(/\d+/g, '#')}@${Math.round((at * page.height) / 4)}` });
    return true;
  };
  const top = blocks.slice(0, deep);
  const bottom = blocks.slice(-deep).reverse();
  for (const block of top) if (!consider(block)) break;
  for (const block of bottom) if (found.some((line) => line.block === block) || !consider(block)) break;
  return found;
};
