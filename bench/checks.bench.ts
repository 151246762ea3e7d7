import { checkReport, type Report, readReport } from '@gongkai/annual-report';
import { errorKinds, generate } from '@gongkai/synthetic-report';
import type { Bench } from './bench.ts';
import { byTurns } from './measure.ts';

const reports = 24;

/** The least that any check must do: look at each cell once and at each character of the narrative once. */
const lookOnce = (report: Report): number => {
  let seen = 0;
  for (const cell of report.cells.values()) if (cell.value !== null) seen += Number(cell.value);
  for (const { paragraphs } of report.sections)
    for (const { text } of paragraphs) for (const number of text.matchAll(/\d+/g)) seen += Number(number[0]);
  return seen;
};

const made = async (options: Parameters<typeof generate>[1]): Promise<readonly Report[]> => {
  const all: Report[] = [];
  for (let seed = 0; seed < reports; seed++) {
    const { bytes, name } = await generate(`bench ${seed}`, { layout: 'html.utf8', ...options });
    all.push(...readReport(bytes, { name }).reports);
  }
  return all;
};

export const bench: Bench = {
  question: `What do all checks of a report cost together (${errorKinds.length} kinds of planted errors are held against them)?`,
  floor: 'each cell and each number of the narrative looked at once',
  run: async () => {
    const subjects = [
      { what: 'checks, reports as they come', all: await made({}) },
      { what: 'checks, reports with damaged tables', all: await made({ damages: 'any' }) },
    ];
    const rows = [];
    for (const { what, all } of subjects) {
      const [own, least] = await byTurns(
        [
          () => {
            for (const report of all) checkReport(report);
          },
          () => {
            for (const report of all) lookOnce(report);
          },
        ],
        { warm: 60, rounds: 16 },
      );
      rows.push({
        what,
        measured: own! / all.length,
        unit: 'ms' as const,
        against: { what: 'look once', measured: least! / all.length },
        target: { of: 'figure' as const, most: 1 },
      });
    }
    return rows;
  },
};
