import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readText } from '../text/read-text.ts';
import { alignTables } from './align-tables.ts';

const samples = new URL('../../../../../../shared/annual-report/samples/', import.meta.url);
const present = existsSync(samples);

interface Expected {
  readonly form: string;
  readonly cells: Readonly<Record<string, number | null>>;
}

for (const name of present ? readdirSync(samples).filter((file) => file.endsWith('.txt')) : ['samples'])
  test(`every cell of the published report ${name.slice(0, 3)} comes out as printed`, {
    skip: present ? false : 'the published samples are not here',
  }, () => {
    const expected: Expected = JSON.parse(
      readFileSync(new URL(name.replace('.txt', '.expected.json'), samples), 'utf8'),
    );
    const { form, cells } = alignTables(readText(readFileSync(new URL(name, samples))));
    assert.equal(form, expected.form);
    assert.equal(cells.size, Object.keys(expected.cells).length);
    for (const [id, value] of Object.entries(expected.cells))
      assert.equal(cells.get(id)?.value ?? null, value === null ? null : String(value), id);
  });
