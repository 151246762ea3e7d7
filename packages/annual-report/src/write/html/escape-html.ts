import { printable } from '../printable.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for quoted attribute values. */
export const escapeHtml = (text: string): string =>
  printable(text).replaceAll(/[&<>"']/g, (sign) => entities[sign]!);

/**
 * JSON for a script element: HTML ends the element at `</script` and reads `<!--` in its own way
 * (HTML Standard, 4.12.1.3), so no `<` may remain. JSON's own escape means the same.
 */
export const escapeJsonForScript = (json: string): string => json.replaceAll('<', '\\u003c');
