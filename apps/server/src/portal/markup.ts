import { html, raw } from 'hono/html';

/** Markup that is safe to send: made by `html` tagged templates, which escape what they are given. */
export type Markup = ReturnType<typeof html>;

/** What may stand between tags. */
export type Content = Markup | string | number | readonly (Markup | string | number)[];

/** Attributes of an element; undefined, null and false leave one out, true writes its name alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

const empty = new Set(['input', 'meta', 'link', 'img']);

/**
 * An element with attributes that may be absent. Templates can't have them: `html` escapes a hole in text and
 * in double quotes only. Names of elements and attributes come from code, never from data.
 */
export const element = (name: string, attributes: Attributes, content: Content = ''): Markup => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${String(html`${String(value)}`)}"`))
    .join('');
  const open = raw(`<${name}${written}>`);
  return empty.has(name) ? html`${open}` : html`${open}${content}${raw(`</${name}>`)}`;
};

/** Names for `class` or ids for `aria-describedby`: those that are there, one blank between; undefined when none is. */
export const joined = (...names: readonly (string | false | null | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined;
