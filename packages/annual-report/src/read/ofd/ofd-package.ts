import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { type Namespaces, scanXml, type XmlVisitor } from '../xml/scan-xml.ts';
import type { ZipArchive } from '../zip/open-zip.ts';

/** GB/T 33190-2016 and the draft before it. */
export const ofdNamespaces: Namespaces = {
  'http://www.ofdspec.org/2016': 'ofd',
  'http://www.ofdspec.org': 'ofd',
};

export interface OfdPackage {
  readonly title: string | null;
  /** Names of their parts in the archive. */
  readonly pages: readonly string[];
  /** By template ID. */
  readonly templates: ReadonlyMap<string, string>;
  /** Names of the parts that list fonts and pictures. */
  readonly resources: readonly string[];
  /** Left, top, width, height in millimetres, for pages that state none of their own. */
  readonly physicalBox: string;
}

/** Walks through a part of the archive. */
export const scanPart = (zip: ZipArchive, name: string, limits: Limits, visitor: XmlVisitor): void =>
  scanXml(decodeXml(zip.read(name)), ofdNamespaces, limits.depth, visitor);

/** Reads OFD.xml and the Document.xml of every document in it (GB/T 33190-2016, 7.4 and 7.5). */
export const openOfd = (zip: ZipArchive, limits: Limits): OfdPackage => {
  const roots: string[] = [];
  let title = '';
  let text = '';
  scanPart(zip, 'OFD.xml', limits, {
    open: () => {
      text = '';
    },
    text: (value) => {
      text += value;
    },
    close: (name) => {
      if (name === 'ofd:DocRoot') roots.push(resolveLocation('OFD.xml', text.trim()));
      if (name === 'ofd:Title' && title === '') title = text.trim();
    },
  });
  if (roots.length === 0) throw new ReadError('file.damaged', { detail: 'OFD 中没有文档' });
  const pages: string[] = [];
  const templates = new Map<string, string>();
  const resources: string[] = [];
  let physicalBox = '';
  for (const root of roots) {
    let text = '';
    scanPart(zip, root, limits, {
      open: (name, attributes) => {
        text = '';
        const location = attribute(attributes, 'BaseLoc');
        if (location === null) return;
        const part = resolveLocation(root, location);
        if (name === 'ofd:Page') pages.push(part);
        if (name === 'ofd:TemplatePage') templates.set(attribute(attributes, 'ID') ?? '', part);
      },
      text: (value) => {
        text += value;
      },
      close: (name) => {
        if (name === 'ofd:PhysicalBox' && physicalBox === '') physicalBox = text.trim();
        if (name === 'ofd:PublicRes' || name === 'ofd:DocumentRes')
          resources.push(resolveLocation(root, text.trim()));
      },
    });
  }
  if (pages.length > limits.pages) throw new ReadError('file.tooLarge', { limit: `${limits.pages} 页` });
  // Each page has a part of its own; naming one again and again makes a small file long.
  if (new Set(pages).size < pages.length)
    throw new ReadError('file.hostile', { detail: '同一页的内容被引用多次' });
  if (pages.length === 0) throw new ReadError('file.damaged', { detail: '没有页面' });
  return {
    title: title === '' ? null : title,
    pages,
    templates,
    resources,
    physicalBox: physicalBox || '0 0 210 297',
  };
};

/** A location (ST_Loc): from the root with `/` in front, else from the folder of the part that names it. */
export const resolveLocation = (from: string, location: string): string => {
  const path = location.replaceAll('\\', '/');
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const steps: string[] = [...folder];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
