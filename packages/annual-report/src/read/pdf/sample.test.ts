import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestEngine } from './pdf-test-kit.ts';
import { readPdf } from './read-pdf.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/annual-report/samples/', import.meta.url));
const name = existsSync(folder) ? readdirSync(folder).find((file) => /^005.*\.pdf$/.test(file)) : undefined;

test('every figure of a published report stands in its row and column', {
  skip: name === undefined ? 'the sample reports are not here' : false,
}, async () => {
  const source = readPdf(readFileSync(folder + name), await openTestEngine());
  const expected = JSON.parse(readFileSync(folder + name!.replace('.pdf', '.expected.json'), 'utf8')) as {
    cells: Record<string, number>;
  };
  const tableOf = (heading: string): string[][] => {
    const rows = source.lines.filter((line) => line.kind === 'grid');
    const table = rows.find((line) => line.cells.some((cell) => cell.text.includes(heading)))?.table;
    return rows
      .filter((line) => line.table === table)
      .map((line) => line.cells.map((cell) => cell.text).filter((text) => /^[\d.]+$/.test(text)))
      .filter((figures) => figures.length > 0);
  };
  const wanted = (table: string): string[] =>
    Object.entries(expected.cells)
      .filter(([id]) => id.startsWith(table))
      .map(([, value]) => String(value));
  assert.deepEqual(tableOf('第二十条').flat(), wanted('proactive.'));
  const requests = tableOf('申请人情况');
  assert.equal(requests.length, 25);
  assert.ok(requests.every((row) => row.length === 7));
  assert.deepEqual(requests.flat(), wanted('requests.'));
  assert.deepEqual(tableOf('行政复议').flat(), wanted('reviews.'));
  assert.deepEqual(source.problems, []);
});
