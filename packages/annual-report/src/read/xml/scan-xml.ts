import { ReadError } from '../../problem.ts';
import { decodeEntities } from './decode-entities.ts';
import { type Namespaces, openScope, type ScannedName } from './name-scope.ts';

export type { Namespaces } from './name-scope.ts';

/** What a scan tells. Names are canonical: the caller's short name of the namespace, a colon, the local name. */
export interface XmlVisitor {
  /** `attributes` is the raw text between name and `>`; see `attribute`. */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (value: string) => void;
  /** Which elements to pass over in one step; most of an office file is formatting that nobody here asks for. */
  readonly skim?: Skim;
}

/** Elements, by canonical name, that are passed over unless their content matches: then it says something that matters. */
export type Skim = ReadonlyMap<string, RegExp>;

const space = 32;
const exclamation = 33;
const doubleQuote = 34;
const singleQuote = 39;
const slash = 47;
const less = 60;
const greater = 62;
const question = 63;
const letterX = 120;

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
  const opened: ScannedName[] = [];
  const { skim } = visitor;
  let at = 0;
  while (at < xml.length) {
    // Most tags follow each other directly; the look spares a search.
    const tag = xml.charCodeAt(at) === less ? at : xml.indexOf('<', at);
    if (tag === -1) break;
    if (tag > at && opened.length > 0) visitor.text(decodeEntities(xml.slice(at, tag)));
    const kind = xml.charCodeAt(tag + 1);
    if (kind === slash) {
      const name = opened.pop();
      if (name === undefined) throw damaged();
      at = endOfClosing(xml, tag + 2, name.raw);
      visitor.close(name.canonical);
      scope.leave(opened.length);
      continue;
    }
    if (kind === exclamation || kind === question) {
      at = passMarkup(xml, tag, visitor, opened.length);
      continue;
    }

    // The name is hashed while its end is looked for: names repeat by the thousand and need not be cut out again.
    let nameEnd = tag + 1;
    let hash = 0;
    for (; nameEnd < xml.length; nameEnd++) {
      const code = xml.charCodeAt(nameEnd);
      if (code === greater || code === slash || code <= space) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    if (nameEnd === tag + 1) throw damaged();
    let end = nameEnd;
    let declares = false;
    for (let code = xml.charCodeAt(end); code !== greater; code = xml.charCodeAt(++end)) {
      if (code === doubleQuote || code === singleQuote) {
        do end++;
        while (end < xml.length && xml.charCodeAt(end) !== code);
      } else if (code === letterX) declares ||= xml.startsWith('xmlns', end);
      else if (Number.isNaN(code)) throw damaged();
    }
    const empty = xml.charCodeAt(end - 1) === slash;
    const attributes = xml.slice(nameEnd, empty ? end - 1 : end);
    const depth = opened.length;
    if (depth >= depthLimit) throw new ReadError('file.hostile', { detail: '嵌套过深' });
    if (declares) scope.enter(attributes, depth);
    const name = scope.find(xml, tag + 1, nameEnd, hash);
    visitor.open(name.canonical, attributes);
    at = end + 1;
    if (!empty) {
      const unless = skim?.get(name.canonical);
      const after = unless === undefined ? -1 : endOfSkim(xml, at, name.raw, unless);
      if (after === -1) {
        opened.push(name);
        continue;
      }
      at = after;
    }
    visitor.close(name.canonical);
    scope.leave(depth);
  }
  if (opened.length > 0) throw damaged();
};

/** Behind the closing tag whose name starts at `from`. */
const endOfClosing = (xml: string, from: number, raw: string): number => {
  if (!xml.startsWith(raw, from)) throw damaged();
  const end = from + raw.length;
  if (xml.charCodeAt(end) === greater) return end + 1;
  const after = endOf(xml, '>', end);
  if (xml.slice(end, after - 1).trim() !== '') throw damaged();
  return after;
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

/** Behind an element whose content can be passed over; -1 where it must be walked through. */
const endOfSkim = (xml: string, from: number, raw: string, unless: RegExp): number => {
  const mark = `</${raw}>`;
  const end = xml.indexOf(mark, from);
  if (end === -1) return -1;
  if (end === from) return end + mark.length;
  const content = xml.slice(from, end);
  // The same element inside, or markup that is no element, could hide the true end.
  return unless.test(content) || content.includes(`<${raw}`) || content.includes('<!')
    ? -1
    : end + mark.length;
};

const endOf = (xml: string, mark: string, from: number): number => {
  const found = xml.indexOf(mark, from);
  if (found === -1) throw damaged();
  return found + mark.length;
};

const damaged = () => new ReadError('file.damaged', { detail: 'XML 不完整' });
