import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dirname, join as joinPath } from 'node:path/posix';
import { test } from 'node:test';
import { filesOf, read, root } from './repository.ts';

const pages = filesOf('*.md', 'docs/**/*.md', 'bench/*.md', 'packages/*/*.md');

test('every link from one document to another leads somewhere', () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1] ?? '')
      .filter((link) => !existsSync(join(root, joinPath(dirname(page), link))))
      .map((link) => `${page}: ${link}`),
  );
  assert.deepEqual(dead, []);
});

test('every how-to is named where contributors begin', () => {
  const start = read('CONTRIBUTING.md');
  assert.deepEqual(
    filesOf('docs/how-to/*.md').filter((page) => !start.includes(`(${page})`)),
    [],
  );
});

test('every decision stands in the index under its number and title, and numbers have no gap', () => {
  const records = filesOf('docs/decisions/0*.md');
  const index = read('docs/decisions/README.md');
  for (const [at, path] of records.entries()) {
    const [file = ''] = path.split('/').slice(-1);
    const title = read(path).split('\n')[0]?.replace(/^# /, '') ?? '';
    assert.match(title, new RegExp(`^${String(at + 1).padStart(4, '0')}: \\S`), path);
    assert.ok(index.includes(`- [${title}](${file})\n`), `${path} isn't in the index as “${title}”`);
  }
});
