import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../check/rule.ts';
import { anyReport } from '../testing/arbitrary-report.ts';
import { findingsSchema } from './findings-schema.ts';
import { findingsToJson } from './findings-to-json.ts';
import { publishedSchemas } from './published-schemas.ts';
import { reportInputSchema } from './report-input-schema.ts';
import { reportSchema } from './report-schema.ts';
import { reportToJson } from './report-to-json.ts';

test('the schemas in docs/schemas are those of the program', () => {
  for (const [name, schema] of publishedSchemas()) {
    const file = new URL(`../../../../docs/schemas/${name}`, import.meta.url);
    assert.deepEqual(
      JSON.parse(readFileSync(file, 'utf8')),
      JSON.parse(schema),
      `npm run docs prints it anew`,
    );
  }
});

test('every report that is printed as JSON fits the published schema, and so can be handed in again', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const data = JSON.parse(reportToJson(report, '年报.pdf'));
      reportSchema.parse(data);
      reportInputSchema.parse(data);
    }),
    { numRuns: 25 },
  );
});

test('findings are printed as the schema says, with exact figures and without empty fields', () => {
  const cell = 'requests.received.total';
  const finding: Finding = {
    rule: 'sums.requestRow',
    severity: 'error',
    message: '总计与各项之和不等。',
    cells: [cell],
    places: [
      {
        what: '总体情况',
        value: '3',
        quote: { section: 'overview', text: '收到申请3件', mark: [4, 5] },
        place: { kind: 'paragraph', paragraph: 2 },
        report: 0,
      },
    ],
    expected: '12345678901234567',
    found: '3',
    repair: {
      cell,
      found: '3',
      value: '12345678901234567',
      relations: ['requests.row.received'],
      message: '改',
    },
  };
  const text = findingsToJson('a.pdf', { agency: '青山县水利局', year: 2023 }, [finding], {
    files: ['a.pdf', 'b.pdf'],
  });
  assert.match(text, /"value":12345678901234567,"relations"/);
  const { findings } = findingsSchema.parse(JSON.parse(text));
  assert.deepEqual(Object.keys(findings[0]!), [
    'rule',
    'severity',
    'message',
    'cells',
    'places',
    'expected',
    'found',
    'repair',
  ]);
  assert.equal(
    findingsToJson(null, { agency: null, year: null }, []),
    '{"file":null,"agency":null,"year":null,"findings":[]}',
  );
});
