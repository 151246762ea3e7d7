import type { NumberLevel, NumberList } from '../office/numbering.ts';
import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { isOn, wholeNumber, wordNamespaces } from './word-namespaces.ts';

/** A list of numbering.xml, as paragraphs refer to it by its numId. */
export interface WordList extends NumberList {
  /** The level that a paragraph style is bound to, by the style's id. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

interface Abstract {
  readonly levels: (Writable<NumberLevel> | undefined)[];
  readonly levelOfStyle: Map<string, number>;
  /** Defined elsewhere: by the list that carries this numbering style. */
  numStyleLink: string | null;
  styleLink: string | null;
}

interface Use {
  abstract: string | null;
  readonly starts: Map<number, number>;
  readonly levels: (Writable<NumberLevel> | undefined)[];
}

/** The lists of numbering.xml (ECMA-376-1 §17.9) by numId. */
export const readNumberLists = (xml: string | null, limits: Limits): ReadonlyMap<string, WordList> => {
  if (xml === null) return new Map();
  const { abstracts, uses } = scanNumbering(xml, limits);
  const lists = new Map<string, WordList>();
  for (const [numId, use] of uses) {
    const [list, abstract] = follow(abstracts, use.abstract);
    if (abstract === undefined) continue;
    const levels = abstract.levels.map((level, index) => use.levels[index] ?? level);
    lists.set(numId, { list, levels, starts: use.starts, levelOfStyle: abstract.levelOfStyle });
  }
  return lists;
};

const follow = (
  abstracts: ReadonlyMap<string, Abstract>,
  id: string | null,
): readonly [string, Abstract | undefined] => {
  const own = abstracts.get(id ?? '');
  if (own === undefined || own.numStyleLink === null || own.levels.length > 0) return [id ?? '', own];
  for (const [other, abstract] of abstracts)
    if (abstract.styleLink === own.numStyleLink) return [other, abstract];
  return [id ?? '', own];
};

const newLevel = (): Writable<NumberLevel> => ({
  start: 1,
  format: 'decimal',
  text: '',
  legal: false,
  tight: false,
  restart: null,
});

const scanNumbering = (xml: string, limits: Limits) => {
  const abstracts = new Map<string, Abstract>();
  const uses = new Map<string, Use>();
  let abstract: Abstract | null = null;
  let use: Use | null = null;
  let level: Writable<NumberLevel> | null = null;
  let index = 0;
  scanXml(xml, wordNamespaces, limits.depth, {
    open: (name, attributes) => {
      const value = attribute(attributes, 'val');
      if (name === 'w:abstractNum') {
        abstract = { levels: [], levelOfStyle: new Map(), numStyleLink: null, styleLink: null };
        abstracts.set(attribute(attributes, 'abstractNumId') ?? '', abstract);
      } else if (name === 'w:num') {
        use = { abstract: null, starts: new Map(), levels: [] };
        uses.set(attribute(attributes, 'numId') ?? '', use);
      } else if (name === 'w:lvlOverride' || name === 'w:lvl') {
        index = clampLevel(wholeNumber(attribute(attributes, 'ilvl')));
        if (name !== 'w:lvl') return;
        level = newLevel();
        const levels = use?.levels ?? abstract?.levels;
        if (levels !== undefined) levels[index] = level;
      } else if (name === 'w:abstractNumId' && use !== null) use.abstract = value;
      else if (name === 'w:startOverride') use?.starts.set(index, wholeNumber(value) ?? 1);
      else if (name === 'w:numStyleLink' && abstract !== null) abstract.numStyleLink = value;
      else if (name === 'w:styleLink' && abstract !== null) abstract.styleLink = value;
      else if (level !== null) setLevel(level, name, value);
      if (name === 'w:pStyle' && value !== null && level !== null) abstract?.levelOfStyle.set(value, index);
    },
    close: (name) => {
      if (name === 'w:lvl') level = null;
      else if (name === 'w:num') use = null;
      else if (name === 'w:abstractNum') abstract = null;
    },
    text: () => {},
  });
  return { abstracts, uses };
};

const setLevel = (level: Writable<NumberLevel>, name: string, value: string | null): void => {
  if (name === 'w:start') level.start = wholeNumber(value) ?? 1;
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:isLgl') level.legal = isOn(value);
  else if (name === 'w:suff') level.tight = value === 'nothing';
  else if (name === 'w:lvlRestart') level.restart = wholeNumber(value);
};

/** Word has nine levels. */
const clampLevel = (level: number | null): number => Math.min(Math.max(level ?? 0, 0), 8);
