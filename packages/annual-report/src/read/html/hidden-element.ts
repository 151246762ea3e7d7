import { blockElements, voidElements } from './elements.ts';

/** An element that is skipped, with what is open inside it. */
export interface HiddenElement {
  readonly name: string;
  readonly inner: string[];
}

/** Deeper nesting inside a skipped element is no longer told apart; its end is then found by its own name. */
const deepest = 256;

const rowParts = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot']);

/** Whether an element of this name, opening now, ends the hidden one, whose end tag HTML lets people omit. */
export const endsByOpening = (hidden: HiddenElement, name: string): boolean => {
  switch (hidden.name) {
    case 'p':
      return blockElements.has(name);
    case 'td':
    case 'th':
      return rowParts.has(name) && !hidden.inner.includes('table');
    case 'tr':
      return rowParts.has(name) && name !== 'td' && name !== 'th' && !hidden.inner.includes('table');
    case 'rt':
    case 'rp':
      return name === 'rt' || name === 'rp';
    case 'li':
      return name === 'li' && !hidden.inner.includes('ul') && !hidden.inner.includes('ol');
    default:
      return false;
  }
};

export const openInside = (hidden: HiddenElement, name: string): void => {
  if (!voidElements.has(name) && hidden.inner.length < deepest) hidden.inner.push(name);
};

/**
 * What an end tag means for the hidden element: `inside` of it, its own `end`, or the end of an element
 * around it (`outside`), which ends it too.
 */
export const closeInside = (hidden: HiddenElement, name: string): 'inside' | 'end' | 'outside' => {
  const at = hidden.inner.lastIndexOf(name);
  if (at >= 0) {
    hidden.inner.length = at;
    return 'inside';
  }
  if (name === hidden.name) return 'end';
  const inTable = name === 'table' || rowParts.has(name);
  const inBlock = blockElements.has(name) && (hidden.name === 'p' || !blockElements.has(hidden.name));
  return inTable || inBlock || name === 'body' || name === 'html' ? 'outside' : 'inside';
};
