import type { Limits } from '../options.ts';
import { type Raised, raisedBy } from '../raised-text.ts';
import { attribute } from '../xml/attribute.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { isOn, wholeNumber, wordNamespaces } from './word-namespaces.ts';

/** What of a style concerns the text: numbering, hiding, raising, being a table of contents. */
export interface WordStyle {
  readonly numId: string | null;
  readonly level: number | null;
  readonly hidden: boolean;
  readonly raised: Raised;
  /** A line of the table of contents (目录): it repeats headings and belongs to no section. */
  readonly contents: boolean;
}

interface RawStyle {
  basedOn: string | null;
  numId: string | null;
  level: number | null;
  hidden: boolean | null;
  /** Undefined where the style does not say. */
  raised: Raised | undefined;
  contents: boolean;
}

const plain: WordStyle = { numId: null, level: null, hidden: false, raised: null, contents: false };

/** Looks up styles by id; null stands for the default paragraph style. Style sheets that say nothing of use are not scanned. */
export const readStyles = (xml: string | null, limits: Limits): ((id: string | null) => WordStyle) => {
  if (xml === null || !/numPr|vanish|vertAlign|"toc |"TOC/.test(xml)) return () => plain;
  const raw = scanStyles(xml, limits);
  const resolved = new Map<string | null, WordStyle>();
  return (id) => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const style = resolve(raw, id);
    resolved.set(id, style);
    return style;
  };
};

const resolve = (styles: ReadonlyMap<string | null, RawStyle>, id: string | null): WordStyle => {
  const found: { -readonly [key in keyof WordStyle]: WordStyle[key] } = { ...plain };
  let hidden: boolean | null = null;
  let raised: Raised | undefined;
  const seen = new Set<string | null>();
  for (let at: string | null = id; !seen.has(at); ) {
    seen.add(at);
    const style = styles.get(at);
    if (style === undefined) break;
    found.numId ??= style.numId;
    found.level ??= style.level;
    hidden ??= style.hidden;
    if (raised === undefined) raised = style.raised;
    found.contents ||= style.contents;
    if (style.basedOn === null) break;
    at = style.basedOn;
  }
  return { ...found, hidden: hidden ?? false, raised: raised ?? null };
};

const scanStyles = (xml: string, limits: Limits): ReadonlyMap<string | null, RawStyle> => {
  const styles = new Map<string | null, RawStyle>();
  let style: RawStyle | null = null;
  scanXml(xml, wordNamespaces, limits.depth, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        style = { basedOn: null, numId: null, level: null, hidden: null, raised: undefined, contents: false };
        styles.set(attribute(attributes, 'styleId'), style);
        const isDefault = isOn(attribute(attributes, 'default') ?? '0');
        if (isDefault && attribute(attributes, 'type') === 'paragraph') styles.set(null, style);
      }
      if (style === null) return;
      if (name === 'w:basedOn') style.basedOn = attribute(attributes, 'val');
      else if (name === 'w:name') style.contents = /^toc \d/i.test(attribute(attributes, 'val') ?? '');
      else if (name === 'w:numId') style.numId = attribute(attributes, 'val');
      else if (name === 'w:ilvl') style.level = wholeNumber(attribute(attributes, 'val'));
      else if (name === 'w:vertAlign') style.raised = raisedBy(attribute(attributes, 'val'));
      else if (name === 'w:vanish') style.hidden = isOn(attribute(attributes, 'val'));
    },
    close: (name) => {
      if (name === 'w:style') style = null;
    },
    text: () => {},
  });
  return styles;
};
