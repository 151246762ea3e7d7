import { decodeEntities } from './decode-entities.ts';

/** The value of an attribute by its local name, whatever its prefix, in the raw text of a tag; null where absent. */
export const attribute = (attributes: string, local: string): string | null => {
  for (let at = attributes.indexOf(local); at !== -1; at = attributes.indexOf(local, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (before !== 58 && !(before <= 32)) continue;
    let value = passSpace(attributes, at + local.length);
    if (attributes.charCodeAt(value) !== 61) continue;
    value = passSpace(attributes, value + 1);
    const quote = attributes[value];
    if (quote !== '"' && quote !== "'") continue;
    const end = attributes.indexOf(quote, value + 1);
    return end === -1 ? null : decodeEntities(attributes.slice(value + 1, end));
  }
  return null;
};

const passSpace = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) <= 32) at++;
  return at;
};
