import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own files, for the tests that it makes of itself. Paths are relative to its root, with `/`. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const ignored = /(^|\/)(node_modules|data|tmp)(\/|$)/;

export const filesOf = (...patterns: readonly string[]): readonly string[] =>
  patterns
    .flatMap((pattern) =>
      globSync(join(root, pattern), { exclude: (path) => ignored.test(relative(root, path)) }),
    )
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((path) => !ignored.test(path))
    .sort();

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
