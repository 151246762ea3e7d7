import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf, read } from './repository.ts';

interface Term {
  readonly english: string;
  readonly chinese: string;
  readonly notUsed: readonly string[];
}

const terms: readonly Term[] = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(?:---| English)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map((cells) => ({
    english: cells[1] ?? '',
    chinese: cells[2] ?? '',
    notUsed: [...(cells[4] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  }));

const sources = filesOf(
  'packages/**/*.ts',
  'apps/**/*.ts',
  'bench/**/*.ts',
  'e2e/**/*.ts',
  'tools/**/*.ts',
  '*.md',
  'docs/**/*.md',
).filter((path) => path !== 'docs/glossary.md');

test('every term of the glossary has its Chinese word, and none stands there twice', () => {
  assert.ok(terms.length > 20);
  assert.deepEqual(
    terms.filter((term) => !/[\u4e00-\u9fff]/.test(term.chinese)),
    [],
  );
  assert.equal(new Set(terms.map((term) => term.english)).size, terms.length);
});

test('no source or document uses a word that the glossary rules out', () => {
  const notUsed = terms.flatMap((term) => term.notUsed);
  const uses = sources.flatMap((path) => {
    const text = read(path).toLowerCase();
    return notUsed.filter((word) => text.includes(word.toLowerCase())).map((word) => `${path}: ${word}`);
  });
  assert.deepEqual(uses, []);
});
