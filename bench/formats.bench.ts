import { checkReport, readReport } from '@gongkai/annual-report';
import { generate } from '@gongkai/synthetic-report';
import type { Bench, Row } from './bench.ts';
import { floors } from './floors.ts';
import { formatHeavily } from './format-heavily.ts';
import { byTurns } from './measure.ts';

interface Subject {
  readonly what: string;
  readonly layout: string;
  /** What a report read and checked may cost, in milliseconds. */
  readonly most?: number;
  readonly change?: (bytes: Uint8Array) => Uint8Array;
}

const subjects: readonly Subject[] = [
  { what: 'text, a cell a line', layout: 'text.cellLines', most: 3 },
  { what: 'text, tabs', layout: 'text.tabRows', most: 3 },
  { what: 'text, laid out in columns', layout: 'text.spacedColumns', most: 3 },
  { what: 'Markdown', layout: 'markdown.tables', most: 3 },
  { what: 'HTML, 8 KB', layout: 'html.utf8', most: 3 },
  { what: 'HTML from Word, 100 KB', layout: 'html.word', most: 3 },
  { what: 'DOCX, 45 KB of XML', layout: 'docx.plain', most: 3 },
  { what: 'DOCX, every run formatted, 290 KB', layout: 'docx.plain', most: 3, change: formatHeavily },
  { what: 'DOC', layout: 'doc.plain', most: 3 },
  { what: 'RTF', layout: 'rtf.unicode', most: 3 },
  { what: 'XLSX', layout: 'xlsx.oneSheet', most: 3 },
  { what: 'OFD', layout: 'ofd.plain' },
];

/** Different reports, so that no reading profits from the one before. */
const reports = 12;

const measure = async ({ what, layout, most, change }: Subject): Promise<Row> => {
  const files: { readonly bytes: Uint8Array; readonly name: string }[] = [];
  for (let seed = 0; seed < reports; seed++) {
    const file = await generate(`bench ${seed}`, { layout });
    files.push({ name: file.name, bytes: change ? change(file.bytes) : file.bytes });
  }
  const floor = floors[layout.split('.')[0]!]!;
  const [own, least] = await byTurns(
    [
      () => {
        for (const { bytes, name } of files)
          for (const report of readReport(bytes, { name }).reports) checkReport(report);
      },
      () => {
        for (const { bytes } of files) floor.run(bytes);
      },
    ],
    { warm: 30, rounds: 12 },
  );
  return {
    what,
    measured: own! / reports,
    unit: 'ms',
    against: { what: floor.what, measured: least! / reports },
    ...(most === undefined ? {} : { target: { of: 'figure', most } }),
  };
};

export const bench: Bench = {
  question: 'What does a report cost, read and checked, in each format?',
  floor: 'the same bytes inflated or decoded, and tokenised: without it nobody knows what they say',
  run: async () => {
    const rows: Row[] = [];
    for (const subject of subjects) rows.push(await measure(subject));
    return rows;
  },
};
