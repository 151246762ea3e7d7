import { ReadError } from '../../problem.ts';
import { decodeEntities } from './decode-entities.ts';

/** What a scan tells. Names are canonical: the caller's short name of the namespace, a colon, the local name. */
export interface XmlVisitor {
  /** `attributes` is the raw text between name and `>`; see `attribute`. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (value: string) => void;
}

/** Short names of the namespaces that a caller cares for; elements of all others come with the name ''. */
export type Namespaces = Readonly<Record<string, string>>;

const space = 32;
const exclamation = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const greater = 62;
const question = 63;

/**
 * Walks through an XML document once, without building a tree. Namespaces are resolved, so any prefix will
 * do. Throws `file.hostile` for a document type declaration (office files have none; entity bombs do) and
 * beyond `depthLimit`, `file.damaged` where tags do not match.
 */
export const scanXml = (
  xml: string,
  namespaces: Namespaces,
  depthLimit: number,
  visitor: XmlVisitor,
): void => {
  const scope = openScope(namespaces);
  const opened: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag === -1) break;
    if (tag > at && opened.length > 0) visitor.text(decodeEntities(xml.slice(at, tag)));
    const kind = xml.charCodeAt(tag + 1);
    if (kind === slash) {
      const raw = opened.pop();
      if (raw === undefined || !xml.startsWith(raw, tag + 2)) throw damaged();
      const end = tag + 2 + raw.length;
      at = xml.charCodeAt(end) === greater ? end + 1 : endOf(xml, '>', end);
      if (at - end > 1 && xml.slice(end, at - 1).trim() !== '') throw damaged();
      visitor.close(scope.canonical(raw));
      scope.leave(opened.length);
      continue;
    }
    if (kind === exclamation || kind === question) {
      at = passMarkup(xml, tag, visitor, opened.length);
      continue;
    }
    const nameEnd = endOfName(xml, tag + 1);
    const raw = xml.slice(tag + 1, nameEnd);
    const end = endOfTag(xml, nameEnd);
    const empty = xml.charCodeAt(end - 1) === slash;
    const attributes = xml.slice(nameEnd, empty ? end - 1 : end);
    if (opened.length >= depthLimit) throw new ReadError('file.hostile', { detail: '嵌套过深' });
    if (attributes.includes('xmlns')) scope.enter(attributes, opened.length);
    const name = scope.canonical(raw);
    visitor.open(name, attributes);
    if (empty) {
      visitor.close(name);
      scope.leave(opened.length);
    } else opened.push(raw);
    at = end + 1;
  }
  if (opened.length > 0) throw damaged();
};

/** Comments, processing instructions and CDATA; returns where to go on. */
const passMarkup = (xml: string, tag: number, visitor: XmlVisitor, depth: number): number => {
  if (xml.charCodeAt(tag + 1) === question) return endOf(xml, '?>', tag);
  if (xml.startsWith('<!--', tag)) return endOf(xml, '-->', tag + 4);
  if (!xml.startsWith('<![CDATA[', tag)) throw new ReadError('file.hostile', { detail: '含有文档类型声明' });
  const end = endOf(xml, ']]>', tag);
  if (depth > 0) visitor.text(xml.slice(tag + 9, end - 3));
  return end;
};

const endOf = (xml: string, mark: string, from: number): number => {
  const found = xml.indexOf(mark, from);
  if (found === -1) throw damaged();
  return found + mark.length;
};

const endOfName = (xml: string, from: number): number => {
  let at = from;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === greater || code === slash || code <= space) break;
  }
  if (at === from) throw damaged();
  return at;
};

/** The position of the tag's `>`; one inside a quoted value does not end it. */
const endOfTag = (xml: string, from: number): number => {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === greater) return at;
    if (code !== doubleQuote && code !== singleQuote) continue;
    at = xml.indexOf(code === doubleQuote ? '"' : "'", at + 1);
    if (at === -1) break;
  }
  throw damaged();
};

/** Prefixes as they are bound at the present depth, and the canonical names that follow from them. */
const openScope = (namespaces: Namespaces) => {
  const bound = new Map<string, string>();
  const undo: { readonly depth: number; readonly prefix: string; readonly before: string | undefined }[] = [];
  let names = new Map<string, string>();
  const canonical = (raw: string): string => {
    const known = names.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const short = bound.get(colon === -1 ? '' : raw.slice(0, colon));
    const name = short === undefined ? '' : `${short}:${raw.slice(colon + 1)}`;
    names.set(raw, name);
    return name;
  };
  const enter = (attributes: string, depth: number) => {
    for (const [, prefix = '', double, single] of attributes.matchAll(declaration)) {
      undo.push({ depth, prefix, before: bound.get(prefix) });
      rebind(prefix, namespaces[double ?? single ?? '']);
    }
  };
  const leave = (depth: number) => {
    while (undo.length > 0 && undo.at(-1)!.depth === depth) {
      const { prefix, before } = undo.pop()!;
      rebind(prefix, before);
    }
  };
  const rebind = (prefix: string, short: string | undefined) => {
    if (bound.get(prefix) === short) return;
    if (short === undefined) bound.delete(prefix);
    else bound.set(prefix, short);
    names = new Map();
  };
  return { canonical, enter, leave };
};

const declaration = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const damaged = () => new ReadError('file.damaged', { detail: 'XML 不完整' });
