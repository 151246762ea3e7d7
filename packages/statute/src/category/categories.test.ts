import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConfigurable } from '../confidence.ts';
import { article20 } from './article-20.ts';
import { article21 } from './article-21.ts';
import { columnBlocks } from './column-blocks.ts';
import { disclosureProperties } from './disclosure-property.ts';
import { documentGenres } from './document-genres.ts';
import { grassRootsFields } from './grass-roots-fields.ts';
import { subjectCategories } from './subject-categories.ts';

const lists = { subjectCategories, documentGenres, grassRootsFields, columnBlocks, disclosureProperties };

test('each list is as long as its source says', () => {
  const counts = Object.entries(lists).map(([name, list]) => [name, list.entries.length]);
  assert.deepEqual(
    Object.fromEntries([...counts, ['article20', article20.length], ['article21', article21.length]]),
    {
      subjectCategories: 22,
      documentGenres: 15,
      grassRootsFields: 26,
      columnBlocks: 5,
      disclosureProperties: 3,
      article20: 15,
      article21: 15,
    },
  );
});

test('no id stands twice in a list', () => {
  for (const entries of [...Object.values(lists).map((list) => list.entries), article20, article21]) {
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  }
});

test('the items of Art. 20 are numbered in order, and five of them are counted in the annual report', () => {
  assert.deepEqual(
    article20.map(({ item }) => item),
    Array.from({ length: 15 }, (_, index) => index + 1),
  );
  assert.deepEqual(
    article20.flatMap(({ item, reportTable }) => (reportTable === null ? [] : [`${item} ${reportTable}`])),
    ['1 proactive.20-1', '5 proactive.20-5', '6 proactive.20-6', '8 proactive.20-8', '9 proactive.20-9'],
  );
});

test('a city or county owes seven fields more, a township eight', () => {
  const count = (level: string) => article21.filter((entry) => entry.level === level).length;
  assert.deepEqual([count('cityAndCounty'), count('township')], [7, 8]);
});

test('lists that were not read in their own text may be replaced, and the property of a document not', () => {
  const open = Object.entries(lists).filter(([, list]) => isConfigurable(list.confidence));
  assert.deepEqual(
    open.map(([name]) => name),
    ['subjectCategories', 'documentGenres', 'grassRootsFields', 'columnBlocks'],
  );
  assert.deepEqual(
    disclosureProperties.entries.filter((entry) => entry.reasonsRequired).map(({ id }) => id),
    ['withheld'],
  );
});
