import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CellStatus, SectionId } from '../report.ts';
import { openPdfEngine } from './pdf/engine.ts';
import { readReport } from './read-report.ts';

// Other people's documents: they lie beside the repository, never in it.
const folder = new URL('../../../../../shared/annual-report/samples/', import.meta.url);
const skip = existsSync(folder) ? false : 'the sample reports are not on this machine';

interface Expected {
  readonly agency: string;
  readonly year: number;
  readonly form: string;
  readonly cells: Readonly<Record<string, number | string | null>>;
}

interface Sample {
  readonly published: string | null;
  /** How often each status occurs. */
  readonly statuses: Readonly<Partial<Record<CellStatus, number>>>;
  /** The sections in document order, with how their text begins. */
  readonly sections: readonly (readonly [SectionId, string])[];
}

const order = ['overview', 'proactive', 'requests', 'reviews', 'problems', 'other'] as const;
const beginning = (...starts: readonly string[]): Sample['sections'] =>
  order.map((id, at) => [id, starts[at] ?? '']);

const samples: Readonly<Record<string, Sample>> = {
  '000': {
    published: null,
    statuses: { printed: 39, blank: 159 },
    sections: beginning('2019年', '', '', '', '2019年', ''),
  },
  '001': {
    published: null,
    statuses: { printed: 198 },
    sections: beginning('为保障', '', '', '', '1、存在', '本年度报告'),
  },
  '002': {
    published: null,
    statuses: { printed: 50, blank: 133, absent: 15 },
    sections: beginning('2019 年', '', '', '', '2019年', '无'),
  },
  '003': {
    published: null,
    statuses: { printed: 183, byOrder: 15 },
    sections: beginning('2019年', '', '', '', '2019年', '无'),
  },
  '004': {
    published: '2022-02-15',
    statuses: { printed: 200 },
    sections: [
      ['overview', '(一)严格'],
      ['problems', '在政务'],
      ['other', '2021年未'],
      ['proactive', ''],
      ['requests', ''],
      ['reviews', ''],
    ],
  },
  '005': {
    published: null,
    statuses: { printed: 200 },
    sections: beginning('2024年', '', '', '', '对照', '2024年'),
  },
};

const engine = openPdfEngine(readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))));

for (const [number, sample] of Object.entries(samples))
  test(`sample ${number} is read whole: every cell, how it was got, agency, year, form and text`, {
    skip,
  }, async () => {
    const files = readdirSync(folder).filter((name) => name.startsWith(number));
    const name = files.find((file) => !file.endsWith('.json')) ?? '';
    const expected = JSON.parse(
      readFileSync(new URL(files.find((file) => file.endsWith('.json')) ?? '', folder), 'utf8'),
    ) as Expected;
    const reading = readReport(readFileSync(new URL(name, folder)), { name, pdf: await engine });
    assert.deepEqual(reading.problems, []);
    assert.equal(reading.reports.length, 1);
    const report = reading.reports[0]!;
    assert.equal(report.agency, expected.agency);
    assert.equal(report.year, expected.year);
    assert.equal(report.form, expected.form);
    assert.equal(report.published, sample.published);
    const wanted = Object.entries(expected.cells).map(([id, value]) => [
      id,
      value === null ? null : String(value),
    ]);
    assert.deepEqual(
      wanted.map(([id]) => [id, report.cells.get(id as string)?.value ?? null]),
      wanted,
    );
    assert.equal(report.cells.size, wanted.length);
    const statuses: Partial<Record<CellStatus, number>> = {};
    for (const { status } of report.cells.values()) statuses[status] = (statuses[status] ?? 0) + 1;
    assert.deepEqual(statuses, sample.statuses);
    const texts = report.sections.map(({ id, paragraphs }) => [id, paragraphs[0]?.text ?? ''] as const);
    assert.deepEqual(
      texts.map(([id]) => id),
      sample.sections.map(([id]) => id),
    );
    for (const [at, [id, start]] of sample.sections.entries()) {
      const text = texts[at]?.[1] ?? '';
      assert.ok(start === '' ? text === '' : text.startsWith(start), `${id}: ${text.slice(0, 20)}`);
    }
  });
