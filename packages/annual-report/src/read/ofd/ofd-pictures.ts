import type { Limits } from '../options.ts';
import { attribute } from '../xml/attribute.ts';
import type { ZipArchive } from '../zip/open-zip.ts';
import { resolveLocation, scanPart } from './ofd-package.ts';

/** By the ID of a multimedia resource: the name of its file in the archive. */
export type OfdPictures = ReadonlyMap<string, string>;

/** Reads the resource files of a document (PublicRes, DocumentRes, GB/T 33190-2016, 7.9) for its pictures. */
export const readPictures = (zip: ZipArchive, resources: readonly string[], limits: Limits): OfdPictures => {
  const pictures = new Map<string, string>();
  for (const part of resources) {
    if (zip.find(part) === null) continue;
    let folder = part;
    let id: string | null = null;
    let text = '';
    scanPart(zip, part, limits, {
      open: (name, attributes) => {
        text = '';
        if (name === 'ofd:Res') folder = `${resolveLocation(part, attribute(attributes, 'BaseLoc') ?? '')}/`;
        if (name === 'ofd:MultiMedia')
          id = attribute(attributes, 'Type') === 'Image' ? attribute(attributes, 'ID') : null;
      },
      text: (value) => {
        text += value;
      },
      close: (name) => {
        if (name === 'ofd:MediaFile' && id !== null)
          pictures.set(id, resolveLocation(folder.replace(/^\/+/, ''), text.trim()));
      },
    });
  }
  return pictures;
};
