import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './private-files.ts';

/** A link between library names. */
export interface Link {
  /** Where the link stands, from the folder `native`. */
  readonly at: string;
  /** The file's name beside it that it leads to. */
  readonly to: string;
}

/** Only what is needed to run; headers and static libraries stay behind. */
const needed = ['bin', 'lib', 'share'];

/** PostgreSQL itself is public: the copy may be read by everybody, whatever the umask was when npm installed it. */
const copyFolder = (from: string, to: string): void => {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyFolder(source, target);
    if (!entry.isFile() || entry.name.endsWith('.a')) continue;
    copyFileSync(source, target);
    chmodSync(target, 0o755);
  }
};

/** Else a power failure soon after could leave a whole tree of empty files under the right name. */
const syncFiles = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncFiles(path);
    if (!entry.isFile()) continue;
    const file = openSync(path, 'r+');
    fsyncSync(file);
    closeSync(file);
  }
  syncFolder(folder);
};

/** Drafts of programs that were killed while they copied; a live one takes seconds, not an hour. */
const removeOldDrafts = (folder: string): void => {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (!path.startsWith(`${folder}.`) || Date.now() - statSync(path).mtimeMs < 3_600_000) continue;
    rmSync(path, { recursive: true, force: true });
  }
};

/**
 * Copies PostgreSQL's programs to a folder and returns it; at once when the copy is there already. The copy appears
 * under its name only when it's whole, so that two programs may do this at the same time.
 */
export const copyProgram = (native: string, links: readonly Link[], folder: string): string => {
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  removeOldDrafts(folder);
  const draft = `${folder}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(draft);
    chmodSync(draft, 0o755);
    for (const part of needed)
      if (existsSync(join(native, part))) copyFolder(join(native, part), join(draft, part));
    for (const { at, to } of links) symlinkSync(to, join(draft, at));
    syncFiles(draft);
    renameSync(draft, folder);
    syncFolder(dirname(folder));
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
};
