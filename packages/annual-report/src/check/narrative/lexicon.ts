import type { WordKind } from './word-kinds.ts';
import { vocabulary } from './words.ts';

export interface Word {
  readonly kind: WordKind;
  readonly value: string | undefined;
}

interface Node {
  next: Map<number, Node> | null;
  word: Word | null;
}

/** `{a,b,}c` → `ac`, `bc`, `c`. Groups do not nest. */
export const expand = (pattern: string): readonly string[] => {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern];
  const close = pattern.indexOf('}', open);
  const head = pattern.slice(0, open);
  const tails = expand(pattern.slice(close + 1));
  return pattern
    .slice(open + 1, close)
    .split(',')
    .flatMap((branch) => tails.map((tail) => head + branch + tail));
};

const build = (): Node => {
  const root: Node = { next: null, word: null };
  for (const { kind, value, words } of vocabulary) {
    const word: Word = { kind, value };
    for (const text of words.split(' ').flatMap(expand)) {
      if (text === '') continue;
      let node = root;
      for (let index = 0; index < text.length; index++) {
        node.next ??= new Map();
        const code = text.charCodeAt(index);
        let child = node.next.get(code);
        if (child === undefined) {
          child = { next: null, word: null };
          node.next.set(code, child);
        }
        node = child;
      }
      // The first meaning stands: words.ts lists the specific before the general.
      node.word ??= word;
    }
  }
  return root;
};

// A prefix tree: one pass over the sentence, the longest word wins. Grown when first asked: a thread that only
// reads need not wait for it.
let root: Node | null = null;

/** The longest known word at `start`: its meaning and where it ends; `end === start` where there is none. */
export const longestWord = (
  text: string,
  start: number,
): { readonly word: Word | null; readonly end: number } => {
  root ??= build();
  let node = root;
  let word: Word | null = null;
  let end = start;
  for (let index = start; index < text.length; index++) {
    const child = node.next?.get(text.charCodeAt(index));
    if (child === undefined) break;
    node = child;
    if (node.word !== null) {
      word = node.word;
      end = index + 1;
    }
  }
  return { word, end };
};
