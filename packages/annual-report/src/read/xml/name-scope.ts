/** Short names of the namespaces that a caller cares for; elements of all others come with the name ''. */
export type Namespaces = Readonly<Record<string, string>>;

/** An element's name as written, and with its prefix resolved. */
export interface ScannedName {
  readonly raw: string;
  readonly canonical: string;
}

/** Prefixes as they are bound at the present depth, and the canonical names that follow from them. */
export interface NameScope {
  /** The name from `start` to `end`, found again by its hash without cutting it out. */
  readonly find: (xml: string, start: number, end: number, hash: number) => ScannedName;
  /** Takes in the xmlns declarations of an element that opens at `depth`. */
  readonly enter: (attributes: string, depth: number) => void;
  /** Takes back those of an element that closes there. */
  readonly leave: (depth: number) => void;
}

const declaration = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export const openScope = (namespaces: Namespaces): NameScope => {
  const bound = new Map<string, string>();
  const undo: { readonly depth: number; readonly prefix: string; readonly before: string | undefined }[] = [];
  let names = new Map<number, ScannedName>();

  const find = (xml: string, start: number, end: number, hash: number): ScannedName => {
    const known = names.get(hash);
    if (known !== undefined && known.raw.length === end - start && xml.startsWith(known.raw, start))
      return known;
    const raw = xml.slice(start, end);
    const colon = raw.indexOf(':');
    const short = bound.get(colon === -1 ? '' : raw.slice(0, colon));
    const name = { raw, canonical: short === undefined ? '' : `${short}:${raw.slice(colon + 1)}` };
    names.set(hash, name);
    return name;
  };

  const enter = (attributes: string, depth: number): void => {
    for (const [, prefix = '', double, single] of attributes.matchAll(declaration)) {
      undo.push({ depth, prefix, before: bound.get(prefix) });
      rebind(prefix, namespaces[double ?? single ?? '']);
    }
  };

  const leave = (depth: number): void => {
    while (undo.length > 0 && undo.at(-1)!.depth === depth) {
      const { prefix, before } = undo.pop()!;
      rebind(prefix, before);
    }
  };

  const rebind = (prefix: string, short: string | undefined): void => {
    if (bound.get(prefix) === short) return;
    if (short === undefined) bound.delete(prefix);
    else bound.set(prefix, short);
    names = new Map();
  };

  return { find, enter, leave };
};
