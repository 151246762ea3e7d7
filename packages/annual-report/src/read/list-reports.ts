import { ReadError } from '../problem.ts';
import { defaultLimits, type Limits } from './options.ts';
import { sniffFormat } from './sniff-format.ts';
import { openZip } from './zip/open-zip.ts';

/** A file inside an archive. */
export interface ArchivedFile {
  /** Its path inside the archive; files of nested archives carry the archive's path before it. */
  readonly name: string;
  /** The names of the entries that lead to it, for `readArchiveEntry`. */
  readonly entry: readonly string[];
  /**
   * Inflates it. All that one listing inflates counts against `limits.inflatedBytes`.
   * @throws ReadError `file.damaged`, `file.hostile`, `file.encrypted`
   */
  readonly bytes: () => Uint8Array;
}

/** Archives in archives in archives; nobody nests reports deeper. */
const deepest = 3;

/** What macOS, Windows and office programs leave behind: no reports. */
const hidden = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

const isArchive = (bytes: Uint8Array, limits: Limits): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && sniffFormat(bytes, undefined, limits) === 'archive';

function* listFiles(bytes: Uint8Array, limits: Limits, above: readonly string[]): Generator<ArchivedFile> {
  const zip = openZip(bytes, limits);
  for (const part of zip.entries) {
    const path = part.name.replaceAll('\\', '/');
    if (path.endsWith('/') || hidden.test(path)) continue;
    const entry = [...above, part.name];
    const name = entry.map((step) => step.replaceAll('\\', '/')).join('/');
    if (!/\.zip$/i.test(path)) {
      yield { name, entry, bytes: () => zip.read(part) };
      continue;
    }
    if (entry.length >= Math.min(deepest, limits.depth))
      throw new ReadError('file.hostile', { detail: '压缩包嵌套过深' });
    const inner = zip.read(part);
    if (isArchive(inner, limits)) yield* listFiles(inner, limits, entry);
    else yield { name, entry, bytes: () => inner };
  }
}

/**
 * The files of a ZIP of reports, one by one, nested archives opened on the way, resource forks and hidden
 * files left out. Nothing is inflated before `bytes` is called, but for nested archives.
 *
 * @throws ReadError `archive.noReports` where the bytes are no ZIP of files (a DOCX is none);
 *   `file.damaged`, `file.hostile` while listing
 */
export function* listReports(bytes: Uint8Array, limits: Limits = defaultLimits): Generator<ArchivedFile> {
  if (!isArchive(bytes, limits)) throw new ReadError('archive.noReports');
  yield* listFiles(bytes, limits, []);
}

/**
 * One file of an archive by the names that lead to it.
 *
 * @throws ReadError `file.damaged` (no such entry, broken), `file.hostile`, `file.encrypted`
 */
export const readArchiveEntry = (
  bytes: Uint8Array,
  entry: readonly string[],
  limits: Limits = defaultLimits,
): Uint8Array => {
  if (entry.length > deepest) throw new ReadError('file.hostile', { detail: '压缩包嵌套过深' });
  return entry.reduce((inside, name) => openZip(inside, limits).read(name), bytes);
};
