import type { CellId } from '../../annual-report/src/form/form.ts';
import type { Reading } from '../../annual-report/src/read/reading.ts';
import type { Cell, CellStatus, Report } from '../../annual-report/src/report.ts';
import type { CellTruth, Truth } from './truth.ts';

/** What a reader said of a cell, beside the truth. */
export interface Miss {
  readonly cell: CellId;
  readonly kind: 'wrong' | 'lost' | 'status' | 'remark' | 'unit';
  readonly expected: string | null;
  readonly statuses: readonly CellStatus[];
  readonly found: string | null;
  readonly status: CellStatus | null;
  readonly raw: string | null;
}

export interface Score {
  /** Cells of the truth. */
  readonly cells: number;
  /** Figures that a perfect reader would get. */
  readonly recoverable: number;
  /** Of those, read rightly. */
  readonly right: number;
  /** A figure that is not the truth: the one thing that must never happen. */
  readonly wrong: number;
  /** Recoverable, but null. */
  readonly lost: number;
  /** Value right, status not. */
  readonly status: number;
  readonly agency: boolean;
  readonly year: boolean;
  readonly misses: readonly Miss[];
}

const judge = (id: CellId, truth: CellTruth, cell: Cell | undefined): Miss | null => {
  const miss = (kind: Miss['kind']): Miss => ({
    cell: id,
    kind,
    expected: truth.value,
    statuses: truth.statuses,
    found: cell?.value ?? null,
    status: cell?.status ?? null,
    raw: cell?.raw ?? null,
  });
  const value = cell?.value ?? null;
  if (value !== null && value !== truth.value) return miss('wrong');
  if (value === null && truth.value !== null) return truth.recoverable ? miss('lost') : null;
  if (cell === undefined) return truth.statuses.includes('absent') ? null : miss('status');
  if (!truth.statuses.includes(cell.status)) return miss('status');
  if (truth.unit !== undefined && value !== null && cell.unit !== truth.unit) return miss('unit');
  if (truth.remark !== undefined && value !== null && !(cell.remark ?? '').includes(truth.remark))
    return miss('remark');
  return null;
};

/** Counts what one read report has of the truth. Cells that the reader adds to the truth's own tables count as wrong. */
export const scoreReport = (report: Report | undefined, truth: Truth): Score => {
  const misses: Miss[] = [];
  let recoverable = 0;
  for (const [id, cell] of truth.cells) {
    if (cell.recoverable) recoverable++;
    const miss = judge(id, cell, report?.cells.get(id));
    if (miss !== null) misses.push(miss);
  }
  // A figure under an id that this report's forms do not print was read under the wrong form.
  for (const [id, cell] of report?.cells ?? [])
    if (!truth.cells.has(id) && cell.value !== null)
      misses.push({
        cell: id,
        kind: 'wrong',
        expected: null,
        statuses: ['absent'],
        found: cell.value,
        status: cell.status,
        raw: cell.raw,
      });
  const count = (kind: Miss['kind']): number => misses.filter((miss) => miss.kind === kind).length;
  const wrongOwn = misses.filter(
    (miss) => miss.kind === 'wrong' && truth.cells.get(miss.cell)?.recoverable,
  ).length;
  return {
    cells: truth.cells.size,
    recoverable,
    right: recoverable - count('lost') - wrongOwn,
    wrong: count('wrong'),
    lost: count('lost'),
    status: count('status') + count('unit') + count('remark'),
    agency: report?.agency === truth.agency,
    year: report?.year === truth.year,
    misses,
  };
};

const empty: Score = {
  cells: 0,
  recoverable: 0,
  right: 0,
  wrong: 0,
  lost: 0,
  status: 0,
  agency: true,
  year: true,
  misses: [],
};

const figures = (report: Report): number =>
  [...report.cells.values()].filter((cell) => cell.value !== null).length;

/**
 * Scores a reading against the truths of a file. Of several reports each is scored against the reading's
 * report of the same agency and year; where a file with several was refused, its cells count as lost only
 * if they were recoverable.
 */
export const scoreReading = (reading: Reading, truths: readonly Truth[]): readonly Score[] => {
  if (truths.length === 1) {
    const best = reading.reports.toSorted((a, b) => figures(b) - figures(a))[0];
    return [scoreReport(best, truths[0]!)];
  }
  // To refuse a file with several reports is as right as to split it: then nothing of it was recoverable.
  const refused = [...reading.problems, ...reading.reports.flatMap(({ problems }) => problems)].some(
    ({ code }) => code === 'report.severalMixed',
  );
  if (refused && reading.reports.every((report) => figures(report) === 0))
    return truths.map((truth) => ({ ...empty, cells: truth.cells.size }));
  const free = new Set(reading.reports);
  const scores = truths.map((truth) => {
    const match = [...free].find((report) => report.agency === truth.agency && report.year === truth.year);
    if (match !== undefined) free.delete(match);
    return { truth, match };
  });
  // What matches no truth by name is compared in order, so that mixed-up figures cannot hide.
  return scores.map(({ truth, match }) => {
    const report = match ?? [...free][0];
    if (report !== undefined) free.delete(report);
    return scoreReport(report, truth);
  });
};

/** Adds scores up, for a table over many files. */
export const addScores = (scores: readonly Score[]): Score =>
  scores.reduce(
    (all, score) => ({
      cells: all.cells + score.cells,
      recoverable: all.recoverable + score.recoverable,
      right: all.right + score.right,
      wrong: all.wrong + score.wrong,
      lost: all.lost + score.lost,
      status: all.status + score.status,
      agency: all.agency && score.agency,
      year: all.year && score.year,
      misses: [...all.misses, ...score.misses],
    }),
    empty,
  );
