import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Assets, loadAssets } from '../platform/assets.ts';

const publicFolder = new URL('../../public/', import.meta.url);
const portalFolder = new URL('./', import.meta.url);

/** Tokens, the frame, then each component's own sheet: one file for the browser. */
const portalSheets = (): readonly URL[] => [
  new URL('tokens.css', publicFolder),
  new URL('base.css', publicFolder),
  new URL('frame.css', publicFolder),
  new URL('pages.css', publicFolder),
  ...globSync('component/*/*.css', { cwd: fileURLToPath(portalFolder) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => new URL(path, portalFolder)),
];

/** The files that the portal's pages refer to, and those of the areas' pages by name, all from `public/`. */
export const openPortalAssets = (names: readonly string[]): Assets =>
  loadAssets(publicFolder, ['print.css', 'icon.svg', ...names], { 'portal.css': portalSheets() });
