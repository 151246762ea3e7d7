import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { openZip } from '../zip/open-zip.ts';

/** An Office Open XML package (ECMA-376-2): parts that refer to each other by relationships. */
export interface OfficePackage {
  /** The text of a part; null where there is none of that name. */
  readonly part: (name: string) => string | null;
  /** What a part refers to; '' stands for the package itself. */
  readonly relationships: (part: string) => readonly Relationship[];
  readonly title: () => string | null;
  /** The JSON that our own writer puts in as `gongkai/report.json`. */
  readonly embedded: () => string | null;
}

export interface Relationship {
  readonly id: string;
  /** The last step of the relationship's type: `officeDocument`, `styles`, `worksheet`. */
  readonly kind: string;
  /** The part's name in the archive. */
  readonly target: string;
}

/** A text of 64 MB would be thirty novels; no report comes near. Above, the memory it takes harms others. */
const largestPart = 64 * 1024 * 1024;

const relationshipSpaces = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'r',
};

/** Opens the package. Throws as `openZip` does, and `file.tooLarge` for an enormous part. */
export const openPackage = (bytes: Uint8Array, limits: Limits): OfficePackage => {
  const archive = openZip(bytes, limits);
  const part = (name: string): string | null => {
    const entry = archive.find(name);
    if (entry === null) return null;
    if (entry.size > largestPart) throw new ReadError('file.tooLarge', { limit: '正文 64 MB' });
    return decodeXml(archive.read(entry));
  };
  const relationships = (of: string): readonly Relationship[] => {
    const folder = of.slice(0, of.lastIndexOf('/') + 1);
    const xml = part(`${folder}_rels/${of.slice(folder.length)}.rels`);
    return xml === null ? [] : readRelationships(xml, folder, limits);
  };
  const title = () => {
    const core = relationships('').find((one) => one.kind === 'core-properties');
    const xml = core === undefined ? null : part(core.target);
    return xml === null ? null : readTitle(xml, limits);
  };
  return { part, relationships, title, embedded: () => part('gongkai/report.json') };
};

const readRelationships = (xml: string, folder: string, limits: Limits): readonly Relationship[] => {
  const found: Relationship[] = [];
  scanXml(xml, relationshipSpaces, limits.depth, {
    open: (name, attributes) => {
      if (name !== 'r:Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type') ?? '';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(folder, attribute(attributes, 'Target') ?? ''),
      });
    },
    close: () => {},
    text: () => {},
  });
  return found;
};

/** A target is relative to the folder of the part that refers to it, or absolute in the package. */
const resolve = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};

const readTitle = (xml: string, limits: Limits): string | null => {
  let inside = false;
  let title = '';
  scanXml(xml, { 'http://purl.org/dc/elements/1.1/': 'dc' }, limits.depth, {
    open: (name) => {
      if (name === 'dc:title') inside = true;
    },
    close: (name) => {
      if (name === 'dc:title') inside = false;
    },
    text: (value) => {
      if (inside) title += value;
    },
  });
  return title.trim() === '' ? null : title.trim();
};
